"""The cost sheet: lines by kind of body, sums in whole som, what was not estimated stays empty."""

from __future__ import annotations

import pytest

from makul.drafts.forms.costs import SheetForm, cost_lines, size
from makul.law.forms import values


def test_an_empty_sheet_offers_a_line_for_each_kind_of_body() -> None:
    found = cost_lines(lines=[], counts={"aiyl_small": 90}, provisions=[], language="ru")
    assert [form.initial["body_kind"] for form in found] == list(values("body.kind"))
    assert found[0].initial["bodies"] == 90


@pytest.mark.parametrize(("typed", "once"), [("1 240 000", 1_240_000), ("0", 0), ("", None)])
def test_a_sum_is_whole_som_and_an_empty_one_is_not_estimated(typed: str, once: int | None) -> None:
    data = {"lines": "1", "l0-body_kind": "aiyl_small", "l0-once_som": typed, "l0-item_ru": "Знаки"}
    form = cost_lines(lines=[], counts={}, provisions=[], language="ru", data=data)[0]
    assert form.is_valid(), form.errors
    assert (form.line().once_som, form.line().bodies) == (once, 1)


@pytest.mark.parametrize("typed", ["1,2 млн", "-5"])
def test_words_and_negative_sums_are_refused(typed: str) -> None:
    data = {"lines": "1", "l0-body_kind": "aiyl_small", "l0-once_som": typed}
    form = cost_lines(lines=[], counts={}, provisions=[], language="ru", data=data)[0]
    assert list(form.errors) == ["once_som"]


def test_a_line_with_words_needs_its_kind_of_body() -> None:
    data = {"lines": "1", "l0-item_ru": "Знаки"}
    form = cost_lines(lines=[], counts={}, provisions=[], language="ru", data=data)[0]
    assert list(form.errors) == ["body_kind"]


def test_more_lines_are_asked_for_by_five_and_never_without_end() -> None:
    assert [size({"lines": "6"}), size({"lines": "6", "more": "1"}), size({"lines": "x"})] == [
        6,
        11,
        1,
    ]
    assert size({"lines": "99999999"}) < 1_000


def test_the_sheet_keeps_whether_the_source_is_determined() -> None:
    form = SheetForm({"is_financing_determined": "no", "price_year": "2026"})
    assert form.is_valid(), form.errors
    assert (form.is_determined(), form.sheet().price_year) == (False, 2026)
