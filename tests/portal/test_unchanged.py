"""Every public page answers 304 to an unchanged conditional request; first and later visits stay light."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from makul.bills.models import Bill
from makul.cases.models import Case
from makul.documents.models import Document
from makul.law.procedures import KEYS
from makul.portal.actions import rebuild_search

# Open to all, and no page to come back to.
DOORS = ("/sign-", "/account", "/in/", "/code", "/mfa", "/verify/", "/components/", "/mandate")


def names() -> set[str]:
    """The names of all addresses of the rooms that the public reads."""
    found: set[str] = set()

    def walk(patterns: list[URLPattern | URLResolver]) -> None:
        for one in patterns:
            if isinstance(one, URLResolver):
                walk(one.url_patterns)
            elif one.name:
                found.add(one.name)

    walk(get_resolver().url_patterns)
    return found


def pages(case: Case) -> list[str]:
    number = case.number
    document = Document.objects.filter(subject=case.subject, is_public=True).first()
    position = case.positions.exclude(state="draft").first()
    inner = [
        "text",
        "rows",
        "bodies",
        "outcome",
        "papers",
        "entries",
        "rows/1",
        "versions",
        "languages",
    ]
    assert document is not None
    assert position is not None
    return [
        *("/", "/cases/", "/search/?q=свет", "/not-agreed/", "/how-it-works/"),
        *("/how-it-works/order/", "/statistics/", "/statistics.csv", "/feeds/", "/registry/"),
        *("/statistics/demo-ministry/", "/statistics/all/on_time/", "/bodies/", "/rights/"),
        *("/bodies/demo-ministry/", "/feeds/cases.atom", "/feeds/not-agreed.atom"),
        *("/feeds/due.ics", "/feeds/bodies/demo-ministry.atom", "/feeds/bodies/demo-ministry.ics"),
        *("/not-agreed.csv", "/open-data/", "/languages/", "/data/cases.csv"),
        *("/parliament/", "/statistics/parliament/", "/statistics/parliament.csv"),
        *("/feeds/alerts.atom", "/feeds/sittings.ics", "/data/bills.csv", "/data/sittings.json"),
        *(f"/how-it-works/{key}/{part}" for key in KEYS for part in ("", "order/")),
        *(f"/cases/{number}/{part}/" for part in inner),
        *(f"/cases/{number}/{part}" for part in ("", "feed.atom", "due.ics", "rows.csv")),
        f"/cases/{number}/positions/{position.pk}/",
        f"/documents/{document.pk}/",
    ]


@pytest.fixture
def told(finished: Case, house: Bill) -> Case:
    rebuild_search(now=timezone.now())
    return finished


def test_every_page_for_the_public_is_304_when_nothing_changed(told: Case) -> None:
    kept, made_anew = [], []
    for path in pages(told):
        client = Client()
        first = client.get(path)
        assert first.status_code == 200, path
        etag = first.headers.get("ETag", "")
        again = client.get(path, headers={"If-None-Match": etag})
        (kept if again.status_code == 304 else made_anew).append(path)
    assert made_anew == []
    assert len(kept) > 30


def test_a_new_entry_makes_a_page_new(told: Case, running: Case) -> None:
    client = Client()
    etag = client.get("/cases/").headers["ETag"]
    running.refresh_from_db()
    from makul.journal.actions import record

    record(subject=running.subject, action="joined", party="x", at=timezone.now(), data={})
    assert client.get("/cases/", headers={"If-None-Match": etag}).status_code == 200


def test_no_address_without_a_part_is_forgotten(told: Case) -> None:
    """Whatever anyone may open under a plain address is 304 when asked for again."""
    forgotten = []
    for name in sorted(names()):
        try:
            path = reverse(name)
        except NoReverseMatch:
            continue
        response = Client().get(path)
        is_page = response.status_code == 200 and not path.startswith(DOORS)
        if is_page and "ETag" not in response.headers:
            forgotten.append(path)
    assert forgotten == []


def gzipped(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def linked(html: str) -> int:
    """The weight over the wire of the styles and scripts that a page asks for."""
    found = re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js))"', html)
    files = [Path(str(finders.find(name))) for name in dict.fromkeys(found)]
    assert files
    return sum(gzipped(file.read_bytes()) for file in files)


def test_a_first_visit_brings_less_than_60_kb_of_styles_and_scripts(told: Case) -> None:
    client = Client()
    for path in ("/", f"/cases/{told.number}/", "/statistics/", "/search/?q=свет"):
        assert linked(client.get(path).content.decode()) < 60_000, path


def test_a_later_visit_to_a_usual_page_is_under_25_kb(told: Case) -> None:
    client = Client()
    for path in pages(told):
        response = client.get(path)
        assert gzipped(b"".join(response)) < 25_000, path
