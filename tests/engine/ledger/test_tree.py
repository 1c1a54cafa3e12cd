"""The Merkle tree against the published vectors of Certificate Transparency and a naive reading of RFC 9162."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.engine.ledger import (
    EMPTY_ROOT,
    Frontier,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    root,
    verify_consistency,
    verify_inclusion,
)

# google/certificate-transparency, merkletree/merkle_tree_test.cc: kSHA256Leaves, kSHA256Roots, path and proof vectors
LEAVES = [
    leaf_hash(bytes.fromhex(text))
    for text in ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION = {
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
}
CONSISTENCY = {
    (1, 8): INCLUSION[0, 8],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}


def mth(leaves):
    """RFC 9162, 2.1.1, word by word."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = max(2**i for i in range(20) if 2**i < len(leaves))
    return sha256(b"\x01" + mth(leaves[:k]) + mth(leaves[k:])).digest()


@st.composite
def trees(draw):
    size = draw(st.integers(1, 70))
    return [leaf_hash(f"{i}".encode()) for i in range(size)], draw(st.integers(0, size - 1))


def test_root_matches_the_published_ones():
    assert [root(LEAVES[:size]).hex() for size in range(1, 9)] == ROOTS
    assert root([]) == EMPTY_ROOT == sha256(b"").digest()


@pytest.mark.parametrize(("place", "expected"), INCLUSION.items())
def test_inclusion_proof_matches_the_published_ones(place, expected):
    index, size = place
    assert [node.hex() for node in inclusion_proof(LEAVES[:size], index)] == expected


@pytest.mark.parametrize(("sizes", "expected"), CONSISTENCY.items())
def test_consistency_proof_matches_the_published_ones(sizes, expected):
    earlier, later = sizes
    assert [node.hex() for node in consistency_proof(LEAVES[:later], earlier)] == expected


@pytest.mark.parametrize("size", range(1, 131))
def test_root_matches_the_naive_reading_for_every_size(size):
    leaves = [leaf_hash(bytes([i])) for i in range(size)]
    assert root(leaves) == mth(leaves)


@given(trees())
def test_inclusion_is_shown_for_the_true_leaf_and_for_no_other(tree):
    leaves, index = tree
    proof, top = inclusion_proof(leaves, index), mth(leaves)
    shown = [verify_inclusion(leaf, index, len(leaves), proof, top) for leaf in leaves]
    assert shown == [position == index for position in range(len(leaves))]
    assert not verify_inclusion(leaves[index], index, len(leaves), [*proof, top], top)
    assert not verify_inclusion(leaves[index], len(leaves), len(leaves), proof, top)


@given(trees())
def test_inclusion_fails_when_any_node_of_the_proof_is_altered(tree):
    leaves, index = tree
    proof, top = inclusion_proof(leaves, index), mth(leaves)
    for place in range(len(proof)):
        altered = [*proof[:place], bytes(32), *proof[place + 1 :]]
        assert not verify_inclusion(leaves[index], index, len(leaves), altered, top)
    if proof:
        assert not verify_inclusion(leaves[index], index, len(leaves), proof[:-1], top)


@given(trees())
def test_consistency_is_shown_for_the_true_beginning_and_for_no_other(tree):
    leaves, index = tree
    earlier, later = index + 1, len(leaves)
    proof, first, second = consistency_proof(leaves, earlier), mth(leaves[:earlier]), mth(leaves)
    assert verify_consistency(earlier, later, first, second, proof)
    rewritten = mth([leaf_hash(b"other"), *leaves[1:earlier]])
    assert not verify_consistency(earlier, later, rewritten, second, proof)
    assert not verify_consistency(earlier, later, first, bytes(32), proof)
    assert not verify_consistency(earlier, later, first, second, [*proof, second])
    for place in range(len(proof)):
        assert not verify_consistency(earlier, later, first, second, proof[:place] + proof[place + 1 :])


def test_proofs_out_of_range_are_refused():
    with pytest.raises(IndexError, match="no leaf 8"):
        inclusion_proof(LEAVES, 8)
    with pytest.raises(ValueError, match="no earlier tree of 9"):
        consistency_proof(LEAVES, 9)
    assert not verify_consistency(0, 8, EMPTY_ROOT, mth(LEAVES), [])
    assert not verify_consistency(3, 8, mth(LEAVES[:3]), mth(LEAVES), [])


def test_frontier_refuses_an_edge_that_does_not_fit():
    with pytest.raises(ValueError, match="3 leaves have 2 full subtrees, not 1"):
        Frontier(3, (bytes(32),))


def test_leaf_never_passes_for_a_node():
    forged = LEAVES[0] + LEAVES[1]
    assert leaf_hash(forged) != root(LEAVES[:2])
