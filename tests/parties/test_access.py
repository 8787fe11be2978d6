"""Standing: the right role, on a day of the mandate, with the right to sign where it is needed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from makul.core.errors import NotAllowed
from makul.parties.access import ROLE_OF_KIND, may, require
from makul.parties.models import Mandate, Party

DAY = date(2026, 9, 1)


def mandate(*, may_sign: bool = False, to_on: date | None = None) -> Mandate:
    return Mandate(party=Party(key="demo"), from_on=DAY, to_on=to_on, may_sign=may_sign)


def test_a_drafter_prepares_and_a_signatory_submits() -> None:
    assert may(mandate(), "prepare_draft", role="initiator", on=DAY)
    assert not may(mandate(), "submit", role="initiator", on=DAY)
    assert may(mandate(may_sign=True), "submit", role="initiator", on=DAY)


@pytest.mark.parametrize(
    ("actor", "role", "day", "code"),
    [
        (mandate(may_sign=True), "lsg", DAY, "wrong_role"),
        (mandate(may_sign=True), None, DAY, "wrong_role"),
        (mandate(), "initiator", DAY, "may_not_sign"),
        (mandate(may_sign=True), "initiator", DAY - timedelta(days=1), "mandate_ended"),
        (mandate(may_sign=True, to_on=DAY), "initiator", DAY + timedelta(days=1), "mandate_ended"),
    ],
)
def test_no_standing_is_refused_with_its_reason(
    actor: Mandate, role: str | None, day: date, code: str
) -> None:
    with pytest.raises(NotAllowed) as refused:
        require(actor, "submit", role=role, on=day)
    assert refused.value.code == code


def test_each_kind_of_body_has_a_role_in_its_own_house() -> None:
    assert set(ROLE_OF_KIND) == set(Party.Kind.values)
