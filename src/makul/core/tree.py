"""Merkle proofs of the journal: which ranges of leaves a proof needs; whether one tree continues another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from makul.core.errors import BadInput
from makul.core.journal import Frontier, node_hash

Subtree = Callable[[int, int], bytes]


def complete_subtrees(start: int, end: int) -> list[tuple[int, int]]:
    """The complete subtrees (level, index) that make up the leaves from `start` until `end`.

    >>> complete_subtrees(0, 7)
    [(2, 0), (1, 2), (0, 6)]
    """
    result = []
    while start < end:
        level = (end - start).bit_length() - 1
        result.append((level, start >> level))
        start += 1 << level
    return result


def range_hash(start: int, end: int, subtree: Subtree) -> bytes:
    """The hash over the leaves from `start` until `end`, asking `subtree` for each complete part."""
    return Frontier(0, [subtree(*each) for each in complete_subtrees(start, end)]).root()


def inclusion_ranges(index: int, size: int) -> list[tuple[int, int]]:
    """The ranges of leaves whose hashes prove leaf `index` in a tree of `size`, from the leaf upwards.

    Source: RFC 9162, 2.1.3.1.

    >>> inclusion_ranges(2, 5)
    [(3, 4), (0, 2), (4, 5)]
    """
    if not 0 <= index < size:
        raise BadInput("no_such_entry", number=index + 1, size=size)
    low, high, result = 0, size, []
    while high - low > 1:
        middle = low + (1 << ((high - low - 1).bit_length() - 1))
        if index < middle:
            result.append((middle, high))
            high = middle
        else:
            result.append((low, middle))
            low = middle
    return result[::-1]


def consistency_ranges(old: int, size: int) -> list[tuple[int, int]]:
    """The ranges of leaves whose hashes prove that a tree of `size` continues the one of `old`.

    Source: RFC 9162, 2.1.4.1.

    >>> consistency_ranges(3, 4)
    [(2, 3), (3, 4), (0, 2)]
    """
    if not 0 < old <= size:
        raise BadInput("no_such_size", size=old, largest=size)
    low, high, result = 0, size, []
    while high != old:
        middle = low + (1 << ((high - low - 1).bit_length() - 1))
        if old <= middle:
            result.append((middle, high))
            high = middle
        else:
            result.append((low, middle))
            low = middle
    return ([(low, high)] if low else []) + result[::-1]


def is_consistent(old: int, size: int, old_root: bytes, root: bytes, path: Sequence[bytes]) -> bool:
    """Whether the tree of `size` continues the tree of `old`. Source: RFC 9162, 2.1.4.2."""
    if old == size or not path:
        return old == size > 0 and not path and old_root == root
    parts = list(path) if old & (old - 1) else [old_root, *path]
    number, last = old - 1, size - 1
    while number & 1:
        number, last = number >> 1, last >> 1
    first = second = parts[0]
    for part in parts[1:]:
        if last == 0:
            return False
        if number & 1 or number == last:
            first, second = node_hash(part, first), node_hash(part, second)
            while number and not number & 1:
                number, last = number >> 1, last >> 1
        else:
            second = node_hash(second, part)
        number, last = number >> 1, last >> 1
    return last == 0 < old < size and (first, second) == (old_root, root)


def position(level: int, index: int) -> int:
    """One number for a subtree: the nodes of the tree counted from left to right, leaves even.

    >>> [position(0, 0), position(1, 0), position(0, 1), position(2, 0)]
    [0, 1, 2, 3]
    """
    return (index << (level + 1)) + (1 << level) - 1
