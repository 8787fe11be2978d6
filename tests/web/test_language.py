"""The language of a page: the address, then the cookie, then Kyrgyz; links keep the page."""

from __future__ import annotations

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "cookie", "spoken"),
    [
        ("", None, "ky"),
        ("", "ru", "ru"),
        ("?lang=en", "ru", "en"),
        ("?lang=xx", "ru", "ru"),
        ("?lang=xx", "<b>", "ky"),
    ],
)
def test_which_language_is_spoken(query: str, cookie: str | None, spoken: str) -> None:
    client = Client()
    if cookie:
        client.cookies["language"] = cookie
    answer = client.get(f"/sign-in/password/{query}")
    assert f'<html lang="{spoken}">' in answer.content.decode()
    assert answer["Content-Language"] == spoken


def test_what_was_chosen_is_kept() -> None:
    client = Client()
    client.get("/sign-in/password/?lang=ru")
    assert '<html lang="ru">' in client.get("/sign-in/password/").content.decode()


def test_the_links_keep_the_page_and_mark_the_language() -> None:
    page = Client().get("/sign-in/password/?next=%2Fa%2F&lang=ru").content.decode()
    links = re.findall(r'<a href="(\?[^"]+)" lang="(\w\w)" hreflang="\w\w"( aria-current)?', page)
    assert links == [
        ("?next=%2Fa%2F&amp;lang=ky", "ky", ""),
        ("?next=%2Fa%2F&amp;lang=ru", "ru", " aria-current"),
        ("?next=%2Fa%2F&amp;lang=en", "en", ""),
    ]
