"""The public pages of bills: what they say, in a constant number of queries, and 304 while nothing is new."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from makul.bills.actions.answering import file_opinion
from makul.bills.actions.noticing import notice_pending
from makul.bills.models import Alert
from makul.core.wordforms import searchable
from tests.bills.making import NOW, make_bill
from tests.scene import build_scene, submitted

pytestmark = pytest.mark.django_db


def read(address: str, language: str = "en") -> str:
    client = Client()
    client.cookies["language"] = language
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def queries_of(address: str) -> int:
    client = Client()
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address, headers={"cache-control": "no-cache"}).status_code == 200
    return len(queries)


@pytest.mark.parametrize("view", ["", "?view=all", "?view=passed&stage=adopted&initiator=deputies"])
def test_the_list_takes_the_same_queries_for_one_and_for_many(view: str) -> None:
    make_bill("0", stage="adopted")
    few = queries_of(f"/bills/{view}")
    for number in range(1, 40):
        bill = make_bill(str(number), stage="adopted")
        Alert.objects.create(bill=bill, key=str(number), kind="no_case", raised_at=NOW)
    assert queries_of(f"/bills/{view}") <= few + 1 <= 9


def test_what_the_list_finds_and_says_when_it_finds_nothing() -> None:
    make_bill("6-7", search=searchable("6-7 Көчө жарыгы"))
    assert "6-7" in read("/bills/?q=жарык")
    assert "Nothing found" in read("/bills/?q=өзгөчө")
    assert "6-7" not in read("/bills/?view=passed")
    assert "6-7" in read("/bills/?view=nonsense&stage=x&initiator=y&page=99")


def test_an_empty_register_teaches() -> None:
    assert "No such bill yet" in read("/bills/")
    assert "Nothing noticed yet" in read("/bills/watch/")


def test_a_bill_with_its_dossier() -> None:
    scene = build_scene(bodies=1)
    bill = make_bill(stage="adopted")
    notice_pending(now=NOW)
    page = read(f"/bills/{bill.pk}/")
    assert "It became law and local self-government was not asked." in page
    assert "opinion-" not in page
    file_opinion(alert=Alert.objects.get(), actor=scene.signatory(scene.union), now=NOW)
    page = read(f"/bills/{bill.pk}/")
    assert "an opinion was filed" in page and re.search(r"href=\"/documents/\d+/\S+\"", page)
    assert queries_of(f"/bills/{bill.pk}/") <= 12


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({}, "nobody has asked them"),
        ({"touches": "no"}, "It was found not to touch local communities."),
        ({"touches": "unknown"}, "Nobody has found yet"),
        ({"case": True}, "It has a conciliation with local self-government."),
        ({"case": True, "matched_by": "motion", "stage": "signed"}, "past the conciliation"),
    ],
)
def test_the_state_is_said_first(more: dict[str, object], sentence: str) -> None:
    case = submitted(build_scene(bodies=1))
    bill = make_bill(**more | ({"case": case} if more.get("case") else {}))
    assert sentence in read(f"/bills/{bill.pk}/")


def test_a_page_asked_for_again_is_304() -> None:
    make_bill()
    for address in ("/bills/", "/bills/watch/"):
        first = Client().get(address)
        again = Client().get(address, headers={"if-none-match": first["ETag"]})
        assert again.status_code == 304


def test_an_unknown_bill_is_404() -> None:
    assert Client().get("/bills/999/").status_code == 404
