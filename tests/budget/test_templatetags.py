"""Large sums are told briefly and in the language of the page."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils.translation import override

from makul.budget.models import Item
from makul.budget.templatetags.budget import (
    basis_in_words,
    brief,
    figure,
    kind_in_words,
    large,
    outcome_in_words,
)
from makul.core.balance import Line


@pytest.mark.parametrize(
    ("language", "said"),
    [("ky", "1,24 млн сом"), ("ru", "1,24 млн сомов"), ("en", "1.24 million som")],
)
def test_a_large_sum(language: str, said: str) -> None:
    with override(language):
        assert large(Decimal(1_240_000)).replace("\u00a0", " ") == said


def test_a_sum_in_a_table_of_som() -> None:
    with override("ru"):
        told = [brief(som) for som in (Decimal(-90_000_000), Decimal(0), None)]
    assert [one.replace("\u00a0", " ") for one in told] == ["−90 млн", "0", "–"]


def test_an_item_in_words() -> None:
    with override("ru"):
        assert (kind_in_words("taxes"), outcome_in_words("")) == (
            "Налоги и отчисления от них",
            "На заседании не рассмотрено",
        )
        assert basis_in_words(Item()).startswith("предложение")
        assert basis_in_words(Item(basis="const.114.2")) == "Конституция КР, часть 2 статьи 114"
    line = Line(1, "taxes", {"lsg": {2027: Decimal(4)}})
    assert (figure(line, "lsg", 2027), figure(line, "given", 2027)) == (4, None)
