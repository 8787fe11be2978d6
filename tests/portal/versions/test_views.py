"""The page that compares two versions: changed articles only, moves in words, files for the table."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from makul.cases.models import Case
from makul.documents.models import Document
from makul.documents.storing import File, store_versions
from tests.portal.versions.test_reading import KY_2, RU_2
from tests.scene import DRAFT_KY, TEXTS

pytestmark = pytest.mark.django_db


@pytest.fixture
def revised(running: Case) -> Case:
    """Version 2 in both languages."""
    return with_texts(running, ru=RU_2, ky=KY_2)


def with_texts(case: Case, **texts: str) -> Case:
    document = Document.objects.get(subject=case.subject, kind="draft")
    files = [File(code, f"{code}.txt", text.encode()) for code, text in texts.items()]
    store_versions(document, files=files, number=2, now=case.opened_at)
    return case


def page(case: Case) -> str:
    return f"/cases/{case.number}/versions/"


def test_what_went_and_came_stands_in_both_languages(revised, read) -> None:
    html = read(page(revised), raw=True)
    assert "<del>квартал</del><ins>месяц</ins>" in html
    assert '<p lang="ky">' in html
    assert "Реестр светильников" not in html
    assert "Article 2" in html
    assert "Article 3" not in html


def test_every_article_can_be_shown(revised, read) -> None:
    html = read(f"{page(revised)}?all=on", raw=True)
    assert "Article 3" in html
    assert "назначается инспектор" in html


def test_a_change_in_one_language_only_is_said(running, read) -> None:
    case = with_texts(running, ru=RU_2, ky=DRAFT_KY)
    text = read(page(case))
    assert "Changed in Russian only: the Kyrgyz text stayed as it was." in text
    assert "Unchanged in this language." in text


def test_a_language_that_cannot_be_compared_is_said(running, read) -> None:
    case = with_texts(running, ru=RU_2)
    text = read(page(case))
    assert "The Kyrgyz texts cannot be compared: one of the two versions has none." in text
    assert "Version 2" in text and "in Russian only" in text


def test_one_version_has_nothing_to_compare(running, read) -> None:
    assert "There is one version only" in read(page(running))


def test_the_same_version_twice_says_the_same(revised, read) -> None:
    text = read(f"{page(revised)}?old=draft-1&new=draft-1")
    assert "The two versions say the same" in text


@pytest.mark.parametrize("query", ["old=draft-9", "new=x", "old=draft-1&new=<b>"])
def test_a_version_that_is_not_there_is_said_on_the_form(revised, read, query: str) -> None:
    assert 'class="errors"' in read(f"{page(revised)}?{query}", raw=True, status=422)


@pytest.mark.parametrize(("ending", "start"), [("docx", b"PK\x03\x04"), ("pdf", b"%PDF-1.7")])
def test_the_table_as_it_is_printed(revised, ending: str, start: bytes) -> None:
    answer = Client().get(f"/cases/{revised.number}/versions-ky.{ending}?old=draft-1&new=draft-2")
    assert answer.status_code == 200
    assert answer.content.startswith(start)
    assert f"makul-{revised.number}-draft-1-draft-2-ky.{ending}" in answer["Content-Disposition"]


@pytest.mark.parametrize("file", ["versions-en.pdf", "versions-ky.odt", "versions-ky.pdf?old=x"])
def test_a_table_that_cannot_be_is_not_found(revised, file: str) -> None:
    assert Client().get(f"/cases/{revised.number}/{file}").status_code == 404


def test_what_was_handed_in_cannot_become_markup(running, read) -> None:
    text = TEXTS[0].data.decode().replace("каждый квартал", "<script>x</script>")
    html = read(page(with_texts(running, ru=text)), raw=True)
    assert "<script>x" not in html and "&lt;script&gt;" in html


def test_the_queries_do_not_grow_with_the_text(revised, read) -> None:
    with CaptureQueriesContext(connection) as found:
        read(page(revised))
    assert len(found) <= 9


def test_an_unchanged_page_is_not_sent_again(revised) -> None:
    first = Client().get(page(revised))
    assert Client().get(page(revised), headers={"If-None-Match": first["ETag"]}).status_code == 304
