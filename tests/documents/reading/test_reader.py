"""Files that must not be read are refused with the reason, and no file makes anything but a refusal."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.command.words import say
from makul.core.errors import BadInput
from makul.core.provisions import split
from makul.documents.reading import LIMITS, Limits, read_act
from tests.fixtures.word_files import TYPES, archive, code, docx, paragraph, run

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
ENTITIES = (
    '<!DOCTYPE w [<!ENTITY a "ааааааааааааааааааааа">'
    + "".join(
        f'<!ENTITY {two} "{f"&{one};" * 10}">'
        for one, two in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + ']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    "<w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = (
    '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/'
    'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
)


def parts(document: str | bytes) -> bytes:
    return archive({"[Content_Types].xml": TYPES, "word/document.xml": document})


def locked() -> bytes:
    """A zip file whose entries say that they are encrypted."""
    data = bytearray(docx("Текст"))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(sign, start)) >= 0:
            data[start + place] |= 1
            start += 4
    return bytes(data)


def changed(tag: str) -> bytes:
    return docx(
        paragraph("<w:r><w:t>было</w:t></w:r>", f"<w:{tag} w:id='1'>{run('стало')}</w:{tag}>")
    )


BAD = {
    "legacy_doc": (OLE, "act.doc"),
    "encrypted": (OLE + "EncryptedPackage".encode("utf-16-le"), "act.docx"),
    "encrypted zip": (locked(), "act.docx"),
    "pdf_only": (b"%PDF-1.7\n...", "act.pdf"),
    "pdf_only named docx": (b"%PDF-1.7\n...", "act.docx"),
    "rtf_file": (b"{\\rtf1\\ansi text}", "act.rtf"),
    "empty_file": (b"", "act.docx"),
    "broken_file": (docx("Текст")[:200], "act.docx"),
    "broken_file cut": (code("ru")[:-60], "act.docx"),
    "broken_file xml": (parts("<w:document"), "act.docx"),
    "broken_file text": (b"\xd0\xa1 text", "act.docx"),
    "unknown_kind sheet": (
        archive({"[Content_Types].xml": TYPES, "xl/workbook.xml": "<a/>"}),
        "act.xlsx",
    ),
    "unknown_kind zip": (archive({"a.txt": "text"}), "act.zip"),
    "unknown_kind picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "act.png"),
    "unknown_kind binary": (b"\x00\x01" * 90, "act.txt"),
    "unknown_kind html": ("<html>Текст</html>".encode(), "act.html"),
    "zip_bomb": (parts(b" " * 30_000_000), "act.docx"),
    "unsafe_xml": (parts(ENTITIES), "act.docx"),
    "unsafe_xml outside": (parts(OUTSIDE), "act.docx"),
    "tracked_changes": (changed("ins"), "act.docx"),
    "tracked_changes del": (changed("del"), "act.docx"),
    "empty_text": (docx(paragraph("")), "act.docx"),
    "long_paragraph": ("а".encode() * (LIMITS.paragraph_letters + 1), "act.txt"),
    "too_big": (b"x" * (LIMITS.file_bytes + 1), "act.docx"),
}


@pytest.mark.parametrize("case", BAD)
def test_refused_with_the_reason_and_what_to_do(case: str) -> None:
    data, name = BAD[case]
    with pytest.raises(BadInput) as refused:
        read_act(data, name=f"folder/{name}")
    assert refused.value.code == case.split()[0]
    assert say(refused.value).startswith(f"{name} ")


def test_sizes_stated_falsely_are_found_when_unpacking() -> None:
    data = bytearray(docx("Текст " * 5000))
    start = data.rfind(b"word/document.xml") - 46
    data[start + 24 : start + 28] = (10).to_bytes(4, "little")
    with pytest.raises(BadInput) as refused:
        read_act(bytes(data), name="act.docx")
    assert refused.value.code in {"broken_file", "zip_bomb"}


def test_limits_are_the_callers() -> None:
    small = Limits(unpacked_bytes=100)
    with pytest.raises(BadInput) as refused:
        read_act(docx("Текст"), name="act.docx", limits=small)
    assert refused.value.code == "zip_bomb"
    with pytest.raises(BadInput) as too_long:
        read_act("а\nб\nв".encode(), name="act.txt", limits=Limits(paragraphs=2))
    assert too_long.value.code == "too_long"


def test_a_word_file_is_known_by_its_bytes_not_by_its_name() -> None:
    assert read_act(docx("Текст"), name="act.txt")[0].text == "Текст"


@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    good = bytearray(code("ky"))
    for _ in range(data.draw(st.integers(1, 12))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    try:
        split(read_act(bytes(good), name="act.docx"))
    except BadInput as refused:
        assert say(refused).startswith("act.docx ")


@given(st.binary(max_size=400), st.sampled_from(["a.docx", "a.txt", "a", "a.pdf"]))
def test_any_bytes_are_read_or_refused_and_nothing_else(data: bytes, name: str) -> None:
    try:
        split(read_act(data, name=name))
    except BadInput as refused:
        assert say(refused).startswith(f"{name} ")


def test_deep_nesting_is_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 3000 + paragraph("дно") + "</w:sdtContent></w:sdt>" * 3000
    with pytest.raises(BadInput) as refused:
        read_act(docx(deep), name="act.docx")
    assert refused.value.code == "broken_file"


def test_many_entries_are_refused() -> None:
    stream = io.BytesIO(docx("Текст"))
    with zipfile.ZipFile(stream, "a") as file:
        for count in range(LIMITS.entries):
            file.writestr(f"media/{count}", "")
    with pytest.raises(BadInput) as refused:
        read_act(stream.getvalue(), name="act.docx")
    assert refused.value.code == "zip_bomb"
