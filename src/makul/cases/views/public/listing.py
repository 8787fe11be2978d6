"""The list of cases: by state, by words of the title, fifty a page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.models import Case
from makul.cases.queries.listing import LONGEST_QUERY, cases_in, lines_of, state_counts
from makul.cases.queries.work import working_days_left
from makul.cases.views.public.page import cached
from makul.cases.views.public.words import STATES, state_sentence

A_PAGE = 50


def typed(request: HttpRequest) -> str:
    """What is looked for: without control characters, and not endless."""
    given = request.GET.get("q", "")[: LONGEST_QUERY * 4]
    return "".join(sign if sign.isprintable() else " " for sign in given).strip()[:LONGEST_QUERY]


def as_lines(cases: Iterable[Case], *, today: date) -> list[dict[str, Any]]:
    """Cases as the lines of a table: what is so now, the next term, who answered."""
    return [
        {
            "case": line.case,
            "initiator": line.initiator,
            "asked": line.asked,
            "answered": line.answered,
            "now": state_sentence(
                stage=line.case.stage,
                outcome=line.case.outcome,
                is_bypassed=is_bypassed(line.case),
            ),
            "is_bypassed": is_bypassed(line.case),
            "left": working_days_left(today, line.case.next_due_on),
        }
        for line in lines_of(cases)
    ]


def is_bypassed(case: Case) -> bool:
    """Adopted although nothing was forwarded to the decider (see `queries.listing.BYPASSED`)."""
    forwarded = getattr(case, "is_forwarded", True)
    return case.outcome == "adopted" and case.breach_count > 0 and not forwarded


@cached
def case_list(request: HttpRequest) -> HttpResponse:
    today, text = timezone.localdate(), typed(request)
    state = request.GET.get("state", "")
    state = state if state in STATES else ""
    counts = state_counts()
    page = Paginator(cases_in(state, text), A_PAGE).get_page(request.GET.get("page"))
    values = {
        "title": _("Conciliations"),
        "today": today,
        "text": text,
        "state": state,
        "states": [(key, word, counts[key or "all"]) for key, word in STATES.items()],
        "lines": as_lines(page.object_list, today=today),
        "page_obj": page,
        "found": page.paginator.count,
    }
    return render(request, "cases/public/list.html", values)
