"""What went wrong is a page in the reader's language, with a status and a way on; never a traceback."""

from __future__ import annotations

import logging
import re
from typing import Any

import pytest
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path
from django.utils import translation

from makul.core.errors import BadInput, BrokenChain, LawGap, MakulError, NotAllowed
from makul.web import errors
from makul.web.urls import handler400, handler403, handler404, handler500  # noqa: F401
from makul.web.urls import urlpatterns as real

FAILURES: dict[str, Exception] = {
    "not-allowed": NotAllowed("may_not_sign", action="sign", party="x"),
    "bad-input": BadInput("not_som", text="1,2 млн"),
    "too-big": BadInput("too_big", limit_mb=20),
    "gap": LawGap("no_days_off", year=2040),
    "other": MakulError("unheard_of"),
    "request-too-big": RequestDataTooBig("x"),
    "suspicious": SuspiciousOperation("x"),
    "crash": ZeroDivisionError("a secret detail"),
}


def fail(request: HttpRequest, name: str) -> HttpResponse:
    raise FAILURES[name]


urlpatterns = [path("fail/<str:name>/", fail), *real]
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture
def client() -> Client:
    logging.getLogger("django").setLevel(logging.CRITICAL)
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("name", "status", "title"),
    [
        ("not-allowed", 403, "Это вам не открыто"),
        ("bad-input", 422, "Это не принято"),
        ("too-big", 413, "Отправлено слишком много сразу"),
        ("gap", 409, "Сейчас это сделать нельзя"),
        ("other", 409, "Сейчас это сделать нельзя"),
        ("request-too-big", 413, "Отправлено слишком много сразу"),
        ("suspicious", 400, "Запрос не читается"),
    ],
)
def test_each_kind_has_its_status_and_page(
    client: Client, name: str, status: int, title: str
) -> None:
    answer = client.get(f"/fail/{name}/?lang=ru")
    page = answer.content.decode()
    assert answer.status_code == status
    assert re.findall(r"<h1>([^<]+)</h1>", page) == [title]
    assert '<html lang="ru">' in page and "secret" not in page


@pytest.mark.parametrize(
    ("language", "title"),
    [("ky", "Мындай барак жок"), ("ru", "Такой страницы нет"), ("en", "There is no such page")],
)
def test_a_page_that_is_not_there(client: Client, language: str, title: str) -> None:
    answer = client.get(f"/no/such/page/?lang={language}")
    assert answer.status_code == 404
    assert f"<h1>{title}</h1>" in answer.content.decode()


def test_a_letter_that_no_text_holds_is_not_searched_for(client: Client) -> None:
    assert client.get("/sign-in/?next=/&q=%00&lang=ru").status_code == 400


def test_what_is_refused_says_what_why_and_what_next(client: Client) -> None:
    page = client.get("/fail/gap/?lang=en").content.decode()
    assert "The list of days off for 2040 is not known yet" in page
    assert "It appears once the list is published." in page
    assert "no_days_off" in page


def test_the_way_on_leads_back_after_signing_in(client: Client) -> None:
    page = client.get("/fail/not-allowed/?lang=en").content.decode()
    assert 'href="/sign-in/?next=/fail/not-allowed/"' in page


def test_a_crash_speaks_three_languages_and_tells_nothing(client: Client) -> None:
    answer = client.get("/fail/crash/")
    page = answer.content.decode()
    assert answer.status_code == 500
    assert "secret" not in page and "Traceback" not in page
    assert [word in page for word in ("Ката биз", "Ошибка на", "The fault")] == [True] * 3


def test_the_page_of_a_crash_needs_no_database(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert errors.server_error(RequestFactory().get("/")).status_code == 500


def test_an_expired_form_says_how_to_send_it_again() -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies["language"] = "ru"
    request = RequestFactory().post("/")
    with translation.override("ru"):
        page = errors.csrf_failure(request, reason="no cookie").content.decode()
    assert "Форма не принята" in page


def test_a_broken_journal_is_no_visitors_fault() -> None:
    middleware = errors.MakulErrorMiddleware(lambda request: HttpResponse())
    answer = middleware.process_exception(RequestFactory().get("/"), BrokenChain("broken_chain"))
    assert answer is not None and answer.status_code == 409
    assert middleware.process_exception(RequestFactory().get("/"), ValueError()) is None
