"""A form says what the action refused and loses nothing that was typed."""

from datetime import date

from django.utils.translation import override

from makul.core.errors import BadInput
from makul.parties.forms import EndForm, attempt

DAY = date(2026, 9, 1)


def refused() -> None:
    raise BadInput("last_signatory")


def test_a_refusal_stands_on_the_form() -> None:
    form = EndForm({"last_on": "2026-09-01", "once": "a"}, today=DAY)
    with override("en"):
        assert attempt(form, refused) is None
        assert "Nobody else may sign" in form.non_field_errors()[0]
    assert form["last_on"].value() == "2026-09-01"


def test_a_well_filled_form_does_what_it_asks() -> None:
    form = EndForm({"last_on": "2026-09-01"}, today=DAY)
    assert attempt(form, lambda: form.cleaned_data["last_on"]) == DAY


def test_nothing_is_done_for_a_form_that_is_not_well() -> None:
    assert attempt(EndForm({"last_on": "soon"}, today=DAY), lambda: 1) is None


def test_each_form_has_a_token_of_its_own() -> None:
    one, two = EndForm(today=DAY), EndForm(today=DAY)
    assert one["once"].value() != two["once"].value()
