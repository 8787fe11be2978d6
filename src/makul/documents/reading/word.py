"""The lines of a Word file: what a person sees in it, with numbers and superscripts written out."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator

from lxml import etree

from makul.core.errors import BadInput
from makul.core.provisions import Line
from makul.core.provisions.marks import mark_of
from makul.core.provisions.numbers import superscript
from makul.documents.reading.limits import Limits
from makul.documents.reading.numbering import Numbering, W, integer
from makul.documents.reading.package import Package
from makul.documents.reading.styles import Look, Styles, is_on

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_CHANGES = tuple(W + tag for tag in ("ins", "del", "moveFrom", "moveTo"))
_SKIPPED = frozenset(
    {
        W + tag
        for tag in ("drawing", "pict", "object", "pPr", "sdtPr", "del", "moveFrom", "instrText")
    }
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
)
_BREAK = "\u2028"
_MARKS = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}cr": _BREAK,
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_RUNNING = 10  # so many paragraphs in one cell are running text, not a table
_RAISED = re.compile(r"\s*-?\d+\s*")
_CONTENTS = re.compile(r"(?:\.{4,}|\s)\s*\d{1,4}$")


def lines_of_word(data: bytes, *, name: str, limits: Limits) -> tuple[Line, ...]:
    """Paragraphs and rows of tables of the document's body, in order."""
    package = Package(data, name=name, limits=limits)
    root = package.parse(package.main)
    body = root.find(f"{W}body") if root is not None else None
    if root is None or body is None:
        raise BadInput("broken_file", name=name)
    changes = sum(1 for _ in root.iter(*_CHANGES))
    if changes:
        raise BadInput("tracked_changes", name=name, count=changes)
    styles = Styles(package.beside("styles.xml"))
    numbering = Numbering(package.beside("numbering.xml"), styles.numbered())
    return tuple(_Reader(styles, numbering).blocks(body))


class _Reader:
    """Walks the body with the styles and the lists of its document."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles, self.numbering = styles, numbering

    def blocks(self, parent: etree._Element) -> Iterator[Line]:
        """Lines of the paragraphs and tables below `parent`; wrappers are looked into."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._rows(child)
            elif (
                child.tag not in _SKIPPED and isinstance(child.tag, str) and not _is_contents(child)
            ):
                yield from self.blocks(child)

    def _rows(self, table: etree._Element) -> Iterator[Line]:
        """A line for each row; a frame around running text is looked through."""
        rows = [row for row in table.iter(f"{W}tr") if _within(row, "tbl") is table]
        for row in rows:
            cells = [
                list(self.blocks(cell)) for cell in row.iter(f"{W}tc") if _within(cell, "tr") is row
            ]
            if len(cells) == 1 or any(len(lines) >= _RUNNING for lines in cells):
                yield from itertools.chain(*cells)
                continue
            shown = (" ".join(line.text for line in lines).strip() for lines in cells)
            text = " | ".join(cell for cell in shown if cell)
            if text:
                yield Line(text, table=True)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Line]:
        properties = paragraph.find(f"{W}pPr")
        look = self.styles.look(_value(properties, "pStyle"))
        runs = list(_runs(paragraph))
        text = "".join(text for text, _ in runs)
        if look.contents and _CONTENTS.search(text):
            return
        number = self._number(properties, look)  # an empty paragraph counts, though it is not shown
        style = _style(properties, look, runs)
        for piece in _pieces(number + text) if text.strip() else ():
            yield Line(piece, style=style)

    def _number(self, properties: etree._Element | None, look: Look) -> str:
        """The automatic number of a paragraph, by itself or by its style."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        number, depth = look.number, look.depth
        style = _value(properties, "pStyle") or self.styles.default
        if own is not None:
            number = _value(own, "numId") or number
            level = _value(own, "ilvl")
            depth = integer(level) if level is not None else depth
        if not number or number == "0":
            return ""
        return self.numbering.next(
            number, self.numbering.depth_of_style(number, style) if depth is None else depth
        )


def _value(element: etree._Element | None, tag: str) -> str | None:
    found = element.find(W + tag) if element is not None else None
    return found.get(f"{W}val") if found is not None else None


def _within(element: etree._Element, tag: str) -> etree._Element | None:
    """The nearest table or row an element stands in."""
    return next(element.iterancestors(W + tag), None)


def _is_contents(element: etree._Element) -> bool:
    """A table of contents that Word keeps: it repeats the headings and is no text of the act."""
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"


def _runs(parent: etree._Element) -> Iterator[tuple[str, bool]]:
    """Texts of the runs in order, each with whether it is bold; wrappers are looked into."""
    for child in parent:
        if child.tag == f"{W}r":
            properties = child.find(f"{W}rPr")
            if properties is None or not is_on(properties.find(f"{W}vanish")):
                yield (
                    _run(child, properties),
                    properties is not None and is_on(properties.find(f"{W}b")),
                )
        elif child.tag == _MATH_TEXT:
            yield child.text or "", False
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _runs(child)


def _run(run: etree._Element, properties: etree._Element | None) -> str:
    found = []
    for child in run:
        if child.tag == f"{W}t":
            found.append(child.text or "")
        elif child.tag == f"{W}br":
            found.append(_BREAK if child.get(f"{W}type") in {None, "textWrapping"} else " ")
        else:
            found.append(_MARKS.get(child.tag, ""))
    text = "".join(found)
    lifted = integer(_value(properties, "position")) > 0
    raised = _value(properties, "vertAlign") == "superscript" or lifted
    return superscript(text.strip(" -")) if raised and _RAISED.fullmatch(text) else text


def _style(
    properties: etree._Element | None, look: Look, runs: list[tuple[str, bool]]
) -> str | None:
    """title: centred; heading: a heading style, or bold from end to end."""
    aligned = _value(properties, "jc")
    if aligned == "center" or (aligned is None and look.centred):
        return "title"
    bold = [is_bold for text, is_bold in runs if text.strip()]
    outline = _value(properties, "outlineLvl")
    return "heading" if look.heading or outline or look.bold or (bold and all(bold)) else None


def _pieces(text: str) -> Iterator[str]:
    """A paragraph parted where a line break parts provisions; other breaks are spaces."""
    gathered: list[str] = []
    for piece in text.split(_BREAK):
        flat = " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", piece)).split())
        if not flat:
            continue
        if gathered and (gathered[-1].endswith((".", ":", ";")) or mark_of(flat) is not None):
            yield " ".join(gathered)
            gathered = []
        gathered.append(flat)
    if gathered:
        yield " ".join(gathered)
