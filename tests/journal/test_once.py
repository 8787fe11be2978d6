"""The same form sent twice does its work once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from makul.core.errors import BadInput, MakulError
from makul.journal.models import SentForm
from makul.journal.once import KEPT, claim, forget_old, new_token

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.mark.django_db
def test_the_first_sending_counts_and_the_second_does_not() -> None:
    token = new_token()
    assert [claim(token, now=NOW), claim(token, now=NOW)] == [True, False]


@pytest.mark.django_db
def test_work_that_fails_gives_the_token_back() -> None:
    token = new_token()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        claim(token, now=NOW)
        1 / 0  # noqa: B018
    assert claim(token, now=NOW) is True


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["", "x" * 41])
def test_a_form_without_a_token_of_ours_is_refused(token: str) -> None:
    with pytest.raises(BadInput, match="no_token"):
        claim(token, now=NOW)


@pytest.mark.django_db(transaction=True)
def test_a_token_is_claimed_only_together_with_the_work() -> None:
    with pytest.raises(MakulError, match="no_transaction"):
        claim(new_token(), now=NOW)


@pytest.mark.django_db
def test_old_tokens_are_forgotten_and_young_ones_kept() -> None:
    claim("old", now=NOW - KEPT - timedelta(days=1))
    claim("young", now=NOW)
    assert forget_old(now=NOW) == 1
    assert list(SentForm.objects.values_list("token", flat=True)) == ["young"]
