"""Drawings in a Word file: each as a PNG that any version of Word shows, with its words for a screen reader."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

import typst

from makul.core.errors import BadInput
from makul.documents.paper import Picture, clean

FIRST_ID = 100  # relationships of the file's own parts come before
PPI = 220
_EMU_PER_TWIP = 635
_PAGE = b"""#set page(width: float(sys.inputs.mm) * 1mm, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)
"""
_SPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_MEDIA = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def png(svg: str, *, width_mm: float) -> bytes:
    """A drawing as PNG, as wide as it will be printed; the same drawing gives the same bytes.

    Raises: BadInput `pdf_failed` with the typesetter's own words.
    """
    try:
        drawn = typst.compile(
            _PAGE,
            sys_inputs={"svg": svg, "mm": f"{width_mm:.2f}"},
            format="png",
            ppi=PPI,
            ignore_system_fonts=True,
        )
    except typst.TypstError as error:
        raise BadInput("pdf_failed", why=error.message) from error
    return drawn if isinstance(drawn, bytes) else drawn[0]


def size_of(drawn: bytes) -> tuple[int, int]:
    """Width and height of a PNG in points of the screen, as its head says.

    >>> size_of(bytes(16) + (640).to_bytes(4) + (480).to_bytes(4))
    (640, 480)
    """
    return int.from_bytes(drawn[16:20]), int.from_bytes(drawn[20:24])


def drawing(picture: Picture, drawn: bytes, *, number: int, width_twips: int) -> str:
    """The place of a picture in the text."""
    across, down = size_of(drawn)
    wide = width_twips * _EMU_PER_TWIP
    extent = f'cx="{wide}" cy="{wide * down // across}"'
    named = f'id="{number}" name="Picture {number}" descr={quoteattr(clean(picture.told))}'
    frame = f'<a:off x="0" y="0"/><a:ext {extent}/>'
    return (
        f"<w:r><w:drawing><wp:inline {_SPACES}><wp:extent {extent}/><wp:docPr {named}/>"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="{_id(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm>{frame}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def relations(count: int) -> str:
    """What ties the places of so many pictures to their files."""
    return "".join(
        f'<Relationship Id="{_id(number)}" Type="{_MEDIA}" Target="{name_of(number)}"/>'
        for number in range(1, count + 1)
    )


def name_of(number: int) -> str:
    """The file of a picture inside the Word file.

    >>> name_of(1)
    'media/picture1.png'
    """
    return f"media/picture{number}.png"


def _id(number: int) -> str:
    return f"rId{FIRST_ID + number}"
