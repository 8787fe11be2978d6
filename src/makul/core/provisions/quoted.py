"""Which lines of an amending act stand in quotation marks: the new text of another act, not its own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from makul.core.provisions.marks import mark_of

_OPEN = re.compile(r'^["«“„]')
_CLOSE = re.compile(r'["»”][\s;.,)]*$')
_LIMIT = 3000
_AFTER_LOOSE = 400
_TAIL = 20


def quoted_lines(texts: Sequence[str]) -> frozenset[int]:
    """The indexes of the lines that belong to a quotation beginning at the start of a line.

    >>> sorted(quoted_lines(["дополнить статьёй 5 следующего содержания:", "«Статья 5. Новая", "Текст.»;", "2) иное"]))
    [1, 2]
    """
    found: set[int] = set()
    closers = _closers(texts)
    index = 0
    while index < len(texts):
        if _OPEN.match(texts[index]) and _may_open(texts, index):
            end = _end(index, closers)
            found.update(range(index, end + 1))
            index = end
        index += 1
    return frozenset(found)


def _may_open(texts: Sequence[str], index: int) -> bool:
    """After a colon, or with a mark of its own inside; and not just a word in quotation marks.

    A line that closes what it opened and goes on («двор» – место у дома) is no block.
    """
    text = texts[index].rstrip()
    before = texts[index - 1].rstrip() if index else ""
    depth, straight = _balance(text)
    if depth <= 0 and straight % 2 == 0 and not _CLOSE.search(text[-_TAIL:]):
        return False
    return before.endswith(":") or mark_of(text[1:].lstrip()) is not None


def _balance(text: str) -> tuple[int, int]:
    """How many paired marks stay open, and how many straight ones there are."""
    opened = sum(text.count(one) for one in "«“„")
    return opened - sum(text.count(one) for one in "»”"), text.count('"')


@dataclass(frozen=True, slots=True)
class _Closer:
    """A line that may close a quotation: what stands open before and after it, counted from the top."""

    index: int
    depth_after: int
    straight_after: int
    ends_clause: bool


@dataclass(frozen=True, slots=True)
class _Closers:
    """The lines that may close, and what stands open before each line."""

    lines: tuple[_Closer, ...]
    before: tuple[tuple[int, int], ...]


def _closers(texts: Sequence[str]) -> _Closers:
    found, before = [], []
    depth, straight = 0, 0
    for index, text in enumerate(texts):
        before.append((depth, straight))
        more, marks = _balance(text)
        depth, straight = depth + more, straight + marks
        if _CLOSE.search(text[-_TAIL:]):
            found.append(_Closer(index, depth, straight, _goes_on_outside(texts, index)))
    return _Closers(tuple(found), tuple(before))


def _end(start: int, closers: _Closers) -> int:
    """The last line of the quotation; its first line alone when no end can be found."""
    depth, straight = closers.before[start]
    loose, last = start, start + _LIMIT
    first = bisect_left(closers.lines, start, key=lambda one: one.index)
    for number in range(first, len(closers.lines)):
        closer = closers.lines[number]
        if closer.index > last:
            break
        if closer.depth_after <= depth and (closer.straight_after - straight) % 2 == 0:
            return closer.index
        if closer.ends_clause and loose == start:
            loose, last = closer.index, min(last, closer.index + _AFTER_LOOSE)
    return loose


def _goes_on_outside(texts: Sequence[str], index: int) -> bool:
    """The line ends a clause of the amending act and the next one begins with a mark of its own."""
    following = texts[index + 1] if index + 1 < len(texts) else ""
    ends = re.search(r'["»”][;.]+$', texts[index][-_TAIL:].rstrip()) is not None
    return ends and (not following or mark_of(following) is not None)
