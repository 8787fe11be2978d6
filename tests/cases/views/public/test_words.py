"""What public pages call things: every stage, outcome and step has its words."""

import pytest
from django.utils import translation

from makul.cases.queries.listing import STATES as FILTERS
from makul.cases.views.public.words import (
    DOCUMENTS,
    ENDED,
    NOW,
    STATES,
    entry_words,
    is_open_entry,
    state_sentence,
)
from makul.documents.models import Document
from makul.law.procedures import procedure


def test_every_stage_and_every_ending_is_said() -> None:
    steps = procedure().steps
    assert {step.key for step in steps if step.on_road} <= NOW.keys()
    assert {end for step in steps for end in step.closes.values()} == ENDED.keys()


def test_every_filter_has_its_word() -> None:
    assert set(STATES) == {"", *FILTERS}


def test_every_kind_of_document_has_its_word() -> None:
    assert set(DOCUMENTS) == set(Document.Kind.values)


@pytest.mark.parametrize("action", ["position_drafted", "reply_drafted", "row_split_somehow"])
def test_internal_work_says_nothing(action) -> None:
    assert not is_open_entry(action)
    with translation.override("en"):
        assert entry_words(action) == "Internal work of a participant (not published)"


def test_a_bypass_is_said_before_the_outcome() -> None:
    bypass = state_sentence(stage="closed", outcome="adopted", is_bypassed=True)
    assert bypass != state_sentence(stage="closed", outcome="adopted")


def test_an_act_around_the_steps_of_another_procedure_has_its_words_with_its_order() -> None:
    with translation.override("ru"):
        assert entry_words("agenda_sent") == "Повестка и приглашения разосланы"
        assert entry_words("opinion_prepared") == entry_words("anything_else")
    assert (is_open_entry("agenda_sent"), is_open_entry("opinion_prepared")) == (True, False)


def test_a_step_of_the_case_goes_before_an_act_of_the_same_name() -> None:
    with translation.override("en"):
        assert entry_words("invited") == "The meeting was called"
        assert entry_words("invited", steps={"invited"}) == "Invitation of the association"
