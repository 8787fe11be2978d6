"""A page asked for again is 304 until something is recorded, a day passes or the language changes."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone, translation

from makul.journal.actions import record
from makul.journal.views import cached, cached_by, etag_of, release

pytestmark = pytest.mark.django_db
made: list[str] = []


@cached
def page(request: HttpRequest) -> HttpResponse:
    made.append(request.path)
    return HttpResponse("told")


def again(etag: str, **more: str) -> HttpResponse:
    return page(RequestFactory(headers={"If-None-Match": etag}).get("/", **more))


def test_the_same_page_is_made_once() -> None:
    made.clear()
    first = page(RequestFactory().get("/"))
    assert (first.status_code, first["Cache-Control"]) == (200, "no-cache")
    assert again(first["ETag"]).status_code == 304
    assert made == ["/"]


def test_an_entry_and_a_language_make_it_new() -> None:
    with translation.override("ky"):
        etag = page(RequestFactory().get("/"))["ETag"]
        record(subject="case:x", action="opened", party="a", at=timezone.now(), data={})
        assert again(etag).status_code == 200
        now = etag_of()
    with translation.override("ru"):
        assert again(now).status_code == 200


def test_those_signed_in_and_those_who_send_get_a_page_of_their_own() -> None:
    request = RequestFactory(headers={"If-None-Match": etag_of()}).get("/")
    request.COOKIES["sessionid"] = "x"
    assert page(request).status_code == 200
    assert "ETag" not in page(RequestFactory().post("/"))


def test_a_fault_is_not_kept() -> None:
    fault = cached(lambda request: HttpResponse(status=404))
    assert "ETag" not in fault(RequestFactory().get("/"))


def test_a_mark_of_its_own() -> None:
    marks = ["1"]
    own = cached_by(lambda: marks[0])(lambda request: HttpResponse("x"))
    etag = own(RequestFactory().get("/"))["ETag"]
    request = RequestFactory(headers={"If-None-Match": etag}).get("/")
    assert own(request).status_code == 304
    marks[0] = "2"
    assert own(request).status_code == 200


def test_every_process_of_a_release_has_its_mark() -> None:
    mark = release()
    release.cache_clear()
    assert (release(), len(mark)) == (mark, 8)
