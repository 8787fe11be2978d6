"""The table of remarks and replies as files: both languages, Word and PDF, published replies only."""

from __future__ import annotations

import io
from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from docx import Document

from makul.cases.actions.replies import ReplyInput, draft_reply
from makul.cases.actions.rows import place_rest
from makul.cases.models import Case
from tests.scene import Scene, browser

pytestmark = pytest.mark.django_db


def url(case: Case, language: str, ending: str) -> str:
    return reverse("replies_table", args=[case.number, language, ending])


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_the_table_is_landscape_with_a_repeated_head_and_a_line_a_row(
    scene: Scene, answered: Case, language: str
) -> None:
    page = browser(scene.drafter(scene.ministry)).get(url(answered, language, "docx"))
    paper = Document(io.BytesIO(page.content))
    table = max(paper.tables, key=lambda one: len(one.rows))
    section = paper.sections[0]
    assert section.page_width > section.page_height
    assert len(table.rows) == 1 + answered.rows.count()
    assert "tblHeader" in table.rows[0]._tr.xml


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_the_same_as_pdf(scene: Scene, answered: Case, language: str) -> None:
    page = browser(scene.drafter(scene.union)).get(url(answered, language, "pdf"))
    assert (page["Content-Type"], page.content[:5]) == ("application/pdf", b"%PDF-")
    assert f"makul-{answered.number}-replies-{language}.pdf" in page["Content-Disposition"]


def test_a_draft_stands_in_no_file(scene: Scene, spoken: Case, at: datetime) -> None:
    place_rest(case=spoken, actor=scene.drafter(scene.union), now=at + timedelta(days=2))
    drafter = scene.drafter(scene.ministry)
    content = ReplyInput("declined", "Жашыруун")
    draft_reply(row=spoken.rows.get(number=1), content=content, actor=drafter, now=at)
    page = browser(drafter).get(url(spoken, "ky", "docx"))
    paper = Document(io.BytesIO(page.content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert not [text for text in cells if "Жашыруун" in text]


@pytest.mark.parametrize(("language", "ending"), [("en", "pdf"), ("ky", "odt")])
def test_no_other_file_is_made(scene: Scene, case: Case, language: str, ending: str) -> None:
    client = browser(scene.drafter(scene.ministry))
    assert client.get(url(case, language, ending)).status_code == 404
