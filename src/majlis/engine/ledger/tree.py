"""An append-only Merkle tree over SHA-256.

Hashes are 32 bytes. Leaves and inner nodes are hashed with different first bytes, so that one never passes for the
other. Proofs take and verify leaf hashes, not leaves. Source: RFC 9162, section 2.1.

A proof is a list of the roots of spans of leaves. Where the nodes of the full subtrees are kept, each span is folded
from at most log2(size) of them (`gather`), so that a proof never reads the leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256

Span = tuple[int, int]
EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(leaf: bytes) -> bytes:
    """Hash a leaf."""
    return sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two subtrees into the one above them."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """The right edge of a tree: all that appending needs.

    size: number of leaves. edge: roots of the full subtrees from the largest to the smallest, one for each bit set in
    `size`. ValueError when the two do not fit.
    """

    size: int = 0
    edge: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.edge) != self.size.bit_count():
            raise ValueError(f"{self.size} leaves have {self.size.bit_count()} full subtrees, not {len(self.edge)}")

    def append(self, leaf: bytes) -> Frontier:
        """Give the edge after one more leaf hash, in at most log2(size) hashes."""
        return self.grow(leaf)[0]

    def grow(self, leaf: bytes) -> tuple[Frontier, tuple[bytes, ...]]:
        """Give the edge after one more leaf hash, and the inner nodes that this leaf completes, the lowest first."""
        edge, carry, size = list(self.edge), leaf, self.size
        completed = []
        while size & 1:
            carry, size = node_hash(edge.pop(), carry), size >> 1
            completed.append(carry)
        return Frontier(self.size + 1, (*edge, carry)), tuple(completed)

    @property
    def root(self) -> bytes:
        """The root of the tree."""
        return fold(self.edge) if self.edge else EMPTY_ROOT


@dataclass(frozen=True, slots=True)
class Node:
    """A full subtree of 2**level leaves, counted from the left; level 0 are the leaf hashes."""

    level: int
    index: int

    @property
    def last_leaf(self) -> int:
        """The leaf that completes the subtree."""
        return (self.index + 1 << self.level) - 1


Fetch = Callable[[Collection[Node]], Mapping[Node, bytes]]


def fold(nodes: Sequence[bytes]) -> bytes:
    """Hash the roots of adjoining full subtrees, from the largest to the smallest, into one."""
    return reduce(lambda right, left: node_hash(left, right), reversed(nodes))


def subtrees(start: int, end: int) -> list[Node]:
    """Give the full subtrees that make up the leaves from `start` up to `end`, the largest first."""
    found = []
    while start < end:
        level = (end - start).bit_length() - 1
        found.append(Node(level, start >> level))
        start += 1 << level
    return found


def gather(path: Sequence[Span], fetch: Fetch) -> list[bytes]:
    """Give the root of every span of a path, with one call of `fetch` for all nodes that this takes."""
    parts = [subtrees(*span) for span in path]
    found = fetch({node for nodes in parts for node in nodes})
    return [fold([found[node] for node in nodes]) for nodes in parts]


def frontier_at(size: int, fetch: Fetch) -> Frontier:
    """Give the right edge that the tree had when it held `size` leaves."""
    nodes = subtrees(0, size)
    found = fetch(nodes)
    return Frontier(size, tuple(found[node] for node in nodes))


def root(leaves: Iterable[bytes]) -> bytes:
    """Give the root of the tree over these leaf hashes."""
    return reduce(Frontier.append, leaves, Frontier()).root


def inclusion_path(index: int, size: int) -> list[Span]:
    """Give the spans whose roots prove leaf `index`, from the leaf upwards; IndexError where there is no such leaf."""
    if not 0 <= index < size:
        raise IndexError(f"no leaf {index} among {size}")
    start, end, path = 0, size, []
    while end - start > 1:
        split = start + _split(end - start)
        path.append((split, end) if index < split else (start, split))
        start, end = (start, split) if index < split else (split, end)
    return path[::-1]


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """Give the hashes that prove leaf `index`, from the leaf upwards; IndexError where there is no such leaf."""
    return [root(leaves[start:end]) for start, end in inclusion_path(index, len(leaves))]


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], expected: bytes) -> bool:
    """Say whether `proof` shows the leaf hash at `index` in the tree of `size` leaves with root `expected`."""
    if not 0 <= index < size:
        return False
    here, last, found = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if here & 1 or here == last:
            found = node_hash(sibling, found)
            here, last = _climb(here, last)
        else:
            found = node_hash(found, sibling)
        here, last = here >> 1, last >> 1
    return last == 0 and found == expected


def consistency_path(earlier: int, later: int) -> list[Span]:
    """Give the spans whose roots prove that the first `earlier` leaves are a beginning; ValueError out of range."""
    if not 0 < earlier <= later:
        raise ValueError(f"no earlier tree of {earlier} leaves in one of {later}")
    start, end, path = 0, later, []
    while earlier < end:
        split = start + _split(end - start)
        path.append((split, end) if earlier <= split else (start, split))
        start, end = (start, split) if earlier <= split else (split, end)
    return [*([(start, end)] if start else []), *path[::-1]]


def consistency_proof(leaves: Sequence[bytes], earlier: int) -> list[bytes]:
    """Prove that the tree of the first `earlier` leaves is a beginning of this one; ValueError out of range."""
    return [root(leaves[start:end]) for start, end in consistency_path(earlier, len(leaves))]


def verify_consistency(earlier: int, later: int, first: bytes, second: bytes, proof: Sequence[bytes]) -> bool:
    """Say whether `proof` shows that the tree (earlier, root `first`) is a beginning of the tree (later, `second`)."""
    if not 0 < earlier <= later:
        return False
    if earlier == later:
        return not proof and first == second
    path = [first, *proof] if earlier.bit_count() == 1 else list(proof)
    if not path:
        return False
    here, last = earlier - 1, later - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    old = new = path[0]
    for node in path[1:]:
        if last == 0:
            return False
        if here & 1 or here == last:
            old, new = node_hash(node, old), node_hash(node, new)
            here, last = _climb(here, last)
        else:
            new = node_hash(new, node)
        here, last = here >> 1, last >> 1
    return last == 0 and old == first and new == second


def _split(size: int) -> int:
    """Give the largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1


def _climb(here: int, last: int) -> tuple[int, int]:
    """Skip the levels on which the node has no sibling: it is the last one there and has none to its right."""
    while here and not here & 1:
        here, last = here >> 1, last >> 1
    return here, last
