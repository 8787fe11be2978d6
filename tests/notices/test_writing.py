"""The frame of every letter: whole letters in three languages, compared line by line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from makul.notices.writing import (
    Words,
    day_said,
    letter_to,
    moment_said,
    page_address,
    text_or_gap,
)
from makul.parties.models import Party


@dataclass(frozen=True)
class Matter:
    """What a letter is about, without a case."""

    subject: str = "bill:6-1024"
    is_demonstration: bool = False
    title_ky: str = "Мыйзам долбоору"

    def title(self, language: str) -> str:
        return str(getattr(self, f"title_{language}", ""))


WORDS = Words(title="Т", way="→", opening="О:", lines=["", "1", ""], after=["", "after"])
AT = datetime(2026, 3, 2, 20, 30, tzinfo=UTC)  # already the third in Bishkek


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "name", "title"),
    [
        ("ky", "№ 1 айыл аймагы (көрсөтмө)", "Мыйзам долбоору"),
        ("ru", "Айылный аймак № 1 (демонстрация)", "Текст на этом языке ещё не готов."),
        ("en", "№ 1 айыл аймагы (көрсөтмө)", "The text in this language is not ready yet."),
    ],
)
def test_a_whole_letter(party: Party, language: str, name: str, title: str) -> None:
    party.language = language
    letter = letter_to(party, about=Matter(), kind="told", path="/bills/1/", words=lambda: WORDS)
    address = f"{settings.BASE_URL}/bills/1/"
    lines = [name, "", "О:", title, "", "1", "", "→", address, "", "after"]
    assert letter.body.splitlines() == lines
    assert (letter.kind, letter.subject, letter.language, letter.title, letter.path) == (
        "told",
        "bill:6-1024",
        language,
        "Т",
        "/bills/1/",
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ky", "КӨРСӨТМӨ: бул каттагынын баары ойдон чыгарылган."),
        ("ru", "ДЕМОНСТРАЦИЯ: всё в этом письме вымышлено."),
        ("en", "DEMONSTRATION: everything in this letter is invented."),
    ],
)
def test_a_letter_of_the_demonstration_says_so_first(
    party: Party, language: str, line: str
) -> None:
    party.language = language
    about = Matter(is_demonstration=True)
    letter = letter_to(party, about=about, kind="told", path="/", words=lambda: WORDS)
    assert letter.body.splitlines()[:2] == [line, ""]


@pytest.mark.django_db
def test_without_an_opening_no_title_is_named(party: Party) -> None:
    said = Words(title="Т", way="→", lines=["1"])
    letter = letter_to(party, about=Matter(), kind="told", path="/", words=lambda: said)
    assert letter.body.splitlines()[:3] == [party.name_ky, "", "1"]


@pytest.mark.django_db
def test_words_are_said_in_the_language_of_the_reader(party: Party) -> None:
    party.language = "ru"

    def words() -> Words:
        return Words(title=_("The text in this language is not ready yet."), way="→")

    with override("ky"):
        letter = letter_to(
            party, about=Matter(), kind="told", path="/", words=words, subject="other:1"
        )
    assert (letter.title, letter.subject) == ("Текст на этом языке ещё не готов.", "other:1")


def test_days_are_said_as_they_are_in_bishkek() -> None:
    with override("ky"):
        assert (day_said(date(2026, 3, 2)), day_said(AT), moment_said(AT)) == (
            "2026-жылдын 2-марты",
            "2026-жылдын 3-марты",
            "2026-жылдын 3-марты, 02:30",
        )


def test_an_address_is_whole_and_a_text_that_is_there_stays() -> None:
    assert page_address("/x/") == f"{settings.BASE_URL}/x/"
    assert text_or_gap("Текст") == "Текст"
