"""Puts the mandate a person acts under on the request; one person may hold several."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from makul.accounts.views.arrival import MANDATE_KEY as SESSION_KEY
from makul.parties.models import Mandate

__all__ = ["SESSION_KEY", "MandateMiddleware", "chosen", "valid_mandates"]


def valid_mandates(request: HttpRequest) -> list[Mandate]:
    """The mandates of the person signed in that are valid today, oldest first (one query)."""
    if not request.user.is_authenticated:
        return []
    today = timezone.localdate()
    mandates = Mandate.objects.filter(person__user=request.user).select_related("party")
    return [mandate for mandate in mandates if mandate.is_valid_on(today)]


def chosen(request: HttpRequest) -> Mandate | None:
    mandates = getattr(request, "mandates", None) or valid_mandates(request)
    wanted = request.session.get(SESSION_KEY) if mandates else None
    return next((one for one in mandates if one.pk == wanted), mandates[0] if mandates else None)


class MandateMiddleware:
    """`request.mandate`: the mandate chosen, or None. Evaluated only where a page asks for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.mandates = SimpleLazyObject(lambda: valid_mandates(request))
        request.mandate = SimpleLazyObject(lambda: chosen(request))
        return self.get_response(request)
