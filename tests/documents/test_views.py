"""A document is read, fetched byte for byte with safe headers, and its versions compared."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from makul.documents.models import Document
from makul.documents.storing import File, store_document
from tests.documents.scene import RU, draft_document
from tests.parties.scene import NOW, body, office, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> Document:
    return draft_document(body("ministry"))


def text(client: Client, address: str, status: int = 200) -> str:
    page = client.get(address)
    assert page.status_code == status
    return page.content.decode()


def test_the_text_stands_with_its_anchors_and_digest(client: Client, document: Document) -> None:
    page = text(client, f"/documents/{document.pk}/?lang=ru")
    assert '<h3 id="art_2">' in page
    assert 'id="art_2__part_3"' in page
    assert document.versions.get(number=2).blob_id in page


def test_a_language_without_a_newer_text_keeps_its_own(client: Client, document: Document) -> None:
    page = text(client, f"/documents/{document.pk}/?lang=ky")
    assert "айыл өкмөтү жүргүзөт" in page
    assert "Реестр ведёт" not in page


def test_a_missing_language_is_said(client: Client, document: Document) -> None:
    document.versions.get(language="ky").provisions.all().delete()
    document.versions.filter(language="ky").delete()
    page = text(client, f"/documents/{document.pk}/?lang=en")
    assert "There is no text yet in: Kyrgyz." in page
    assert "Below is the text in: Russian" in page


def test_an_older_version_can_be_read(client: Client, document: Document) -> None:
    page = text(client, f"/documents/{document.pk}/?version=1-ru&lang=en")
    assert "раз в год" in page
    assert "раз в месяц" not in page


def test_the_file_is_exact_and_cannot_act_as_a_page(client: Client, document: Document) -> None:
    page = client.get(f"/documents/{document.pk}/1-ru/file")
    assert page.content == RU.encode()
    assert page["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["Content-Security-Policy"].endswith("; sandbox")
    again = client.get(
        f"/documents/{document.pk}/1-ru/file", headers={"If-None-Match": page["ETag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("name", "data", "is_inline", "is_sandboxed"),
    [
        ("a.png", b"\x89PNG....", True, True),
        ("a.pdf", b"%PDF-1.7", True, False),
        ("a.docx", b"PK\x03\x04", False, True),
    ],
)
def test_only_pictures_and_pdf_are_shown_in_place(
    client: Client, name: str, data: bytes, is_inline: bool, is_sandboxed: bool
) -> None:
    paper = store_document(
        subject="case:2026-0001",
        kind="attachment",
        author=body("ministry"),
        files=[File("ky+ru", name, data)],
        now=NOW,
    )
    page = client.get(f"/documents/{paper.pk}/1-ky+ru/file")
    assert page["Content-Disposition"].startswith("inline") is is_inline
    assert ("sandbox" in page["Content-Security-Policy"]) is is_sandboxed
    assert "default-src 'none'" in page["Content-Security-Policy"]


@pytest.mark.parametrize("part", ["", "compare/", "1-ru/file"])
def test_what_is_being_prepared_is_its_authors_alone(client: Client, part: str) -> None:
    ministry = body("ministry")
    paper = draft_document(ministry, subject="draft:1")
    address = f"/documents/{paper.pk}/{part}"
    assert client.get(address).status_code == 403
    assert signed_in(office(body("desk"))).get(address).status_code == 403
    assert signed_in(office(ministry)).get(address).status_code == 200


@pytest.mark.parametrize("address", ["/documents/999/", "/documents/999/1-ru/file"])
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_file_that_is_not_there_is_not_found(client: Client, document: Document) -> None:
    assert client.get(f"/documents/{document.pk}/7-ru/file").status_code == 404
    assert client.post(f"/documents/{document.pk}/").status_code == 405


def test_two_versions_are_compared_word_by_word(client: Client, document: Document) -> None:
    page = text(client, f"/documents/{document.pk}/compare/?old=1&new=2&text=ru")
    assert "<del>год</del><ins>месяц</ins>" in page
    assert "<ins>Реестр открыт для всех.</ins>" in page
    assert "Реестр ведёт" not in page
    assert "Реестр ведёт" in text(
        client, f"/documents/{document.pk}/compare/?old=1&new=2&text=ru&all=1"
    )


def test_the_language_of_the_page_stays_its_own(client: Client, document: Document) -> None:
    client.cookies["language"] = "ky"
    assert '<html lang="ky">' in text(client, f"/documents/{document.pk}/compare/?text=ru")


def test_the_same_version_twice_says_the_same(client: Client, document: Document) -> None:
    client.cookies["language"] = "en"
    page = text(client, f"/documents/{document.pk}/compare/?old=1&new=1&text=ru")
    assert "The two versions say the same" in page


@pytest.mark.parametrize(
    "query", ["old=9&new=1&text=ru", "old=x&new=y&text=z", "old=1&new=2&text=ky"]
)
def test_a_version_that_is_not_there_is_said(
    client: Client, document: Document, query: str
) -> None:
    client.cookies["language"] = "en"
    page = text(client, f"/documents/{document.pk}/compare/?{query}", 422)
    assert 'class="errors"' in page


def test_the_queries_do_not_grow_with_the_text(client: Client, document: Document) -> None:
    def count(address: str) -> int:
        with CaptureQueriesContext(connection) as found:
            text(client, address)
        return len(found)

    long = "Об огнях\n\n" + "".join(f"Статья {n}. Имя\n{n} слов.\n\n" for n in range(1, 200))
    big = store_document(
        subject="case:2026-0002",
        kind="draft",
        author=document.author,
        files=[File("ru", "a.txt", long.encode())],
        now=NOW,
    )
    first = f"/documents/{document.pk}/?lang=ru"
    assert count(first) == count(f"/documents/{big.pk}/?lang=ru") <= 8
