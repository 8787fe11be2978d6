"""What is typed and not sent: kept for its writer alone, bounded, and gone once it is sent."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from makul.core.errors import BadInput
from makul.journal.once import claim, new_token
from makul.parties import keeping
from makul.parties.models import KeptForm, Mandate
from tests.scene import browser, make_mandate, make_party

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 14, 32, tzinfo=timezone.get_default_timezone())
PAGE = "/cases/2026-0001/work/position/"


@pytest.fixture
def actor() -> Mandate:
    return make_mandate(make_party("demo-body", "executive"), signs=False)


def sent(actor: Mandate, data: object, **more: str) -> Any:
    fields = {"path": PAGE, "data": json.dumps(data), **more}
    return browser(actor).post(reverse("keep"), fields)


def test_what_is_kept_comes_back_as_initial_values(actor: Mandate) -> None:
    data = {"stance": ["agreed"], "kinds": ["a", "b"], "summary": [""]}
    keeping.keep(actor=actor, path=PAGE, data=data, now=NOW)
    keeping.keep(actor=actor, path=PAGE, data=data, now=NOW)
    expected = {"stance": "agreed", "kinds": ["a", "b"], "summary": ""}
    assert (keeping.kept(actor, PAGE), KeptForm.objects.count()) == (expected, 1)


def test_nobody_else_sees_it_and_it_goes_when_forgotten(actor: Mandate) -> None:
    other = make_mandate(actor.party, signs=True)
    keeping.keep(actor=actor, path=PAGE, data={"a": ["b"]}, now=NOW)
    assert keeping.kept(other, PAGE) is None
    keeping.forget(other, PAGE)
    assert keeping.kept(actor, PAGE) == {"a": "b"}
    keeping.forget(actor, PAGE)
    assert keeping.kept(actor, PAGE) is None


@pytest.mark.parametrize(("method", "found"), [("GET", {"a": "b"}), ("POST", None)])
def test_only_a_page_that_is_opened_starts_from_it(
    actor: Mandate, method: str, found: object
) -> None:
    keeping.keep(actor=actor, path=PAGE, data={"a": ["b"]}, now=NOW)
    request: Any = HttpRequest()
    request.method, request.path, request.mandate = method, PAGE, actor
    assert keeping.begun(request, saved_at=NOW + timedelta(hours=1)) == found
    assert getattr(request, "is_saved_later", False) is (method == "GET")


def test_the_script_is_told_the_hour(actor: Mandate) -> None:
    answer = sent(actor, [["summary", "Каражат жок"], ["tick", "a"], ["tick", "b"]])
    row = KeptForm.objects.get()
    assert answer.json() == {
        "state": "kept",
        "time": f"{timezone.localtime(row.kept_at):%H:%M}",
    }
    assert keeping.kept(actor, PAGE) == {"summary": "Каражат жок", "tick": ["a", "b"]}


def test_what_comes_after_the_form_was_sent_is_not_kept_again(actor: Mandate) -> None:
    token = new_token()
    with transaction.atomic():
        claim(token, now=NOW)
    assert sent(actor, [["a", "b"]], once=token).json() == {"state": "sent"}
    assert KeptForm.objects.count() == 0


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ("x" * 10, 422),
        (7, 422),
        ([["a"]], 422),
        ([["a", "b" * 200_001]], 413),
        ([["a", "b"]] * 4_001, 413),
    ],
)
def test_what_is_no_form_or_too_long_is_refused(actor: Mandate, data: object, status: int) -> None:
    assert (sent(actor, data).status_code, KeptForm.objects.count()) == (status, 0)


@pytest.mark.parametrize(
    "path", ["", "//evil.example/", "https://evil.example/", "/" + "a" * 200, "/\\evil"]
)
def test_only_pages_of_this_site_are_kept(actor: Mandate, path: str) -> None:
    with pytest.raises(BadInput, match="bad_path"):
        keeping.own_path(path)
    assert sent(actor, [["a", "b"]], path=path).status_code == 422


def test_one_who_is_not_signed_in_keeps_nothing(actor: Mandate, client: Any) -> None:
    assert client.post(reverse("keep"), {"path": PAGE, "data": "[]"}).status_code == 403


def test_forgetting_leads_back_to_the_page(actor: Mandate) -> None:
    keeping.keep(actor=actor, path=PAGE, data={"a": ["b"]}, now=NOW)
    answer = browser(actor).post(reverse("keep_forget"), {"path": PAGE})
    assert (answer.status_code, answer.url, KeptForm.objects.count()) == (303, PAGE, 0)


def test_what_nobody_came_back_to_is_forgotten(actor: Mandate) -> None:
    ended = make_mandate(actor.party, signs=False, to_on=date(2026, 11, 1))
    for mandate, path, at in (
        (actor, "/new/", NOW),
        (actor, "/old/", NOW - keeping.KEPT - timedelta(days=1)),
        (ended, "/ended/", NOW),
    ):
        keeping.keep(actor=mandate, path=path, data={}, now=at)
    assert keeping.forget_old(now=NOW) == 2
    assert [one.address for one in KeptForm.objects.all()] == ["/new/"]
