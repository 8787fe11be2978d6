"""The screening card: kind by kind, with articles by number, and what the conclusion needs."""

from __future__ import annotations

import pytest

from makul.drafts.forms.screening import ScreenForm, numbers_of
from makul.drafts.hints import hints_of
from makul.law.forms import values
from tests.drafts.conftest import act
from tests.scene import DRAFT_RU

HINTS = hints_of({"ru": act(DRAFT_RU)})
NOTHING = {f"found_{kind}": "no" for kind in values("interest")}


def filled(**more: str) -> ScreenForm:
    said = {"value": "affects", "reason_ru": "Новая обязанность", "circle": "all"}
    data = {**NOTHING, "found_duty": "yes", **said, **more}
    return ScreenForm(data, hints=HINTS, known=frozenset({"art_3"}), page_language="ru")


def test_articles_are_named_by_number() -> None:
    form = filled(more_duty="3")
    assert form.is_valid(), form.errors
    duty = next(one for one in form.content().findings if one.kind == "duty")
    assert (duty.found, list(duty.eids)) == ("yes", ["art_3"])


def test_what_was_not_found_keeps_no_words_of_the_search() -> None:
    form = filled(words_money_ru="за счёт местного бюджета")
    assert form.is_valid(), form.errors
    money = next(one for one in form.content().findings if one.kind == "money")
    assert (money.found, money.words_ru, list(money.eids)) == ("no", "", [])


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"more_duty": "99"}, "more_duty"),
        ({"reason_ru": ""}, "reason_ru"),
        ({"circle": ""}, "circle"),
        ({"value": "exempt"}, "ground"),
        ({"value": "not_affecting"}, "value"),
    ],
)
def test_each_gap_is_named_at_its_field(more: dict[str, str], field: str) -> None:
    assert list(filled(**more).errors) == [field]


def test_ids_are_shown_as_people_write_numbers() -> None:
    assert numbers_of(["art_222_2", "art_3", "art_3__part_1"]) == ["222-2", "3"]
