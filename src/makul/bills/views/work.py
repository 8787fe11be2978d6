"""The work on bills: the desk's list, and the answer to an alert."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse


def bills_desk(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def bill_alert(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse()
