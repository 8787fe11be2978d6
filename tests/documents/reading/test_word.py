"""Word files as they are: numbers written out, superscripts, tables, breaks, what is not read."""

import io
import zipfile

import pytest

from makul.core.provisions import Line
from makul.documents.reading import read_act
from tests.fixtures.word_files import abstract, archive, docx, number, paragraph, run

CODE = abstract("1", "decimal|Статья %1.", "decimal|%2.", "decimal|%3)", "russianLower|%4)")
KYRGYZ = abstract("2", "decimal|%1-берене.", "decimal|%2.")
START = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'
OWN = '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Раздел %1."/></w:lvl></w:lvlOverride>'
NUMBERING = (
    CODE
    + KYRGYZ
    + number("1", "1")
    + number("2", "2")
    + number("3", "1", START)
    + number("4", "2", OWN)
)


def lines(*body: str, **more: str) -> tuple[Line, ...]:
    return read_act(docx(*body, **more), name="act.docx")


def texts(*body: str, **more: str) -> list[str]:
    return [line.text for line in lines(*body, **more)]


def listed(*levels: tuple[str, int]) -> list[str]:
    """Numbers of paragraphs at these levels of these lists."""
    body = [paragraph("х", level=level) for level in levels]
    return [text.removesuffix("х").strip() for text in texts(*body, numbering=NUMBERING)]


def test_automatic_numbers_are_written_out() -> None:
    assert listed(
        ("1", 0), ("1", 1), ("1", 2), ("1", 3), ("1", 3), ("1", 2), ("1", 1), ("1", 0), ("1", 1)
    ) == [
        "Статья 1.",
        "1.",
        "1)",
        "а)",
        "б)",
        "2)",
        "2.",
        "Статья 2.",
        "1.",
    ]


def test_kyrgyz_numbers_and_overrides() -> None:
    assert listed(("2", 0), ("2", 1), ("2", 0)) == ["1-берене.", "1.", "2-берене."]
    assert listed(("1", 0), ("3", 1), ("3", 1), ("1", 1)) == ["Статья 1.", "5.", "6.", "7."]
    assert listed(("4", 0), ("4", 0)) == ["Раздел III.", "Раздел IV."]


def test_a_style_brings_its_list_and_its_level() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="base"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Article"><w:name w:val="article"/><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="part"/><w:basedOn w:val="Base"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = [
        paragraph("А", style="Article"),
        paragraph("Б", style="Part"),
        paragraph("В", style="Article"),
    ]
    none = paragraph("Г", style="Part", level=("0", 0))
    assert texts(*body, none, styles=styles, numbering=NUMBERING) == [
        "Статья 1. А",
        "1. Б",
        "Статья 2. В",
        "Г",
    ]


def test_a_level_tied_to_a_style_is_found_through_the_list() -> None:
    tied = abstract("1", "decimal|Статья %1.", 'decimal|%2.|<w:pStyle w:val="Part"/>')
    styles = '<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="part"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = [paragraph("А", level=("1", 0)), paragraph("Б", style="Part")]
    assert texts(*body, styles=styles, numbering=tied + number("1", "1")) == ["Статья 1. А", "1. Б"]


def test_superscripts_stay_superscripts() -> None:
    heading = paragraph("Статья 222", run("2", raised=True), ". Имя")
    assert texts(heading, paragraph("36 м", run("2", raised=True))) == ["Статья 222². Имя", "36 м²"]
    assert texts(paragraph("слово", run("*", raised=True))) == ["слово*"]


def test_spaces_hyphens_and_invisible_letters() -> None:
    marks = "<w:r><w:t>айыл</w:t><w:noBreakHyphen/><w:t>өк</w:t><w:softHyphen/><w:t>мөтү</w:t><w:tab/><w:t>№\u00a05</w:t></w:r>"
    assert texts(paragraph(marks)) == ["айыл-өкмөтү № 5"]
    assert texts("ё\u0301 и\u0306 соб\u00adрание")[0].endswith("й собрание")


def test_a_break_parts_provisions_but_not_a_heading() -> None:
    both = "<w:r><w:t>1. Первая;</w:t><w:br/><w:t>2. Вторая</w:t><w:br/><w:t>и далее</w:t></w:r>"
    assert texts(paragraph(both)) == ["1. Первая;", "2. Вторая и далее"]


def test_tables_come_in_order_a_line_each_row() -> None:
    nested = f"<w:tbl><w:tr><w:tc>{paragraph('в')}</w:tc></w:tr></w:tbl>"
    row = f"<w:tr><w:tc>{paragraph('а')}{paragraph('б')}</w:tc><w:tc>{nested}</w:tc></w:tr>"
    found = lines("до", f"<w:tbl>{row}</w:tbl>", "после")
    assert [(one.text, one.table) for one in found] == [
        ("до", False),
        ("а б | в", True),
        ("после", False),
    ]


def test_wrappers_are_read_and_pictures_are_not() -> None:
    link = f"<w:hyperlink>{run('ссылка')}</w:hyperlink>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run(' поле')}</w:sdtContent></w:sdt>"
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('рамка')}</w:txbxContent></w:pict></w:r>"
    field = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    assert texts(paragraph(link, control, box, field, note)) == ["ссылка поле"]
    block = f"<w:sdt><w:sdtContent>{paragraph('внутри')}</w:sdtContent></w:sdt>"
    assert texts(block, "дальше") == ["внутри", "дальше"]


def test_contents_and_hidden_words_are_no_text() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    gallery = f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{paragraph("Статья 1. Имя 3")}</w:sdtContent></w:sdt>'
    body = [
        gallery,
        paragraph("Статья 1. Имя 3", style="T1"),
        paragraph("Статья 1. Имя", run("тайна", hidden=True)),
    ]
    assert texts(*body, styles=styles) == ["Статья 1. Имя"]


@pytest.mark.parametrize(
    ("made", "style"),
    [
        (paragraph(run("Имя", bold=True)), "heading"),
        (paragraph(run("Имя", bold=True), run(" и текст")), None),
        (paragraph("Имя", centre=True), "title"),
        (paragraph("Имя", style="H"), "heading"),
    ],
)
def test_the_look_of_a_line(made: str, style: str | None) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    assert lines(made, styles=styles)[0].style == style


def test_the_main_part_may_bear_another_name() -> None:
    assert [
        one.text for one in read_act(docx("Текст", main="word/document2.xml"), name="a.docx")
    ] == ["Текст"]


def test_a_frame_around_the_whole_text_is_looked_through() -> None:
    cell = "".join(paragraph(text) for text in ("Статья 1. Имя", "1. Текст."))
    assert texts(f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>") == [
        "Статья 1. Имя",
        "1. Текст.",
    ]
    long = "".join(paragraph(f"{n}. Текст.") for n in range(12))
    assert (
        len(
            texts(
                f"<w:tbl><w:tr><w:tc>{long}</w:tc><w:tc>{paragraph('герб')}</w:tc></w:tr></w:tbl>"
            )
        )
        == 13
    )


def test_an_empty_numbered_paragraph_counts() -> None:
    body = [
        paragraph("А", level=("1", 0)),
        paragraph("", level=("1", 0)),
        paragraph("Б", level=("1", 0)),
    ]
    assert texts(*body, numbering=NUMBERING) == ["Статья 1. А", "Статья 3. Б"]


def test_raised_runs_and_raised_hyphens_are_superscripts() -> None:
    raised = '<w:r><w:rPr><w:position w:val="8"/></w:rPr><w:t>2</w:t></w:r>'
    assert texts(paragraph("222", raised, "-берене. Аты")) == ["222²-берене. Аты"]
    assert texts(paragraph("Статья 222", run("-2", raised=True), ". Имя")) == ["Статья 222². Имя"]


def test_the_strict_form_of_the_standard_is_read() -> None:
    strict = parts_of(docx("Текст"))
    old, new = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    strict["word/document.xml"] = strict["word/document.xml"].replace(old, new)
    assert [one.text for one in read_act(archive(dict(strict)), name="a.docx")] == ["Текст"]


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}
