"""An agreement's terms make an edition only if the procedure still holds together under them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from makul.core.errors import BadInput, LawGap
from makul.core.procedure import Length
from makul.law.agreements import Agreement, check_terms, edition
from makul.law.procedures import procedure

AGREEMENT = Agreement(
    "minfin", "union", "desk", "panel", date(2026, 8, 3), "No. 1", {"position": {"ordinary": 20}}
)


def test_the_terms_that_differ_stand_over_those_of_the_order() -> None:
    own = edition(procedure(), AGREEMENT)
    assert own.terms == {**procedure().terms, "position": Length(20, 5, "wd")}
    assert own.steps == procedure().steps


def test_without_other_terms_it_is_the_order() -> None:
    assert check_terms("npa", "2026-proposed", {}) is procedure()


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        (
            {"position": {"ordinary": 0}},
            "term position is 0 on the ordinary track: at least 1 working day",
        ),
        (
            {"position": {"short": -1}},
            "term position is -1 on the short track: at least 1 working day",
        ),
        (
            {"position": {"ordinary": 4}},
            "term position would be 5 working days on the short track and 4 on the ordinary: "
            "the short may not be longer, so give both",
        ),
        (
            {"reply": {"ordinary": 9999}},
            "term reply is 9999 on the ordinary track: at most 250 working days",
        ),
        (
            {"lapse_protocol": {"ordinary": 6}},
            "term lapse_protocol would be 12 months on the short track and 6 on the ordinary: "
            "the short may not be longer, so give both",
        ),
        ({"lapse_protocol": {"short": 1}}, "term lapse_protocol may run out before the way"),
        ({"dance": {"ordinary": 3}}, "there is no term dance"),
        ({"position": {"fast": 3}}, "term position: no track fast"),
        ({"position": 3}, "term position names no track"),
        ({"position": {"ordinary": "ten"}}, "term position: ten is not a number of days"),
        ({"position": {"ordinary": True}}, "term position: True is not a number of days"),
    ],
    ids=str,
)
def test_an_unsound_term_is_refused_with_the_reason(terms: dict[str, Any], why: str) -> None:
    with pytest.raises(BadInput) as refused:
        check_terms("npa", "2026-proposed", terms)
    assert refused.value.code == "agreement_not_sound"
    assert str(refused.value.params["why"]).startswith(why)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"association": "minfin"}, "initiator and association are the same"),
        ({"facilitator": "union"}, "the facilitator is one of the sides"),
        ({"appeal_body": "desk"}, "the appeal body takes part in the case"),
        ({"document": " "}, "no document is named"),
    ],
)
def test_nobody_judges_their_own_case(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(BadInput) as refused:
        edition(procedure(), replace(AGREEMENT, **changes))
    assert refused.value.params == {"why": why}


def test_an_unknown_edition_is_a_gap() -> None:
    with pytest.raises(LawGap, match="no_edition"):
        check_terms("npa", "1999", {"position": {"ordinary": 20}})
