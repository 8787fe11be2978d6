"""A document as neutral data, so that Word and PDF print the same words in the same order."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from makul.core.errors import BadInput
from makul.law.forms import phrase

# "3-берене", "2026-жылдын": a number and its ending are not parted at the end of a line.
NUMBER_HYPHEN = re.compile("(?<=[0-9])-(?=[А-яЁёҢңӨөҮү])")
BISHKEK = ZoneInfo("Asia/Bishkek")

PaperLanguage = Literal["ky", "ru", "en", "ky+ru"]
RunKind = Literal["plain", "ins", "del", "strong", "law"]
ParaStyle = Literal["body", "law", "note", "small", "centre", "right", "part", "point"]
PageForm = Literal["portrait", "landscape"]
Align = Literal["left", "right", "centre"]

# What XML may not hold, and the marks that turn the direction of text round: with those a printed
# sentence could read otherwise than it was written.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_UNSEEN = re.compile("[\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f]")  # no mark on any paper


@dataclass(frozen=True)
class Run:
    """A stretch of text of one kind; `language` where it differs from what is around it."""

    text: str
    kind: RunKind = "plain"
    language: str = ""


type Words = str | tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of the body; level 1 stands under the title."""

    level: int
    text: str


@dataclass(frozen=True)
class ChapterHeading(Heading):
    """A heading in the middle of the line, as chapters and annexes of an act bear it."""


@dataclass(frozen=True)
class Para:
    """One paragraph; a line break inside it is kept."""

    words: Words
    style: ParaStyle = "body"
    language: str = ""


@dataclass(frozen=True)
class Fields:
    """Labels with their values, one under the other."""

    lines: tuple[tuple[str, Words], ...]


@dataclass(frozen=True)
class Column:
    """One column of a table; `share` is its part of the width, `language` that of its cells."""

    title: str
    share: float = 1.0
    align: Align = "left"
    language: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under a header that is printed again on each page.

    Raises: BadInput `table_row` when a row has not as many cells as there are columns.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]

    def __post_init__(self) -> None:
        width = len(self.columns)
        wrong = next((n for n, row in enumerate(self.rows, 1) if len(row) != width), None)
        if not width or wrong is not None:
            raise BadInput("table_row", number=wrong or 0, columns=width)


@dataclass(frozen=True)
class Signature:
    """Who signs: party, office, and under the line what came of it or the last day for it."""

    party: str
    office: str
    state: str = ""


@dataclass(frozen=True)
class Signatures:
    """Signatures side by side, two to a line."""

    lines: tuple[Signature, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class Turn:
    """What follows begins on a new page that lies upright or across."""

    page: PageForm


@dataclass(frozen=True)
class Picture:
    """A drawing (SVG) as wide as the text, or narrower; `told` says in words what it shows."""

    svg: str
    told: str
    share: float = 1.0


@dataclass(frozen=True)
class Pair:
    """The same text in two languages side by side."""

    left: Words
    right: Words
    style: ParaStyle = "body"
    languages: tuple[str, str] = ("ky", "ru")


type Block = Heading | Para | Fields | Table | Signatures | PageBreak | Turn | Picture | Pair


@dataclass(frozen=True)
class Stamp:
    """What every printed form carries at the foot of its pages."""

    case_number: str
    edition: str
    printed_at: datetime
    document_hash: str = ""


@dataclass(frozen=True)
class Paper:
    """A whole document: what `write_docx` and `write_pdf` print.

    `opening` is the line over the title (number on the left, day and place on the right),
    `mark` stands on top of every page.
    """

    title: str
    language: PaperLanguage
    blocks: tuple[Block, ...]
    mark: str = ""
    stamp: Stamp | None = None
    page: PageForm = "portrait"
    opening: tuple[str, str] = ("", "")
    subtitle: Words = ""


def clean(text: str) -> str:
    r"""`text` without what cannot be printed; lines end with a plain line feed.

    >>> clean("ө\x00ү\r\nң\t<")
    'өү\nң <'
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return _UNPRINTABLE.sub("", lines.replace("\u2029", "\n").replace("\t", " "))


def runs(words: Words) -> tuple[Run, ...]:
    """`words` as cleaned runs, without empty ones.

    >>> runs("3-берене")
    (Run(text='3-берене', kind='plain', language=''),)
    """
    whole = (Run(words),) if isinstance(words, str) else words
    cleaned = (dataclasses.replace(run, text=clean(run.text)) for run in whole)
    return tuple(run for run in cleaned if run.text)


def plain(words: Words) -> str:
    """Only the text of `words`."""
    return "".join(run.text for run in runs(words))


def named(text: str) -> str:
    """A title or heading; a dash where nothing printable is left of it, since none may be empty."""
    return without_unseen(clean(text)).strip() or "—"


def without_unseen(text: str) -> str:
    """`text` without the signs that leave no mark on paper (joiners, variation selectors)."""
    return _UNSEEN.sub("", text)


def main_language(paper: Paper) -> str:
    """The language a reader or a reading machine starts with."""
    return "ky" if paper.language == "ky+ru" else paper.language


def sections(paper: Paper) -> list[tuple[PageForm, tuple[Block, ...]]]:
    """The blocks of a paper parted where the pages are turned.

    >>> [page for page, _ in sections(Paper("а", "ky", (Para("б"), Turn("landscape"), Para("в"))))]
    ['portrait', 'landscape']
    """
    parted: list[tuple[PageForm, tuple[Block, ...]]] = [(paper.page, ())]
    for block in paper.blocks:
        if isinstance(block, Turn):
            parted.append((block.page, ()))
        else:
            page, before = parted[-1]
            parted[-1] = (page, (*before, block))
    return parted


def heading_levels(blocks: Iterable[Block]) -> list[int]:
    """The level of each heading, never deeper than one under the heading before it.

    >>> heading_levels([Heading(3, "a"), Heading(3, "b"), Heading(1, "c")])
    [1, 2, 1]
    """
    levels: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            deepest = levels[-1] + 1 if levels else 1
            levels.append(min(max(block.level, 1), deepest, 3))
    return levels


def stamp_lines(paper: Paper) -> tuple[str, ...]:
    """The lines at the foot of each page: case, edition, hour of printing; then the fingerprint."""
    stamp = paper.stamp
    if stamp is None:
        return ()
    at = stamp.printed_at.astimezone(BISHKEK).strftime("%d.%m.%Y %H:%M")
    facts = {"case.number": stamp.case_number, "case.edition": stamp.edition, "printed.at": at}
    hashed = {"document.hash": stamp.document_hash}
    lines = (_labelled(paper, facts), _labelled(paper, hashed))
    return tuple(line for line in lines if line)


def _labelled(paper: Paper, facts: dict[str, str]) -> str:
    labels = {key: both("printed", key, language=paper.language) for key in facts}
    return " · ".join(f"{labels[key]} {clean(fact)}" for key, fact in facts.items() if fact)


def both(name: str, value: str, *, language: PaperLanguage) -> str:
    """A phrase of the forms in each language of a paper.

    >>> both("printed", "case.number", language="ky+ru")
    'Иш № / Дело №'
    """
    words = [phrase(name, value, language=each) for each in language.split("+")]
    return " / ".join(dict.fromkeys(words))


def fingerprint(paper: Paper) -> str:
    """SHA-256 of everything the paper says, its stamp left out: the same in Word and in PDF."""
    said = dataclasses.asdict(dataclasses.replace(paper, stamp=None))
    kinds = [type(block).__name__ for block in paper.blocks]
    canonical = json.dumps([kinds, said], ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def comparative_table(
    title: str,
    *,
    rows: Iterable[tuple[str, Words, Words]],
    language: PaperLanguage,
    mark: str = "",
    stamp: Stamp | None = None,
) -> Paper:
    """A comparative table on landscape A4: provision, text as it was, text as it is to be."""
    words = [both("comparative", each, language=language) for each in ("provision", "old", "new")]
    columns = tuple(map(Column, words, (0.16, 0.42, 0.42)))
    table = Table(columns, tuple(rows))
    return Paper(title, language, (table,), mark=mark, stamp=stamp, page="landscape")
