"""Dated numbers of the law and the sources they rest on."""

from datetime import date

import pytest

from makul.core.errors import BadInput, LawGap
from makul.law.order import order_terms
from makul.law.parameters import about, editions, value_on
from makul.law.sources import LANGUAGES


def test_the_evening_hour_is_the_term_of_the_order():
    parameter = value_on("evening_hour", date(2026, 3, 2))
    assert parameter.value == order_terms()["evening_hour"].ordinary == 18
    assert (parameter.unit, parameter.source.is_proposed) == ("hour", True)


def test_an_edition_holds_from_its_day():
    first = editions()["court_claim_months"][0]
    assert value_on("court_claim_months", first.from_on) == first
    assert first.source.title("en") == "Administrative Procedure Code, art. 110(4)"


def test_before_the_first_edition_the_law_has_a_gap():
    with pytest.raises(LawGap) as gap:
        value_on("evening_hour", date(2025, 12, 31))
    assert gap.value.params == {"key": "evening_hour", "on": date(2025, 12, 31)}


@pytest.mark.parametrize(
    "ask", [lambda key: value_on(key, date(2026, 3, 2)), lambda key: about(key, "ky")]
)
def test_an_unknown_parameter_is_named(ask):
    with pytest.raises(BadInput) as unknown:
        ask("speed_of_light")
    assert unknown.value.params == {"key": "speed_of_light"}


def test_every_parameter_is_explained_and_cited():
    for key, values in editions().items():
        assert all(about(key, language).strip() for language in LANGUAGES)
        assert [value.basis for value in values] == [value.source.key for value in values]
        assert list(values) == sorted(values, key=lambda value: value.from_on)
