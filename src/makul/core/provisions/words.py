"""Compare two texts word by word, blind to spoiled letters, dashes, quotes and editors' notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from makul.core.provisions.letters import evened, normal

_TOKENS = re.compile(r"\s*(?:\w+|[^\w\s])|\s+$")
_NOTE = re.compile(
    r"\s*[(\[](?:в редакции|утратил|введен|исключен|кр [^)]{0,60}мыйзам)[^()\[\]]{0,300}[)\]]", re.I
)
_HEAVY = 1_000_000


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that stayed (equal), came (ins) or went (del).

    `was` holds what stayed in the letters of the old version, where these differ.
    """

    op: str
    text: str
    was: str = ""

    @property
    def before(self) -> str:
        """What stayed or went, as the old version has it."""
        return self.was or self.text


def without_notes(text: str) -> str:
    """The text without the notes of editions that stand inside it.

    >>> without_notes("Часть первая. (В редакции Закона КР от 1 марта 2024 года № 5)")
    'Часть первая.'
    """
    return _NOTE.sub("", text).strip()


def same(old: str, new: str) -> bool:
    """Whether two texts say the same words.

    >>> same("Кеӊеш — орган", "Кеңеш - орган")
    True
    """
    return old == new or evened(without_notes(old)) == evened(without_notes(new))


def spans(old: str, new: str) -> tuple[Span, ...]:
    """What stayed, what went and what came, in reading order.

    Joining the texts of the equal and the inserted gives `new`; joining `before` of the equal and
    the deleted gives `old`.

    >>> [(span.op, span.text) for span in spans("по мере сил", "по мере надобности")]
    [('equal', 'по мере '), ('del', 'сил'), ('ins', 'надобности')]
    """
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    keys = [evened(token) or " " for token in before], [evened(token) or " " for token in after]
    start = _common(*keys)
    end = _common(keys[0][start:][::-1], keys[1][start:][::-1])
    found: list[Span] = []
    for op, i, j, k, m in _operations(*(one[start : len(one) - end] for one in keys)):
        gone, come = "".join(before[start + i : start + j]), "".join(after[start + k : start + m])
        found += [_equal(gone, come)] if op == "equal" else [Span("del", gone), Span("ins", come)]
    head = _equal("".join(before[:start]), "".join(after[:start]))
    tail = _equal("".join(before[len(before) - end :]), "".join(after[len(after) - end :]))
    return _merged([head, *found, tail])


def _equal(before: str, after: str) -> Span:
    return Span("equal", after, before if before != after else "")


def _common(one: Sequence[str], two: Sequence[str]) -> int:
    count = 0
    for left, right in zip(one, two, strict=False):
        if left != right:
            break
        count += 1
    return count


def _operations(one: Sequence[str], two: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """The differing middle, step by step; too long a one is shown as wholly replaced."""
    if len(one) * len(two) > _HEAVY:
        return [("replace", 0, len(one), 0, len(two))]
    return list(SequenceMatcher(None, one, two, autojunk=False).get_opcodes())


def _merged(found: Sequence[Span]) -> tuple[Span, ...]:
    """Neighbours of one kind together, what went before what came."""
    result: list[Span] = []
    gone, come = "", ""
    for span in found:
        if span.op == "equal" and span.text:
            result += [*_changed(gone, come), span]
            gone, come = "", ""
        gone += span.text if span.op == "del" else ""
        come += span.text if span.op == "ins" else ""
    return tuple(_equals_joined([*result, *_changed(gone, come)]))


def _changed(gone: str, come: str) -> list[Span]:
    """What went and what came; a space that both begin with stayed."""
    head = " " if gone[:1] == come[:1] == " " else ""
    skip = len(head)
    found = [Span("equal", head), Span("del", gone[skip:]), Span("ins", come[skip:])]
    return [span for span in found if span.text]


def _equals_joined(found: Sequence[Span]) -> list[Span]:
    result: list[Span] = []
    for span in found:
        if result and result[-1].op == span.op == "equal":
            last = result[-1]
            result[-1] = _equal(last.before + span.before, last.text + span.text)
        else:
            result.append(span)
    return result


def bag(text: str) -> Counter[str]:
    """The words of a text with their numbers, for a quick likeness."""
    return Counter(re.findall(r"\w+", normal(text)))


def likeness(one: Counter[str], two: Counter[str]) -> float:
    """The share of words two bags have in common, 0 to 1.

    >>> likeness(bag("три старых слова"), bag("три новых слова"))
    0.6666666666666666
    """
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if total else 1.0
