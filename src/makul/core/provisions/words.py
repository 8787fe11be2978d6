"""Compare two texts word by word, blind to spoiled letters, dashes, quotes and editors' notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from makul.core.provisions.letters import normal

_TOKENS = re.compile(r"\s*(?:\w+|[^\w\s])|\s+$")
_NOTE = re.compile(
    r"\s*[(\[](?:в редакции|утратил|введен|исключен|кр [^)]{0,60}мыйзам)[^()\[\]]{0,300}[)\]]", re.I
)
_HEAVY = 1_000_000


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that stayed (equal), came (ins) or went (del)."""

    op: str
    text: str


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
    return old == new or normal(without_notes(old)) == normal(without_notes(new))


def spans(old: str, new: str) -> tuple[Span, ...]:
    """What stayed, what went and what came, in reading order.

    Joining the equal and inserted texts gives `new`; the equal and deleted ones give `old`, up to
    spaces and to what `normal` does not tell apart.

    >>> [(span.op, span.text) for span in spans("по мере сил", "по мере надобности")]
    [('equal', 'по мере '), ('del', 'сил'), ('ins', 'надобности')]
    """
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    keys_before, keys_after = _keys(before), _keys(after)
    start = _common(keys_before, keys_after)
    end = _common(keys_before[start:][::-1], keys_after[start:][::-1])
    found = [Span("equal", "".join(after[:start]))]
    found += _middle(
        before[start : len(before) - end],
        after[start : len(after) - end],
    )
    found.append(Span("equal", "".join(after[len(after) - end :])))
    return _merged(found)


def _keys(tokens: Sequence[str]) -> list[str]:
    return [normal(token) or " " for token in tokens]


def _common(one: Sequence[str], two: Sequence[str]) -> int:
    count = 0
    for left, right in zip(one, two, strict=False):
        if left != right:
            break
        count += 1
    return count


def _middle(before: Sequence[str], after: Sequence[str]) -> list[Span]:
    """The differing middle; too long a one is shown as wholly replaced."""
    if len(before) * len(after) > _HEAVY:
        return [Span("del", "".join(before)), Span("ins", "".join(after))]
    found: list[Span] = []
    matcher = SequenceMatcher(None, _keys(before), _keys(after), autojunk=False)
    for op, i, j, k, m in matcher.get_opcodes():
        if op == "equal":
            found.append(Span("equal", "".join(after[k:m])))
            continue
        found += [Span("del", "".join(before[i:j])), Span("ins", "".join(after[k:m]))]
    return found


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
            result[-1] = Span("equal", result[-1].text + span.text)
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
