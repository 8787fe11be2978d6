"""The mandate one acts under: valid today, chosen among one's own, read only where it is needed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from makul.web.mandate import SESSION_KEY, MandateMiddleware, chosen, valid_mandates
from tests.scene import make_mandate, make_party

pytestmark = pytest.mark.django_db


def asked(user: Any, **session: object) -> Any:
    request: Any = RequestFactory().get("/")
    request.user, request.session = user, session
    return request


def test_only_mandates_of_today_count() -> None:
    party, today = make_party("demo-aa", "executive"), timezone.localdate()
    one = make_mandate(party, signs=True)
    user = one.person.user
    for start, end in ((today + timedelta(days=1), None), (date(2020, 1, 1), date(2020, 2, 1))):
        other = make_mandate(party, signs=False, from_on=start, to_on=end)
        other.person = one.person
        other.save()
    assert valid_mandates(asked(user)) == [one]
    assert valid_mandates(asked(AnonymousUser())) == []


def test_the_chosen_one_else_the_first() -> None:
    first = make_mandate(make_party("demo-aa", "executive"), signs=False)
    second = make_mandate(make_party("demo-kenesh", "kenesh"), signs=True)
    second.person = first.person
    second.save()
    user = first.person.user
    assert chosen(asked(user)) == first
    assert chosen(asked(user, **{SESSION_KEY: second.pk})) == second
    assert chosen(asked(user, **{SESSION_KEY: 10**9})) == first
    assert chosen(asked(AnonymousUser())) is None


def test_a_page_that_asks_for_no_mandate_reads_none(django_assert_num_queries: Any) -> None:
    request = asked(make_mandate(make_party("demo-aa", "executive"), signs=True).person.user)
    with django_assert_num_queries(0):
        MandateMiddleware(lambda request: HttpResponse())(request)
    assert request.mandate.party.key == "demo-aa"
