"""The database itself refuses days that run backwards; a name that is missing is a label of another language."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError

from makul.parties.models import Party, Territory, ends_after_start
from tests.parties.scene import body, office


@pytest.mark.django_db
def test_a_mandate_may_not_end_before_it_begins() -> None:
    with pytest.raises(IntegrityError):
        office(body("ministry"), from_on=date(2026, 2, 1), to_on=date(2026, 1, 1))


def test_the_constraint_bears_the_name_it_is_given() -> None:
    assert ends_after_start("valid_from", "valid_to", "party_days").name == "party_days"


def test_a_name_is_given_in_the_language_that_has_it() -> None:
    assert Territory(name_ru="Кант").name("ky") == "Кант"
    assert Party(name_ky="Кеңеш", name_ru="Кенеш").name("en") == "Кеңеш"
