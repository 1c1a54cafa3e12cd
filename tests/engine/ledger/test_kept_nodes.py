"""Roots and proofs from kept nodes: the same as from all leaves, and as an independent implementation's."""

from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree, verify_consistency, verify_inclusion

from majlis.engine.ledger import (
    Frontier,
    Node,
    consistency_path,
    consistency_proof,
    frontier_at,
    gather,
    inclusion_path,
    inclusion_proof,
    leaf_hash,
    root,
)

SIZES = st.integers(1, 300)


def grown(size):
    """Leaves and kept nodes of a tree, as appending one after the other completes them."""
    frontier, nodes, leaves = Frontier(), {}, [leaf_hash(b"%d" % i) for i in range(size)]
    for index, leaf in enumerate(leaves):
        frontier, completed = frontier.grow(leaf)
        nodes[Node(0, index)] = leaf
        nodes |= {Node(level, index >> level): node for level, node in enumerate(completed, 1)}
    return leaves, nodes, frontier


def fetcher(nodes):
    return lambda wanted: {node: nodes[node] for node in wanted}


@given(SIZES, st.data())
def test_proofs_from_kept_nodes_are_those_from_all_leaves(size, data):
    leaves, nodes, frontier = grown(size)
    index, earlier = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    assert gather(inclusion_path(index, size), fetcher(nodes)) == inclusion_proof(leaves, index)
    assert gather(consistency_path(earlier, size), fetcher(nodes)) == consistency_proof(leaves, earlier)
    assert frontier_at(size, fetcher(nodes)) == frontier
    assert frontier_at(earlier, fetcher(nodes)).root == root(leaves[:earlier])


@given(SIZES, st.data())
def test_roots_and_proofs_are_those_of_pymerkle(size, data):
    leaves, nodes, frontier = grown(size)
    tree = InmemoryTree(algorithm="sha256")
    for index in range(size):
        tree.append_entry(b"%d" % index)
    assert frontier.root == tree.get_root()
    index, earlier = data.draw(st.integers(1, size)), data.draw(st.integers(1, size))
    theirs = tree.prove_inclusion(index, size)
    verify_inclusion(leaves[index - 1], frontier.root, theirs)
    ours = gather(inclusion_path(index - 1, size), fetcher(nodes))
    assert set(ours) <= {bytes.fromhex(node) for node in theirs.serialize()["path"]}
    verify_consistency(root(leaves[:earlier]), frontier.root, tree.prove_consistency(earlier, size))


def test_a_proof_in_a_large_tree_reads_few_nodes():
    read = []

    def fetch(wanted):
        read.extend(wanted)
        return dict.fromkeys(wanted, bytes(32))

    gather(inclusion_path(654_321, 1_000_003), fetch)
    assert len(read) < 40
    read.clear()
    gather(consistency_path(654_321, 1_000_003), fetch)
    assert len(read) < 60
