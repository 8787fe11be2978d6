"""What a style passes on to its paragraphs."""

from lxml import etree

from makul.documents.reading.styles import Styles, is_on
from tests.fixtures.word_files import W


def styles(inner: str) -> Styles:
    return Styles(etree.fromstring(f"<w:styles {W}>{inner}</w:styles>"))


def style(name: str, inner: str, based: str = "") -> str:
    base = f'<w:basedOn w:val="{based}"/>' * bool(based)
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def test_bold_centring_and_lists_come_from_what_a_style_is_based_on() -> None:
    base = style(
        "A",
        '<w:rPr><w:b/></w:rPr><w:pPr><w:jc w:val="center"/><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>',
    )
    look = styles(base + style("B", "", "A")).look("B")
    assert (look.bold, look.centred, look.number, look.depth) == (True, True, "4", None)


def test_styles_based_on_each_other_end() -> None:
    assert not styles(style("A", "", "B") + style("B", "", "A")).look("A").bold


def test_switches() -> None:
    on, off = (etree.fromstring(f'<w:b {W} w:val="{value}"/>') for value in ("1", "0"))
    assert (is_on(on), is_on(off), is_on(None)) == (True, False, False)
