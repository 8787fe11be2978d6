"""Public data may be read from any site, without cookies, and once only while nothing changed."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from makul.portal.opendata.sharing import open_to_all, shared
from tests.scene import build_scene

pytestmark = pytest.mark.django_db


@open_to_all
def said(request: HttpRequest) -> HttpResponse:
    return HttpResponse("said")


def test_any_site_may_read_and_no_cookie_plays_a_part() -> None:
    answer = said(RequestFactory().get("/data/x.csv"))
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert "no-cache" in answer["Cache-Control"]


def test_an_unchanged_answer_is_not_sent_again_until_something_is_recorded() -> None:
    etag = said(RequestFactory().get("/"))["ETag"]
    again = {"HTTP_IF_NONE_MATCH": etag}
    assert said(RequestFactory().get("/", **again)).status_code == 304
    build_scene()  # mandates are given, and each is an entry
    assert said(RequestFactory().get("/", **again)).status_code == 200


def test_a_browser_that_asks_first_is_told_what_it_may() -> None:
    answer = said(RequestFactory().options("/"))
    assert answer.status_code == 204
    assert answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


def test_what_is_not_there_is_not_remembered_as_unchanged() -> None:
    @open_to_all
    def nothing(request: HttpRequest) -> HttpResponse:
        return HttpResponse(status=404)

    assert "ETag" not in nothing(RequestFactory().get("/"))
    assert shared(HttpResponse())["Content-Language"] == "ky, ru"
