"""What is said of a draft: a title in one language at least, a reason for the short track."""

from __future__ import annotations

import pytest

from makul.core.errors import BadInput
from makul.drafts.forms.description import DecidersForm, DescriptionForm, SubmitForm, SummaryForm
from makul.parties.models import Party

LAW = {"act_kind": "law", "track": "ordinary", "title_ru": "О воде"}


def described(**more: str) -> DescriptionForm:
    return DescriptionForm({**LAW, **more}, page_language="ru")


def test_a_title_in_one_language_is_enough_and_none_is_not() -> None:
    assert described().is_valid()
    assert list(described(title_ru=" ").errors) == ["title_ky"]


def test_the_short_track_needs_its_reason() -> None:
    assert list(described(track="short").errors) == ["track_reason"]
    reasoned = described(track="short", track_reason="Паводок")
    assert reasoned.is_valid(), reasoned.errors
    assert reasoned.content().track == "short"


def test_which_text_is_authentic_may_be_said_or_left_open() -> None:
    for code in ("ky", "ru", ""):
        form = described(authentic_language=code)
        assert form.is_valid(), form.errors
        assert form.content().authentic_language == code
    assert list(described(authentic_language="en").errors) == ["authentic_language"]


@pytest.mark.parametrize(
    ("name", "text"), [("summary_ky", "а" * 3_001), ("questions_ru", "?\n" * 6)]
)
def test_a_summary_is_one_page_and_questions_are_five(name: str, text: str) -> None:
    assert list(SummaryForm({name: text}).errors) == [name]


def test_a_decider_stands_in_the_order_once() -> None:
    bodies = [
        Party(pk=n, key=key, name_ky=key) for n, key in enumerate(("cabinet", "committee"), 1)
    ]

    def form(**said: str) -> DecidersForm:
        found = DecidersForm(said, bodies=bodies, page_language="ky")
        assert found.is_valid(), found.errors
        return found

    named = form(first="cabinet", second="committee").deciders()
    assert [party.key for party in named] == ["cabinet", "committee"]


def test_nothing_is_submitted_without_the_tick() -> None:
    assert [SubmitForm(said).is_valid() for said in ({}, {"sure": "on"})] == [False, True]


def test_the_same_decider_twice_is_refused() -> None:
    body = Party(pk=1, key="cabinet", name_ky="К")
    form = DecidersForm(
        {"first": "cabinet", "second": "cabinet"}, bodies=[body], page_language="ky"
    )
    assert form.is_valid()
    with pytest.raises(BadInput, match="decider_twice"):
        form.deciders()
