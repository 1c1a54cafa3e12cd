"""An append-only Merkle tree over SHA-256.

Hashes are 32 bytes. Leaves and inner nodes are hashed with different first bytes, so that one never passes for the
other. Proofs take and verify lists of leaf hashes, not leaves. Source: RFC 9162, section 2.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256

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
        edge, carry, size = list(self.edge), leaf, self.size
        while size & 1:
            carry, size = node_hash(edge.pop(), carry), size >> 1
        return Frontier(self.size + 1, (*edge, carry))

    @property
    def root(self) -> bytes:
        """The root of the tree."""
        return reduce(lambda right, left: node_hash(left, right), reversed(self.edge)) if self.edge else EMPTY_ROOT


def root(leaves: Iterable[bytes]) -> bytes:
    """Give the root of the tree over these leaf hashes."""
    return reduce(Frontier.append, leaves, Frontier()).root


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """Give the path that proves leaf `index`, from the leaf upwards; IndexError where there is no such leaf."""
    if not 0 <= index < len(leaves):
        raise IndexError(f"no leaf {index} among {len(leaves)}")
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if index < split:
        return [*inclusion_proof(left, index), root(right)]
    return [*inclusion_proof(right, index - split), root(left)]


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


def consistency_proof(leaves: Sequence[bytes], earlier: int) -> list[bytes]:
    """Prove that the tree of the first `earlier` leaves is a beginning of this one; ValueError out of range."""
    if not 0 < earlier <= len(leaves):
        raise ValueError(f"no earlier tree of {earlier} leaves in one of {len(leaves)}")
    return _subproof(leaves, earlier, whole=True)


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


def _subproof(leaves: Sequence[bytes], earlier: int, *, whole: bool) -> list[bytes]:
    if earlier == len(leaves):
        return [] if whole else [root(leaves)]
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if earlier <= split:
        return [*_subproof(left, earlier, whole=whole), root(right)]
    return [*_subproof(right, earlier - split, whole=False), root(left)]


def _split(size: int) -> int:
    """Give the largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1


def _climb(here: int, last: int) -> tuple[int, int]:
    """Skip the levels on which the node has no sibling: it is the last one there and has none to its right."""
    while here and not here & 1:
        here, last = here >> 1, last >> 1
    return here, last
