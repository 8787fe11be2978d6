"""The pages of the languages: one draft article by article, and the list of all open cases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from makul.cases.models import Case
from tests.portal.languages.test_reading import RU_2, add
from tests.scene import DRAFT_KY, DRAFT_RU, Scene, submitted

pytestmark = pytest.mark.django_db


def page(case: Case) -> str:
    return f"/cases/{case.number}/languages/"


def test_two_texts_that_go_together_say_so(running, read) -> None:
    text = read(page(running))
    assert "Both texts are there and go together article by article." in text
    assert "Articles in Kyrgyz: 4, in Russian: 4, in both: 4." in text
    assert "has not declared which text is authentic; both were handed in together" in text


def test_a_missing_text_is_said_with_its_day(running, read) -> None:
    add(running, 2, ru=RU_2)
    running.draftact.missing_language_by = timezone.localdate() - timedelta(days=1)
    running.draftact.save()
    text = read(page(running))
    assert "There is no Kyrgyz text of version 2." in text
    assert "that day has passed" in text
    assert "changed in Russian, and the Kyrgyz text stayed as it was" in text


def test_gaps_lead_to_their_article(running, read) -> None:
    add(running, 2, ru=DRAFT_RU + "\nСтатья 5. Отмена\nОтменить.\n", ky=DRAFT_KY)
    html = read(page(running), raw=True)
    assert f'href="/cases/{running.number}/text/#art_5"' in html
    assert "stands in Russian only" in html


def test_the_declared_language_is_named(running, read) -> None:
    Case.objects.filter(pk=running.pk).update(authentic_language="ky")
    assert "The initiator declared the Kyrgyz text authentic" in read(page(running))


def test_what_is_written_beside_the_text_in_one_language_only(running, read) -> None:
    draft = running.draftact
    draft.summary_ky = ""
    draft.save()
    text = read(page(running))
    assert "Written only in" in text and "Summary русский" in text


def test_the_list_names_those_in_which_a_text_is_missing(running, scene: Scene, read) -> None:
    other = submitted(scene)
    add(running, 2, ru=RU_2)
    text = read("/languages/")
    assert running.number in text and other.number not in text
    assert other.number in read("/languages/?all=1")


def test_a_list_without_gaps_says_what_will_be_there(running, read) -> None:
    assert "No text is missing" in read("/languages/")


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_both_pages_are_read_in_each_language(running, read, language: str) -> None:
    add(running, 2, ru=RU_2)
    assert read(page(running), language=language)
    assert read("/languages/?all=1", language=language)


def test_the_queries_do_not_grow(running, scene: Scene) -> None:
    def count(path: str) -> int:
        with CaptureQueriesContext(connection) as found:
            assert Client().get(path).status_code == 200
        return len(found)

    first = count("/languages/?all=1")
    submitted(scene)
    submitted(scene)
    assert count("/languages/?all=1") == first <= 6
    assert count(page(running)) <= 14


def test_an_unchanged_page_is_not_sent_again(running) -> None:
    for path in (page(running), "/languages/"):
        first = Client().get(path)
        again = Client().get(path, headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 304
