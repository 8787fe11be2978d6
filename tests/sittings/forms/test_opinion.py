"""The forms of the association: an opinion says something, a dissent is of whom it is, a refusal gives its reason."""

from __future__ import annotations

from makul.sittings.forms.opinion import (
    AnswerForm,
    CorrectionForm,
    DissentForm,
    OpinionForm,
    titled,
    typed_opinion,
)
from makul.sittings.models import AgendaItem, Opinion

ITEM = AgendaItem(pk=7, order=2, title_ru="О дорогах")


def test_an_opinion_says_something_in_one_language_at_least() -> None:
    assert list(OpinionForm({"text_ky": " "}, page_language="ky").errors) == ["text_ky"]
    known = Opinion(text_ru="Не согласны.", note_ru="Уважаемый председатель!", stance="not_agreed")
    form = OpinionForm(typed_opinion(known), page_language="ru")
    assert form.is_valid()
    content = form.content([])
    assert (content.text_ru, content.stance, content.rows) == ("Не согласны.", "not_agreed", [])


def test_a_title_missing_in_the_language_of_the_page_is_named_in_the_other() -> None:
    assert titled([ITEM], "ky") == [("7", "2. О дорогах")]


def test_a_party_dissents_for_itself_the_house_for_a_member() -> None:
    sent = {"item": "7", "language": "ru", "text": "Не согласны."}
    own = DissentForm(sent, items=[ITEM], is_house=False, page_language="ru")
    assert own.is_valid()
    assert (own.chosen, own.content.office) == (ITEM, "")
    house = DissentForm(sent, items=[ITEM], is_house=True, page_language="ru")
    assert list(house.errors) == ["office"]


def test_a_correction_may_be_of_the_minutes_as_a_whole() -> None:
    form = CorrectionForm(
        {"item": "", "language": "ky", "text": "Үч мүнөт."}, items=[ITEM], page_language="ky"
    )
    assert form.is_valid()
    assert form.items.get(form.cleaned_data["item"]) is None


def test_a_correction_is_refused_with_a_reason() -> None:
    assert list(AnswerForm({"taken": "no", "answer": ""}).errors) == ["answer"]
    assert AnswerForm({"taken": "yes", "answer": ""}).is_valid()
