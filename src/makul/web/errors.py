"""Turns the errors of the house into pages that say what, why and what to do next."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from makul.core.errors import BadInput, MakulError, NotAllowed

STATUS = {NotAllowed: 403, BadInput: 422}


class MakulErrorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, MakulError):
            return None
        status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 409)
        return render(request, "web/error.html", {"error": error, "status": status}, status=status)
