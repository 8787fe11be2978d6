"""Which lines of an amending act stand in quotation marks: the new text of another act, not its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from makul.core.provisions.marks import mark_of

_OPEN = re.compile(r'^["«“„]')
_CLOSE = re.compile(r'["»”][\s;.,)]*$')
_LIMIT = 3000


def quoted_lines(texts: Sequence[str]) -> frozenset[int]:
    """The indexes of the lines that belong to a quotation beginning at the start of a line.

    >>> sorted(quoted_lines(["дополнить статьёй 5 следующего содержания:", "«Статья 5. Новая", "Текст.»;", "2) иное"]))
    [1, 2]
    """
    found: set[int] = set()
    index = 0
    while index < len(texts):
        if _OPEN.match(texts[index]) and _may_open(texts, index):
            end = _end(texts, index)
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
    if depth <= 0 and straight % 2 == 0 and not _CLOSE.search(text):
        return False
    return before.endswith(":") or mark_of(text[1:].lstrip()) is not None


def _balance(text: str) -> tuple[int, int]:
    """How many paired marks stay open, and how many straight ones there are."""
    opened = sum(text.count(one) for one in "«“„")
    return opened - sum(text.count(one) for one in "»”"), text.count('"')


def _end(texts: Sequence[str], start: int) -> int:
    """The last line of the quotation; its first line alone when no end can be found."""
    depth, straight, loose = 0, 0, start
    for index in range(start, min(len(texts), start + _LIMIT)):
        text = texts[index]
        more, marks = _balance(text)
        depth, straight = depth + more, straight + marks
        if not _CLOSE.search(text):
            continue
        if depth <= 0 and straight % 2 == 0:
            return index
        if _goes_on_outside(texts, index):
            loose = index if loose == start else loose
    return loose


def _goes_on_outside(texts: Sequence[str], index: int) -> bool:
    """The line ends a clause of the amending act and the next one begins with a mark of its own."""
    following = texts[index + 1] if index + 1 < len(texts) else ""
    ends = re.search(r'["»”][;.]+$', texts[index].rstrip()) is not None
    return ends and (not following or mark_of(following) is not None)
