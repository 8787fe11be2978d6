"""Turns what went wrong into pages that say what, why and what to do next."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from makul.core.errors import BadInput, MakulError, NotAllowed
from makul.parties.saying import sentence_of
from makul.web.sentences import PAGES

STATUS = {NotAllowed: 403, BadInput: 422}
TOO_BIG = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
log = logging.getLogger("makul")


class MakulErrorMiddleware:
    """An error of the house becomes its page: 403 no standing, 422 bad input, 409 all else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", ""):  # PostgreSQL keeps no such letter
            return error_page(request, status=400)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, MakulError):
            return None
        status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 409)
        if error.code.endswith("too_big"):
            status = 413
        return error_page(request, status=status, error=error)


def error_page(
    request: HttpRequest, *, status: int, error: MakulError | None = None
) -> HttpResponse:
    """The page for a status: the sentence of the error where there is one, else of the status."""
    title, text, next_step = PAGES[status]
    values = {
        "title": title,
        "text": sentence_of(error) if error else text,
        "next_step": "" if error else next_step,
        "status": status,
        "error": error,
    }
    return render(request, "web/error.html", values, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, status=413 if isinstance(exception, TOO_BIG) else 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page stood open too long, or cookies are off; what was typed is still in the browser."""
    log.warning("form refused: %s", reason)
    return error_page(request, status=403, error=NotAllowed("form_expired"))


def server_error(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the database or the session: they may be what broke. Says it in all languages."""
    return HttpResponse(render_to_string("web/500.html"), status=500)
