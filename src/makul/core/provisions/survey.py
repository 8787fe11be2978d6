"""A first look over all lines of an act: notes, quotations, marks, the head and the signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from makul.core.provisions.act import Line
from makul.core.provisions.head import head_kinds, is_last_rite, is_note, is_signature
from makul.core.provisions.letters import normal
from makul.core.provisions.marks import STRUCTURE, Mark, is_missing_stop, mark_of
from makul.core.provisions.numbers import parts_of, restored
from makul.core.provisions.quoted import quoted_lines

_EDITIONS = re.compile(
    r"^\((?:в ред(?:акции|\.)|в редакциях|кр \d{4}|кыргыз республикасынын(?: \d{4}|$)|внесены изменения)"
)
_LONGEST_NOTE = 60
_AHEAD = 200
_FEWEST_LISTED = 3
_RANK = {kind: rank for rank, kind in enumerate((*STRUCTURE, "article", "part", "point"))}


@dataclass(frozen=True, slots=True)
class Seen:
    """One line and what it is: `role` is mark, note, quoted, table, text, signature, or of the head."""

    line: Line
    role: str
    mark: Mark | None = None


def survey(lines: Sequence[Line]) -> tuple[Seen, ...]:
    """Each line with its role. Blank lines fall away.

    >>> [seen.role for seen in survey([Line("О чём"), Line("Статья 1. Имя"), Line("Текст.")])]
    ['title', 'mark', 'text']
    """
    full = _with_long_notes(_without_compared_blocks([line for line in lines if line.text.strip()]))
    quoted = quoted_lines([line.text for line in full])
    seen = [_first_look(line, index in quoted) for index, line in enumerate(full)]
    seen = _with_contents(_with_lost_stops(seen))
    seen = _with_superscripts(seen)
    return tuple(_with_edges(seen))


def _without_compared_blocks(lines: Iterable[Line]) -> list[Line]:
    """Lines between `Begin_nocompare` and `End_nocompare` are notes of the data bank."""
    inside, found = False, []
    for line in lines:
        word = normal(line.text[:20])
        inside = inside or word == "begin_nocompare"
        found.append(replace(line, note=True) if inside else line)
        inside = inside and word != "end_nocompare"
    return found


def _with_long_notes(lines: list[Line]) -> list[Line]:
    """A list of editions that runs over several lines, from its bracket to the closing one."""
    found = list(lines)
    for start, line in enumerate(lines):
        if not line.text.startswith("(") or ")" in line.text:
            continue
        if not _EDITIONS.match(normal(line.text)):
            continue
        within = range(start, min(len(lines), start + _LONGEST_NOTE))
        end = next((i for i in within if lines[i].text.rstrip().endswith(")")), None)
        if end is not None:
            found[start : end + 1] = [replace(one, note=True) for one in lines[start : end + 1]]
    return found


def _with_contents(seen: list[Seen]) -> list[Seen]:
    """A table of contents before the text: the same articles, with nothing under them."""
    firsts = [i for i, one in enumerate(seen) if one.mark and _is_first(one.mark)]
    if len(firsts) < 2:
        return seen
    start, end = firsts[0], firsts[1]
    listed = [one.mark for one in seen[start:end] if one.mark]
    articles = [mark for mark in listed if mark.kind == "article"]
    only_headings = all(mark.kind in {"article", *STRUCTURE} for mark in listed)
    sentences = [
        one for one in seen[start:end] if not one.mark and one.line.text.rstrip().endswith(".")
    ]
    if len(articles) < _FEWEST_LISTED or not only_headings or sentences:
        return seen
    start, end = _before(seen, start), _before(seen, end)
    contents = [replace(one, role="contents", mark=None) for one in seen[start:end]]
    return seen[:start] + contents + seen[end:]


def _is_first(mark: Mark) -> bool:
    return mark.kind == "article" and parts_of(mark.number) == (1,)


def _before(seen: Sequence[Seen], index: int) -> int:
    """The headings of sections and chapters right above an article belong with it."""
    while index:
        above = seen[index - 1].mark
        if above is None or above.kind not in STRUCTURE:
            break
        index -= 1
    return index


def _first_look(line: Line, quoted: bool) -> Seen:
    if line.table:
        return Seen(line, "table")
    if quoted:
        return Seen(line, "quoted")
    if is_note(line):
        return Seen(line, "note")
    mark = mark_of(" ".join(line.text.split()))
    return Seen(line, "mark", mark) if mark else Seen(line, "text")


def _with_lost_stops(seen: list[Seen]) -> list[Seen]:
    """«1 Автомобиль» between an article and «2.» is part 1 whose full stop was lost."""
    found, last = list(seen), 0
    for index, one in enumerate(seen):
        if one.mark and one.mark.kind in {"part", "article"}:
            last = 0 if one.mark.kind == "article" else (parts_of(one.mark.number) or (0,))[0]
        elif one.role == "text" and is_missing_stop(one.line.text):
            number, _, rest = one.line.text.partition(" ")
            if (
                int(number) == last + 1
                and _next_part(seen[index + 1 : index + _AHEAD]) == int(number) + 1
            ):
                found[index] = Seen(one.line, "mark", Mark("part", number, rest.strip()))
                last = int(number)
    return found


def _next_part(seen: Sequence[Seen]) -> int:
    for one in seen:
        if one.mark and one.mark.kind in {"part", "article", *STRUCTURE}:
            values = parts_of(one.mark.number) if one.mark.kind == "part" else ()
            return values[0] if values else 0
    return 0


def _with_superscripts(seen: list[Seen]) -> list[Seen]:
    """Superscripts lost through PDF, put back among the siblings that prove them."""
    found = list(seen)
    for kind in ("article", "part", "point"):
        for family in _families(seen, kind):
            numbers = restored([_number(seen[index]) for index in family])
            for index, number in zip(family, numbers, strict=True):
                mark = found[index].mark
                if mark is not None and mark.number != number:
                    found[index] = replace(found[index], mark=replace(mark, number=number))
    return found


def _number(seen: Seen) -> str:
    return seen.mark.number if seen.mark else ""


def _families(seen: Sequence[Seen], kind: str) -> list[list[int]]:
    """Indexes of the marks of one kind, a new family after each mark of a higher kind."""
    families: list[list[int]] = [[]]
    for index, one in enumerate(seen):
        if one.mark is None:
            continue
        if one.mark.kind == kind:
            families[-1].append(index)
        elif _closes(one.mark.kind, kind) and families[-1]:
            families.append([])
    return families


def _closes(other: str, kind: str) -> bool:
    """Articles are counted through all chapters; parts and points begin anew under each heading."""
    if kind == "article":
        return other == "annex"
    return _RANK.get(other, -1) < _RANK[kind]


def _with_edges(seen: list[Seen]) -> list[Seen]:
    start = next((i for i, one in enumerate(seen) if one.role == "mark"), len(seen))
    start = next((i for i, one in enumerate(seen[:start]) if one.role == "contents"), start)
    kinds = head_kinds([one.line for one in seen[:start]])
    head = [
        replace(one, role="table" if one.line.table else kind)
        for one, kind in zip(seen[:start], kinds, strict=True)
    ]
    return head + _with_signature(seen[start:])


def _with_signature(seen: list[Seen]) -> list[Seen]:
    """From the one who signs to the end, or to the annexes."""
    annex = next(
        (i for i, one in enumerate(seen) if one.mark and one.mark.kind == "annex"), len(seen)
    )
    last = max((i for i, one in enumerate(seen[:annex]) if one.role == "mark"), default=0)
    start = next(
        (i for i in range(last + 1, annex) if is_signature(seen[i].line) or _rite(seen, i)), annex
    )
    signed = [replace(one, role="signature") for one in seen[start:annex] if one.role != "note"]
    kept = [one for one in seen[start:annex] if one.role == "note"]
    return seen[:start] + signed + kept + seen[annex:]


def _rite(seen: Sequence[Seen], index: int) -> bool:
    return seen[index].line.table and is_last_rite(seen[index].line)
