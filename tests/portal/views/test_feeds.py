"""Feeds are sound Atom: each thing once, under a name that stays, at an address that is there."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(path: str, *, language: str = "ru") -> etree._Element:
    response = Client().get(f"{path}?lang={language}")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = etree.fromstring(response.content)
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert feed.findtext(f"{ATOM}{name}"), name
    own = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own[0].endswith(f"{path}?lang={language}")
    for entry in feed.findall(f"{ATOM}entry"):
        assert entry.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(entry.findtext(f"{ATOM}updated") or "").tzinfo
        assert (entry.findtext(f"{ATOM}id") or "").startswith("tag:makul.local,2026:")
    return feed


def ids(feed: etree._Element) -> list[str]:
    return [entry.findtext(f"{ATOM}id") or "" for entry in feed.findall(f"{ATOM}entry")]


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_new_cases(finished, running, language) -> None:
    feed = parsed("/feeds/cases.atom", language=language)
    assert ids(feed) == [f"tag:makul.local,2026:case:{case.number}" for case in (running, finished)]


def test_the_steps_of_a_case_without_internal_work(finished) -> None:
    feed = parsed(f"/cases/{finished.number}/feed.atom")
    found = ids(feed)
    assert len(found) == len(set(found)) > 5
    path = feed.find(f"{ATOM}entry/{ATOM}link")
    assert path is not None
    assert f"/cases/{finished.number}/entries/#entry-" in path.get("href")


def test_drafts_not_agreed_and_the_cases_of_a_body(scene, finished, running) -> None:
    assert len(ids(parsed("/feeds/not-agreed.atom"))) == 1
    assert len(ids(parsed("/feeds/bodies/demo-ministry.atom"))) == 2
    assert Client().get("/feeds/bodies/nobody.atom").status_code == 404


def test_an_empty_feed_is_sound(db) -> None:
    assert ids(parsed("/feeds/cases.atom")) == []


def test_the_page_that_says_what_to_do_with_them(db, read) -> None:
    assert 'href="/feeds/due.ics?lang=en"' in read("/feeds/", raw=True)


def test_a_feed_takes_few_queries(finished, running, django_assert_max_num_queries) -> None:
    for path in ("/feeds/cases.atom", f"/cases/{finished.number}/feed.atom"):
        with django_assert_max_num_queries(8):
            Client().get(path)
