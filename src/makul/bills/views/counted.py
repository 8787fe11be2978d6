"""The watch counted in public: what was noticed, of whose bills, how it was answered, and how each is counted."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.bills import words
from makul.bills.queries.counting import OfInitiator, alerts_by_month, answers_by_kind, by_initiator
from makul.cases.views.public.not_agreed import month_name
from makul.cases.views.public.page import cached


@cached
def bill_watch(request: HttpRequest) -> HttpResponse:
    initiators = by_initiator()
    kinds = kinds_told()
    months = alerts_by_month(timezone.localdate())
    values = {
        "title": _("The watch on bills"),
        "total": sum(one["n"] for one in kinds),
        "kinds": kinds,
        "answers": answers_told(),
        "months": [
            {"name": month_name(month), "cells": list(n.values())}
            for month, n in reversed(months)
            if any(n.values())
        ],
        "heads": list(words.ALERTS.values()),
        "initiators": [told(one) for one in initiators],
        "became_law": sum(one.became_law for one in initiators),
        "passed": sum(one.passed for one in initiators),
        "touching": sum(one.touching for one in initiators),
        "deputies": hole(initiators),
        "nav": "bill_list",
    }
    return render(request, "bills/watch.html", values)


def kinds_told() -> list[dict[str, Any]]:
    """A bar for each kind of alert."""
    found = answers_by_kind()
    return [
        {
            "label": word,
            "n": (n := sum(count for (own, _answer), count in found.items() if own == kind)),
            "value": n,
        }
        for kind, word in words.ALERTS.items()
    ]


def answers_told() -> list[dict[str, Any]]:
    found = answers_by_kind()
    return [
        {
            "label": str(word),
            "value": sum(count for (_kind, own), count in found.items() if own == answer),
            "look": "" if answer else "silent",
        }
        for answer, word in words.ANSWERS.items()
    ]


def told(one: OfInitiator) -> dict[str, Any]:
    return {"word": words.INITIATORS[one.kind], "counts": one}


def hole(initiators: list[OfInitiator]) -> dict[str, Any] | None:
    """The share of deputies' own bills among those without a conciliation: the known hole."""
    whole = sum(one.without_case for one in initiators)
    part = sum(one.without_case for one in initiators if one.kind == "deputies")
    return {"n": part, "whole": whole, "share": part / whole} if whole else None
