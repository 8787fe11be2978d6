"""The order as a file for anyone: the same bytes as the command prints, 304 when asked again."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from makul.documents.pdf_writing import write_pdf
from makul.documents.regulation import order_paper
from makul.documents.word_writing import write_docx
from makul.law.procedures import KEYS, procedure

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("key", sorted(KEYS))
def test_both_forms_in_both_languages(client: Client, key: str) -> None:
    for tongue in ("ky", "ru"):
        paper = order_paper(procedure(key), language=tongue)
        for form, wanted in (("docx", write_docx(paper)), ("pdf", write_pdf(paper))):
            answer = client.get(reverse("order_file", args=[key, tongue, form]))
            assert (answer.status_code, answer.content) == (200, wanted)
            assert answer["Content-Disposition"] == f'attachment; filename="{key}-{tongue}.{form}"'
            assert answer["Content-Language"] == tongue
            assert client.cookies == {}


def test_asked_again_it_is_not_sent_again(client: Client) -> None:
    address = reverse("order_file", args=["npa", "ky", "pdf"])
    mark = client.get(address)["ETag"]
    again = client.get(address, headers={"if-none-match": mark})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "address",
    [
        "/how-it-works/war/order-ky.pdf",
        "/how-it-works/npa/order-de.pdf",
        "/how-it-works/npa/order-ky.odt",
    ],
)
def test_what_is_not_printed_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("key", sorted(KEYS))
def test_the_pages_lead_to_the_files(client: Client, key: str) -> None:
    for page in ("how_it_works_of", "order_text_of"):
        html = client.get(reverse(page, args=[key])).content.decode()
        for tongue, form in (("ky", "docx"), ("ky", "pdf"), ("ru", "docx"), ("ru", "pdf")):
            assert f'href="{reverse("order_file", args=[key, tongue, form])}"' in html
