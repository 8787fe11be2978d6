"""`Server-Timing` counts the queries of a response, when it is asked for."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory

from makul.web.timing import TimingMiddleware


def answer(request: Any) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.execute("SELECT 2")
    return HttpResponse()


@pytest.mark.django_db
def test_queries_and_milliseconds_are_told(settings: Any) -> None:
    settings.MAKUL_TIMING = True
    header = TimingMiddleware(answer)(RequestFactory().get("/"))["Server-Timing"]
    assert re.fullmatch(r'db;desc="2 queries";dur=\d+\.\d, total;dur=\d+\.\d', header)


def test_unasked_it_is_not_there(settings: Any) -> None:
    settings.MAKUL_TIMING = False
    with pytest.raises(MiddlewareNotUsed):
        TimingMiddleware(answer)
