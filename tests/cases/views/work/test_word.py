"""A position by Word through its pages: downloaded, sent back, looked at, and only then kept."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from makul.cases.models import Case, Position
from makul.parties import keeping
from tests.scene import Scene, browser, draft, remark

pytestmark = pytest.mark.django_db


def url(name: str, case: Case, *more: str) -> str:
    return reverse(name, args=[case.number, *more])


def downloaded(client: Any, case: Case, language: str = "ky") -> Any:
    answer = client.get(url("word_form", case, language))
    assert answer["Content-Disposition"] == (
        f'attachment; filename="makul-{case.number}-{language}.docx"'
    )
    return Document(io.BytesIO(answer.content))


def sent(client: Any, case: Case, edited: Any) -> Any:
    out = io.BytesIO()
    edited.save(out)
    file = SimpleUploadedFile("answer.docx", out.getvalue())
    return client.post(url("word_answer", case), {"file": file, "once": "word-1"})


def filled_in(edited: Any, *rows: tuple[str, ...]) -> Any:
    table = next(one for one in edited.tables if len(one.columns) == 7)
    for row, cells in zip(table.rows[1:], rows, strict=False):
        for cell, text in zip(row.cells, cells, strict=False):
            cell.text = text
    return edited


def test_rows_are_shown_before_anything_is_kept(scene: Scene, case: Case) -> None:
    client = browser(scene.drafter(scene.bodies[0]), language="ky")
    good = ("3-берене 1-бөлүк", "каршы пикир", "Каражат жок", "", "", "", "1 240 000")
    bad = ("77-берене", "сунуш", "Мындай берене жок")
    answer = sent(client, case, filled_in(downloaded(client, case), good, bad))
    assert (answer.status_code, answer.url) == (303, url("position_edit", case))
    assert Position.objects.count() == 0
    page = client.get(url("position_edit", case)).content.decode()
    shown = ("Каражат жок", "1 240 000", "77-берене", "Мындай берене жок")
    assert [text in page for text in shown] == [True] * 4


def test_what_was_recognised_is_kept_by_the_page_and_then_forgotten(
    scene: Scene, case: Case
) -> None:
    actor = scene.drafter(scene.bodies[0])
    client = browser(actor)
    sent(client, case, filled_in(downloaded(client, case, "ru"), ("ст. 2", "предложение", "Раз")))
    kept = keeping.kept(actor, url("position_edit", case))
    assert kept is not None
    data = {"do": "save", "stance": "agreed_with_remarks", **kept, "language": "ru"}
    assert client.post(url("position_edit", case), data).status_code == 303
    one = Position.objects.get().remarks.get()
    assert (one.eid, one.kind, one.text) == ("art_2", "proposal", "Раз")
    assert keeping.kept(actor, url("position_edit", case)) is None


def test_the_form_is_filled_with_the_draft_so_far(scene: Scene, case: Case) -> None:
    draft(scene, case, scene.bodies[0], "not_agreed", remark())
    edited = downloaded(browser(scene.drafter(scene.bodies[0])), case, "ru")
    table = next(one for one in edited.tables if len(one.columns) == 7)
    cells = [cell.text for cell in table.rows[1].cells]
    assert (cells[1], cells[6]) == ("возражение", "400 000")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("answer.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "old Word format"),
        ("answer.pdf", b"%PDF-1.4 scan", "PDF"),
        ("answer.docx", b"PK\x03\x04 broken", "cannot be opened"),
        ("answer.txt", "Жооп".encode(), "No table of the form"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    scene: Scene, case: Case, name: str, data: bytes, words: str
) -> None:
    client = browser(scene.drafter(scene.bodies[0]))
    page = client.post(url("word_answer", case), {"file": SimpleUploadedFile(name, data)})
    assert (page.status_code, words in page.content.decode()) == (422, True)


def test_the_form_of_another_body_is_refused_in_words(scene: Scene, case: Case) -> None:
    other = browser(scene.drafter(scene.bodies[1]))
    edited = downloaded(other, case)
    page = sent(browser(scene.drafter(scene.bodies[0])), case, edited)
    assert (page.status_code, "another body" in page.content.decode()) == (422, True)


def test_there_is_no_form_in_english(scene: Scene, case: Case) -> None:
    client = browser(scene.drafter(scene.bodies[0]))
    assert client.get(url("word_form", case, "en")).status_code == 404
