"""The public pages of bills: the list, one bill with its dossier, the watch counted in public."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse


def bill_list(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def bill_watch(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def bill(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse()
