"""Writes a paper as PDF: tagged, for the archive (PDF/A-2a, PDF/UA-1), the same bytes each time."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

import typst

from makul.core.errors import BadInput
from makul.documents.paper import (
    NUMBER_HYPHEN,
    Block,
    ChapterHeading,
    Fields,
    Heading,
    PageForm,
    Pair,
    Paper,
    Para,
    Picture,
    Run,
    Signatures,
    Table,
    Words,
    clean,
    heading_levels,
    main_language,
    named,
    plain,
    runs,
    sections,
    stamp_lines,
    without_unseen,
)
from makul.documents.table_widths import column_widths, room_for_characters

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
MARGINS_MM = {"portrait": (25, 18), "landscape": (20, 18)}
PAGE_MM = {"portrait": 210, "landscape": 297}
_NO_STAMP_AT = datetime(2000, 1, 1, tzinfo=UTC)  # the same paper without a stamp: the same bytes
_TALL = 30  # lines of a cell from which its row may be split between two pages

# What the two fonts inside the typst wheel draw for certain, found by drawing each letter. A letter
# outside is shown by its number: nothing said is dropped, and no font is taken from the machine.
_NOT_DRAWN = re.compile(
    "[^\n\x20-\x7e\xa0-\u017f\u0300-\u0304\u0306-\u0308\u030a-\u030c\u0323\u0327\u0328"
    "\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce"
    "\u0400-\u045f\u0462\u0463\u0472-\u0475\u0490-\u04c4\u04cf-\u04f9"
    "\u05d0-\u05ea\u0621-\u063a\u0640-\u064a\u0660-\u0669\u1e80-\u1e85"
    "\u2010-\u2027\u202f-\u2037\u2039-\u203a\u2044\u2070\u2071\u2074-\u2079\u2080-\u2089"
    "\u20ac\u20bd\u2116\u2122\u2153\u2154\u2190-\u2195\u2212\u2248\u2260\u2264\u2265"
    "\u25a0\u25a1\u25cf\u2610-\u2612\u2713\u2714\u2717]"
)
_CYRILLIC = re.compile(r"[Ѐ-ӿ-]+")
_VOWELS = "аеёиоуыэюяөүіАЕЁИОУЫЭЮЯӨҮІ"
_CONSONANT = f"[^{_VOWELS}-]"
_SYLLABLE = re.compile(rf"((?<=\w)[{_VOWELS}]{_CONSONANT}*)(?=[^{_VOWELS}ьъЬЪ-][{_VOWELS}])")


def write_pdf(paper: Paper) -> bytes:
    """`paper` as PDF/A-2a and PDF/UA-1 on A4, `n / N` on each page.

    Raises: BadInput `pdf_failed` with the typesetter's own words.
    """
    printed_at = paper.stamp.printed_at if paper.stamp else _NO_STAMP_AT
    try:
        return typst.compile(
            _template(),
            sys_inputs={"paper": json.dumps(_as_data(paper), ensure_ascii=False)},
            ignore_system_fonts=True,
            pdf_standards=STANDARDS,
            timestamp=int(printed_at.timestamp()),
        )
    except typst.TypstError as error:
        raise BadInput("pdf_failed", why=error.message) from error
    except BaseException as error:
        # The typesetter's own panics stand outside Exception: they must not end the whole process.
        if type(error).__name__ != "PanicException":
            raise
        raise BadInput("pdf_failed", why="the typesetter stopped") from error


@cache
def _template() -> bytes:
    return (files("makul.documents") / "typst" / "paper.typ").read_bytes()


def _as_data(paper: Paper) -> dict[str, object]:
    levels = iter(heading_levels(paper.blocks))
    return {
        "title": drawable(named(paper.title)),
        "heading": " — ".join(drawable(named(paper.title)).split("\n")),
        "lang": main_language(paper),
        "region": "KG",
        "mark": drawable(paper.mark),
        "opening": [drawable(side) for side in paper.opening],
        "subtitle": _words(paper.subtitle, room=60),
        "stamp": [_loose(drawable(line), room=110) for line in stamp_lines(paper)],
        "sections": [_section(*each, levels=levels) for each in sections(paper)],
    }


def _section(
    page: PageForm, blocks: tuple[Block, ...], *, levels: Iterator[int]
) -> dict[str, object]:
    room_mm = PAGE_MM[page] - sum(MARGINS_MM[page])
    return {
        "page": page,
        "margins": MARGINS_MM[page],
        "blocks": [_block(block, levels=levels, room_mm=room_mm) for block in blocks],
    }


def _block(block: Block, *, levels: Iterator[int], room_mm: int) -> dict[str, object]:
    match block:
        case Heading():
            said = {"level": next(levels), "text": drawable(named(block.text))}
            return {"kind": "heading", "centred": isinstance(block, ChapterHeading), **said}
        case Para():
            words = _words(block.words, room=60)
            return {"kind": "para", "style": block.style, "lang": block.language, "words": words}
        case Fields():
            lines = [(_words(a, room=22), _words(b, room=40)) for a, b in block.lines]
            return {"kind": "fields", "lines": lines}
        case Table():
            return {"kind": "table", **_table(block, room_mm=room_mm)}
        case Signatures():
            signed = [
                {name: _words(text, room=30) for name, text in vars(line).items()}
                for line in block.lines
            ]
            return {"kind": "signatures", "lines": signed}
        case Picture():
            told = drawable(block.told)
            return {"kind": "picture", "svg": block.svg, "told": told, "share": block.share}
        case Pair():
            sides = {"left": _words(block.left, room=30), "right": _words(block.right, room=30)}
            return {"kind": "pair", "style": block.style, "languages": block.languages, **sides}
    return {"kind": "pagebreak"}


def _table(table: Table, *, room_mm: int) -> dict[str, object]:
    widths = column_widths(table, room_mm=room_mm)
    rooms = [room_for_characters(width) for width in widths]
    columns = [
        {
            "title": _words(column.title, room=room),
            "mm": width,
            "align": column.align,
            "lang": column.language,
        }
        for column, width, room in zip(table.columns, widths, rooms, strict=True)
    ]
    rows = [
        [_words(cell, room=room) for cell, room in zip(row, rooms, strict=True)]
        for row in table.rows
    ]
    return {"columns": columns, "rows": rows, "tall": [_is_tall(row, rooms) for row in table.rows]}


def _is_tall(row: tuple[Words, ...], rooms: list[int]) -> bool:
    texts = [plain(cell) for cell in row]
    lines = (len(t) / room + t.count("\n") for t, room in zip(texts, rooms, strict=True))
    return max(lines) > _TALL


def _words(words: Words, *, room: int) -> str | list[tuple[str, str, str]]:
    if isinstance(words, str):
        return _loose(drawable(words), room=room)
    return [_run(run, room=room) for run in runs(words)]


def _run(run: Run, *, room: int) -> tuple[str, str, str]:
    return _loose(drawable(run.text), room=room), run.kind, run.language


def drawable(text: str) -> str:
    """`text` with each letter the fonts lack shown by its number.

    >>> drawable("Өкмөт 水")
    'Өкмөт [U+6C34]'
    """
    composed = without_unseen(unicodedata.normalize("NFC", clean(text)))
    shown = _NOT_DRAWN.sub(lambda found: f"[U+{ord(found[0]):04X}]", composed)
    return NUMBER_HYPHEN.sub("-\u2060", shown)


def _loose(text: str, *, room: int) -> str:
    if len(text) <= room:
        return text
    return re.sub(rf"\S{{{room + 1},}}", lambda word: breakable(word[0], room=room), text)


def breakable(word: str, *, room: int) -> str:
    """`word` with places where it may be broken: between syllables, or anywhere if it has none.

    >>> breakable("макулдашылды", room=8).replace(chr(0xAD), "·")
    'ма·кул·да·шыл·ды'
    """
    if not _CYRILLIC.fullmatch(word.strip("«»()[].,;:!?…“”")):
        return _cut(word, size=min(room, 8))
    syllables = _SYLLABLE.sub("\\1\xad", word).split("\xad")
    return "\xad".join(_cut(each, size=room) for each in syllables)


def _cut(piece: str, *, size: int) -> str:
    return "\u200b".join(piece[at : at + size] for at in range(0, len(piece), size))
