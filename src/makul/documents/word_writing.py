"""Writes a paper as a Word file with real styles, repeating table heads and languages marked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from xml.sax.saxutils import escape

from makul.documents.paper import (
    NUMBER_HYPHEN,
    Block,
    ChapterHeading,
    Fields,
    Heading,
    PageBreak,
    PageForm,
    Pair,
    Paper,
    Para,
    Picture,
    Run,
    Signature,
    Signatures,
    Table,
    Words,
    clean,
    heading_levels,
    main_language,
    named,
    runs,
    sections,
    stamp_lines,
)
from makul.documents.table_widths import column_widths
from makul.documents.word_pictures import drawing, name_of, png, relations

TWIPS_PER_MM = 1440 / 25.4
MARGINS_MM = {"portrait": (25, 18), "landscape": (20, 18)}
PAGE_MM = {"portrait": (210, 297), "landscape": (297, 210)}
LOCALES = {"ky": "ky-KG", "ru": "ru-RU", "en": "en-GB"}

_MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OPEN = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RUN_STYLES = {
    "ins": "InsertedWords",
    "del": "DeletedWords",
    "strong": "Strong",
    "law": "LawWords",
}
_PARA_STYLES = {
    "body": "Normal",
    "law": "LawText",
    "note": "NoteText",
    "small": "SmallText",
    "centre": "CentredText",
    "right": "RightText",
    "part": "PartText",
    "point": "PointText",
}
_FOOTERS = {"portrait": "rId4", "landscape": "rId5"}
_SIDES = {"left": "", "right": '<w:jc w:val="right"/>', "centre": '<w:jc w:val="center"/>'}
_SPACER = '<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr></w:p>'
_NO_STAMP_AT = datetime(2000, 1, 1, tzinfo=UTC)  # the same paper without a stamp: the same bytes
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def write_docx(paper: Paper) -> bytes:
    """`paper` as a Word file on A4; the same paper gives the same bytes."""
    locale = LOCALES[main_language(paper)]
    pictures: list[bytes] = []
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _part("content_types.xml"),
        "_rels/.rels": _part("package_rels.xml"),
        "docProps/core.xml": _properties(paper, locale=locale),
        "word/document.xml": _document(paper, pictures),
        "word/_rels/document.xml.rels": _part("document_rels.xml"),
        "word/styles.xml": _part("styles.xml").replace("LANGUAGE", locale),
        "word/settings.xml": _part("settings.xml").replace("LANGUAGE", locale),
        "word/header1.xml": _header(paper),
        "word/footer1.xml": _footer(paper, "portrait"),
        "word/footer2.xml": _footer(paper, "landscape"),
    }
    if pictures:
        ends = "</Relationships>"
        rels = _part("document_rels.xml").replace(ends, relations(len(pictures)) + ends)
        parts["word/_rels/document.xml.rels"] = rels
    named_pictures = {f"word/{name_of(n)}": drawn for n, drawn in enumerate(pictures, 1)}
    return _packed(parts | named_pictures)


def _packed(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, date_time=_ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, text.encode("utf-8") if isinstance(text, str) else text)
    return out.getvalue()


@cache
def _part(name: str) -> str:
    return (files("makul.documents") / "word_parts" / name).read_text("utf-8")


def _document(paper: Paper, pictures: list[bytes]) -> str:
    """The text; what it draws is added to the pictures."""
    levels = iter(heading_levels(paper.blocks))
    *turned, last = sections(paper)
    body = [_opening(paper)]
    for page, blocks in turned:
        body += [_block(each, levels=levels, page=page, pictures=pictures) for each in blocks]
        body.append(f"<w:p><w:pPr>{_section(page)}</w:pPr></w:p>")
    page, blocks = last
    body += [_block(each, levels=levels, page=page, pictures=pictures) for each in blocks]
    said = "".join(body) + _section(page)
    return f"{_OPEN}<w:document {_MAIN} {_LINKS}><w:body>{said}</w:body></w:document>"


def _section(page: PageForm) -> str:
    """The form of the pages up to here."""
    width, height = (_twips(side) for side in PAGE_MM[page])
    left, right = (_twips(side) for side in MARGINS_MM[page])
    turned = ' w:orient="landscape"' if page == "landscape" else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        f'<w:footerReference w:type="default" r:id="{_FOOTERS[page]}"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="1361" w:right="{right}" w:bottom="1361" w:left="{left}" '
        'w:header="624" w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def _opening(paper: Paper) -> str:
    left, right = paper.opening
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{_room(paper.page)}"/></w:tabs>'
    line = _paragraph(f"{_text(left)}<w:r><w:tab/></w:r>{_text(right)}", more=tab)
    title = _paragraph(_text(named(paper.title)), style="Title")
    subtitle = _paragraph(_say(paper.subtitle), style="Subtitle") if paper.subtitle else ""
    return (line if left or right else "") + title + subtitle


def _block(block: Block, *, levels: Iterator[int], page: PageForm, pictures: list[bytes]) -> str:
    match block:
        case Heading():
            centred = _SIDES["centre"] if isinstance(block, ChapterHeading) else ""
            style = f"Heading{next(levels)}"
            return _paragraph(_text(named(block.text)), style=style, more=centred)
        case Para():
            words = _say(block.words, language=block.language)
            return _paragraph(words, style=_PARA_STYLES[block.style])
        case Fields():
            return _fields(block, room=_room(page))
        case Table():
            return _table(block, room=_room(page))
        case Signatures():
            return _signatures(block, room=_room(page))
        case Pair():
            return _pair(block, room=_room(page))
        case Picture():
            return _picture(block, room=_room(page), pictures=pictures)
        case PageBreak():
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    return ""


def _picture(picture: Picture, *, room: int, pictures: list[bytes]) -> str:
    width = round(room * picture.share)
    drawn = png(picture.svg, width_mm=width / TWIPS_PER_MM)
    pictures.append(drawn)
    place = drawing(picture, drawn, number=len(pictures), width_twips=width)
    return _paragraph(place, style="CentredText")


def _table(table: Table, *, room: int) -> str:
    widths = [_twips(mm) for mm in column_widths(table, room_mm=room / TWIPS_PER_MM)]
    sides = [_SIDES[column.align] for column in table.columns]
    languages = [column.language for column in table.columns]
    heads = [
        _cell(_text(column.title, language=column.language), width=w, style="TableHead", more=side)
        for column, w, side in zip(table.columns, widths, sides, strict=True)
    ]
    places = list(zip(widths, sides, languages, strict=True))
    rows = [
        _row(
            _cell(_say(words, language=language), width=width, style="TableText", more=side)
            for words, (width, side, language) in zip(row, places, strict=True)
        )
        for row in table.rows
    ]
    head = _row(heads, more="<w:tblHeader/>")
    return _tabular("RuledTable", widths, [head, *rows], first_row=True)


def _fields(block: Fields, *, room: int) -> str:
    widths = [round(room * 0.36), room - round(room * 0.36)]
    rows = [
        _row(
            (
                _cell(_text(label), width=widths[0], style="FieldLabel"),
                _cell(_say(words), width=widths[1], style="FieldValue"),
            )
        )
        for label, words in block.lines
    ]
    return _tabular("LabelTable", widths, rows)


def _pair(pair: Pair, *, room: int) -> str:
    sides = zip((pair.left, pair.right), pair.languages, strict=True)
    cells = [
        _cell(_say(words, language=each), width=room // 2, style=_PARA_STYLES[pair.style])
        for words, each in sides
    ]
    return _tabular("SideBySide", [room // 2] * 2, [_row(cells, may_split=True)])


def _signatures(block: Signatures, *, room: int) -> str:
    cells = [_signature(line, width=room // 2) for line in block.lines]
    if len(cells) % 2:
        cells.append(_cell("", width=room // 2, style="SignatureText"))
    rows = [_row(cells[at : at + 2]) for at in range(0, len(cells), 2)]
    kept = _SPACER.replace("</w:pPr>", "<w:keepNext/></w:pPr>")  # never alone on the last page
    return kept + _tabular("SideBySide", [room // 2] * 2, rows)


def _signature(line: Signature, *, width: int) -> str:
    party = _say((Run(line.party, "strong"),))
    paragraphs = (
        _paragraph(party, style="SignatureText"),
        _paragraph(_text(line.office), style="SignatureText"),
        _paragraph("", style="SignatureLine"),
        _paragraph(_text(line.state), style="SmallText"),
    )
    return _filled("".join(paragraphs), width=width)


def _tabular(style: str, widths: list[int], rows: list[str], *, first_row: bool = False) -> str:
    if not rows:
        return ""
    look = f'<w:tblLook w:val="{"0020" if first_row else "0000"}" w:firstRow="{int(first_row)}"/>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>{_SPACER}"
    )


def _row(cells: Iterable[str], *, more: str = "", may_split: bool = False) -> str:
    whole = "" if may_split else "<w:cantSplit/>"
    properties = f"<w:trPr>{whole}{more}</w:trPr>" if whole or more else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _cell(words: str, *, width: int, style: str, more: str = "") -> str:
    return _filled(_paragraph(words, style=style, more=more), width=width)


def _filled(paragraphs: str, *, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'


def _paragraph(words: str, *, style: str = "Normal", more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{words}</w:p>'


def _say(words: Words, *, language: str = "") -> str:
    return "".join(_run(run, language=run.language or language) for run in runs(words))


def _text(text: str, *, language: str = "") -> str:
    return _say(text, language=language)


def _run(run: Run, *, language: str) -> str:
    style = _RUN_STYLES.get(run.kind)
    marks = f'<w:rStyle w:val="{style}"/>' if style else ""
    marks += f'<w:lang w:val="{LOCALES.get(language, language)}"/>' if language else ""
    lines = "<w:br/>".join(_line(line) for line in run.text.split("\n"))
    return f"<w:r>{f'<w:rPr>{marks}</w:rPr>' if marks else ''}{lines}</w:r>"


def _line(text: str) -> str:
    parts = NUMBER_HYPHEN.split(text)
    return "<w:noBreakHyphen/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in parts
    )


def _header(paper: Paper) -> str:
    border = '<w:bdr w:val="single" w:sz="6" w:space="4" w:color="1B1F21"/>'
    mark = f'<w:r><w:rPr>{border}</w:rPr><w:t xml:space="preserve"> {escape(clean(paper.mark))} </w:t></w:r>'
    words = mark if paper.mark else ""
    return f"{_OPEN}<w:hdr {_MAIN}>{_paragraph(words, style='Header')}</w:hdr>"


def _footer(paper: Paper, page: PageForm) -> str:
    line = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="DCD7CC"/></w:pBdr>'
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{_room(page)}"/></w:tabs>'
    numbers = _field("PAGE") + _text(" / ") + _field("NUMPAGES")
    first, *others = stamp_lines(paper) or ("",)
    top = _paragraph(f"{_text(first)}<w:r><w:tab/></w:r>{numbers}", style="Footer", more=line + tab)
    rest = "".join(_paragraph(_text(other), style="Footer") for other in others)
    return f"{_OPEN}<w:ftr {_MAIN}>{top}{rest}</w:ftr>"


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _properties(paper: Paper, *, locale: str) -> str:
    at = (paper.stamp.printed_at if paper.stamp else _NO_STAMP_AT).astimezone(UTC)
    moment = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    title = escape(" — ".join(named(paper.title).split("\n")))
    when = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f"{_OPEN}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:description>{escape(clean(paper.mark))}</dc:description>"
        f"<dc:language>{locale}</dc:language>{when}</cp:coreProperties>"
    )


def _room(page: PageForm) -> int:
    return _twips(PAGE_MM[page][0] - sum(MARGINS_MM[page]))


def _twips(mm: float) -> int:
    return round(mm * TWIPS_PER_MM)
