"""A form says what the action refused, loses nothing that was typed, and counts once."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from makul.core.errors import BadInput
from makul.parties.forms import EndForm, attempt
from tests.parties.scene import NOW

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 1)


def refused() -> None:
    raise BadInput("last_signatory")


def test_a_refusal_stands_on_the_form_and_frees_the_token() -> None:
    data = {"last_on": "2026-09-01", "once": "a"}
    form = EndForm(data, today=DAY)
    with override("en"):
        assert not attempt(form, refused, now=NOW)
        assert "Nobody else may sign" in form.non_field_errors()[0]
    assert form["last_on"].value() == "2026-09-01"
    assert attempt(EndForm(data, today=DAY), lambda: 1, now=NOW)


def test_the_same_form_sent_twice_counts_once() -> None:
    done = []
    for _ in range(2):
        form = EndForm({"last_on": "2026-09-01", "once": "a"}, today=DAY)
        assert attempt(form, lambda: done.append(1) or "made", now=NOW)
    assert (done, form.result) == ([1], None)


def test_nothing_is_done_for_a_form_that_is_not_well() -> None:
    assert not attempt(EndForm({"last_on": "soon"}, today=DAY), lambda: 1, now=NOW)


def test_each_form_has_a_token_of_its_own() -> None:
    one, two = EndForm(today=DAY), EndForm(today=DAY)
    assert one["once"].value() != two["once"].value()
