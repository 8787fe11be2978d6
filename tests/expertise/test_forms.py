"""The forms of an expertise: three estimates or none, a wording or none, answers kept by question."""

from __future__ import annotations

import pytest

from makul.expertise.forms.ordering import AppointForm, OrderForm, bill_title, initiator_of
from makul.expertise.forms.worksheet import CostForms, PartForm, SaidForm, WordingForm
from makul.expertise.queries.opinion import opinion_of
from makul.expertise.queries.register import candidates
from tests.expertise.scene import declared, filled, make_bill, ordered
from tests.scene import build_scene

pytestmark = pytest.mark.django_db


def costs(data: dict[str, str]) -> CostForms:
    told = declared(experts=1)
    return CostForms(data, expertise=told.expertise, sheets=[], language="ky")


def test_a_line_without_sums_is_no_line() -> None:
    form = costs({"aiyl_small-yearly-bodies": "3"})
    assert form.is_valid()
    assert form.inputs() == []


def test_three_estimates_or_none() -> None:
    form = costs({"aiyl_small-yearly-low_som": "10 000"})
    assert not form.is_valid()
    assert [sorted(one.errors) for one in form.wrong] == [["high_som", "likely_som"]]


@pytest.mark.parametrize(("likely", "is_right"), [("20", True), ("5", False), ("60", False)])
def test_they_stand_in_order(likely: str, is_right: bool) -> None:
    start = "aiyl_small-yearly"
    form = costs(
        {f"{start}-low_som": "10", f"{start}-likely_som": likely, f"{start}-high_som": "50"}
    )
    assert form.is_valid() is is_right


def test_a_part_begins_with_what_is_kept() -> None:
    told = declared(experts=1)
    filled(told)
    opinion = opinion_of(told.expertise)
    form = PartForm(
        asked=opinion.parts["property"], method=opinion.method, places=[], language="ky"
    )
    assert form.initial["property_1-answer"] == "yes"
    assert [one.question.key for one, _fields, _said in form.questions] == [
        "property.1",
        "property.2",
    ]


def test_answers_are_given_back_by_question() -> None:
    told = declared(experts=1)
    opinion = opinion_of(told.expertise)
    form = PartForm(
        {"property_1-answer": "no", "property_1-text_ky": "Жок."},
        asked=opinion.parts["property"],
        method=opinion.method,
        places=[],
        language="ky",
    )
    assert form.is_valid()
    found = form.findings()
    assert (found["property.1"].answer, found["property.1"].text_ky) == ("no", "Жок.")
    assert found["property.2"].answer == ""


def test_a_wording_left_empty_is_none() -> None:
    empty, said = WordingForm({}, places=[]), WordingForm({"wording_ru": "Текст."}, places=[])
    assert empty.is_valid() and said.is_valid()
    assert (empty.is_said, said.is_said) == (False, True)
    assert said.content().wording_ru == "Текст."


def test_words_ask_for_a_choice_only_where_there_is_one() -> None:
    assert list(SaidForm(label="a").fields) == ["text", "language", "is_sure", "once"]
    chosen = SaidForm(label="a", choices=[("kept", "Kept")], files=1)
    assert list(chosen.fields) == ["value", "text", "language", "file_1", "is_sure", "once"]


def test_an_order_names_the_bill_and_the_committee_that_orders() -> None:
    scene = build_scene(bodies=1)
    bill = make_bill()
    data = {"bill": str(bill.pk), "track": "ordinary", "initiator": scene.ministry.key}
    parties = [scene.ministry, scene.committee]
    form = OrderForm(data, bills=[bill], parties=parties, language="ky")
    assert form.is_valid()
    content = form.content(facilitator=scene.desk, orderer=scene.committee)
    assert (content.bill, content.committee, content.initiator) == (
        bill,
        scene.committee,
        scene.ministry,
    )
    assert initiator_of(None) is None
    assert bill_title(bill, "ru").startswith("Об учёте")


def test_only_those_who_may_be_appointed_are_offered() -> None:
    told = ordered(experts=2)
    found = candidates(told.expertise, on=told.at.date())
    form = AppointForm({"expert": "0"}, found=found, hints={}, language="ky")
    assert not form.is_valid()
    assert sorted(form.found) == sorted(str(one.pk) for one in told.experts)
