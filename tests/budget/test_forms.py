"""The forms of the special protocol: sums by year, what is offered to choose, what is lacking."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from makul.budget.forms.items import (
    AnswerForm,
    ItemForm,
    SettleForm,
    item_initial,
    name_of,
    position_initial,
    settle_initial,
    sums_of,
)
from makul.budget.forms.steps import (
    AskForm,
    AttachForm,
    BalanceForm,
    GivenForm,
    OpenForm,
    SittingForm,
    given_of,
    som,
)
from makul.budget.queries.items import items_of, shown
from tests.budget import special_scene as made

YEARS: dict[str, Any] = {"years": (2027, 2028), "language": "ru"}
SAID = {"kind": "taxes", "subject_ru": "Прогноз", "y2027_som": "1 240 000", "y2028_som": ""}


def test_a_sum_is_read_as_people_write_it_and_an_empty_one_names_none() -> None:
    form = ItemForm(SAID, **YEARS)
    assert form.is_valid(), form.errors
    assert form.content().amounts == {2027: Decimal(1_240_000), 2028: None}
    assert (som(None), som(5)) == (None, Decimal(5))
    wrong = ItemForm(SAID | {"y2027_som": "1,2 млн"}, **YEARS)
    assert list(wrong.errors) == [name_of(2027)]


def test_an_answer_says_something() -> None:
    assert not AnswerForm({}, **YEARS).is_valid()
    assert AnswerForm({"y2028_som": "0"}, **YEARS).is_valid()


def test_the_sitting_names_an_outcome() -> None:
    assert list(SettleForm({}, **YEARS).errors) == ["outcome"]
    form = SettleForm({"outcome": "agreed", "y2027_som": "7"}, **YEARS)
    assert form.is_valid() and form.said().amounts[2027] == 7


def test_the_sitting_and_the_vote_have_their_day() -> None:
    sitting = SittingForm({"sat_on": "2026-10-06", "frame_som": "300"})
    assert sitting.is_valid() and sitting.content().frame_som == 300
    ask = AskForm({"closes_on": "2026-10-07"})
    assert ask.is_valid()
    assert timezone.localtime(ask.closes_at()) == datetime.fromisoformat("2026-10-07T18:00+06:00")


def test_what_was_given_by_item() -> None:
    form = GivenForm({"g1-y2027_som": "0", "g1-article": "3"}, prefix="g1", **YEARS)
    assert form.is_valid()
    assert given_of({1: form})[1].amounts == {2027: Decimal(0), 2028: None}


@pytest.mark.django_db
def test_the_opener_chooses_the_others_of_its_own_world() -> None:
    scene = made.build()
    form = OpenForm(actor=scene.committee, language="ru")
    assert list(form.fields["other"].queryset) == [scene.union]
    assert list(form.fields["government"].queryset) == [scene.finance]
    assert list(form.fields["bill"].queryset) == [scene.bill]
    other = OpenForm(actor=scene.union, language="ru")
    assert list(other.fields["other"].queryset) == [scene.committee]
    attach = AttachForm(is_demonstration=False, language="ru")
    assert list(attach.fields["bill"].queryset) == []


@pytest.mark.django_db
def test_a_form_begins_from_what_is_kept() -> None:
    scene = made.build()
    made.opened(scene)
    made.tabled(scene)
    made.answered(scene)
    one = scene.item(1)
    own = one.positions.get(side="lsg")
    assert item_initial(one, own)["y2027_som"] == 90
    assert position_initial(one, "government", None) == {
        "text_ky": "",
        "text_ru": "",
        "y2027_som": 80,
    }
    assert sums_of(one, "agreed") == {}
    assert settle_initial(one)["outcome"] == ""
    items = shown(items_of(scene.own), scene.own)
    form = BalanceForm({"i1_som": "85", "i2_som": "", "i3_som": "0"}, items=items)
    assert form.is_valid()
    assert form.solution() == {1: Decimal(85), 2: None, 3: Decimal(0)}
