"""Adds `Server-Timing` (queries, milliseconds in the database) to each response when MAKUL_TIMING=1."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection
from django.http import HttpRequest, HttpResponse


class Stopwatch:
    """Counts the queries that pass through it and the time they take."""

    def __init__(self) -> None:
        self.queries, self.seconds = 0, 0.0

    def __call__(self, execute: Callable[..., Any], *args: Any) -> Any:
        start = time.perf_counter()
        try:
            return execute(*args)
        finally:
            self.queries += 1
            self.seconds += time.perf_counter() - start


class TimingMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.MAKUL_TIMING:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        watch, start = Stopwatch(), time.perf_counter()
        with connection.execute_wrapper(watch):
            response = self.get_response(request)
        response["Server-Timing"] = (
            f'db;desc="{watch.queries} queries";dur={watch.seconds * 1000:.1f}, '
            f"total;dur={(time.perf_counter() - start) * 1000:.1f}"
        )
        return response
