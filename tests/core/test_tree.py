"""Every inclusion and consistency proof up to forty leaves holds, and no altered one does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core import evidence, journal, tree
from makul.core.errors import BadInput

LEAVES = [journal.leaf_hash(bytes([number])) for number in range(40)]


def subtree(level, index):
    return root(index << level, (index + 1) << level)


def root(start, end):
    """The definition of RFC 9162, 2.1.1, word by word."""
    if end - start == 1:
        return LEAVES[start]
    middle = start + (1 << ((end - start - 1).bit_length() - 1))
    return journal.node_hash(root(start, middle), root(middle, end))


def inclusion(index, size):
    return [tree.range_hash(*each, subtree) for each in tree.inclusion_ranges(index, size)]


def consistency(old, size):
    return [tree.range_hash(*each, subtree) for each in tree.consistency_ranges(old, size)]


@pytest.mark.parametrize("size", range(1, 41))
def test_every_leaf_is_proved(size):
    for index in range(size):
        path = inclusion(index, size)
        assert evidence.root_of_inclusion(LEAVES[index], index, size, path) == root(0, size)


@pytest.mark.parametrize("size", range(1, 41))
def test_every_older_tree_is_continued(size):
    for old in range(1, size + 1):
        path = consistency(old, size)
        assert tree.is_consistent(old, size, root(0, old), root(0, size), path)


# The worked example of RFC 9162, 2.1.5: seven leaves.
def test_the_proofs_are_those_of_the_worked_example():
    a, b, c, d, e, f, j = LEAVES[:7]
    g, h, i = journal.node_hash(a, b), journal.node_hash(c, d), journal.node_hash(e, f)
    k, left = journal.node_hash(g, h), journal.node_hash(i, j)
    assert inclusion(0, 7) == [b, h, left]
    assert inclusion(3, 7) == [c, g, left]
    assert inclusion(4, 7) == [f, j, k]
    assert inclusion(6, 7) == [i, k]
    assert consistency(3, 7) == [c, d, g, left]
    assert consistency(4, 7) == [left]
    assert consistency(6, 7) == [i, j, k]


@given(st.data())
def test_an_altered_proof_does_not_hold(data):
    size = data.draw(st.integers(2, 40))
    old, index = data.draw(st.integers(1, size - 1)), data.draw(st.integers(0, size - 1))
    path, way = inclusion(index, size), consistency(old, size)
    other = data.draw(st.integers(0, size - 1).filter(lambda each: each != index))
    assert evidence.root_of_inclusion(LEAVES[other], index, size, path) != root(0, size)
    for proof in (path[:-1], [*path, path[0]], [bytes(32), *path[1:]]):
        assert evidence.root_of_inclusion(LEAVES[index], index, size, proof) != root(0, size)
    for proof in (way[:-1], [*way, way[0]], [bytes(32), *way[1:]]):
        assert not tree.is_consistent(old, size, root(0, old), root(0, size), proof)
    assert not tree.is_consistent(old, size, bytes(32), root(0, size), way)
    assert not tree.is_consistent(old, size, root(0, old), bytes(32), way)


def test_what_is_not_in_the_tree_has_no_proof():
    for index, size in ((-1, 3), (3, 3), (0, 0)):
        with pytest.raises(BadInput):
            tree.inclusion_ranges(index, size)
    for old, size in ((0, 3), (4, 3), (-1, 3)):
        with pytest.raises(BadInput):
            tree.consistency_ranges(old, size)
        assert not tree.is_consistent(old, size, bytes(32), bytes(32), [])
