"""Open cases as a board: one column a stage, the nearest term on top."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makul.cases.models import Case
from makul.cases.queries.listing import Line, lines_of
from makul.cases.queries.stages import MOST_CASES, columns_of, open_cases
from makul.cases.queries.work import waiting_times, working_days_left
from makul.cases.views.public.page import cached
from makul.cases.views.work.page import address, clock
from makul.cases.views.work.words import step_name
from makul.parties.models import Mandate, Party

COLUMN_WORDS: dict[str, Promise] = {
    "check": gettext_lazy("Check and screening"),
    "telling": gettext_lazy("Notice to the bodies"),
    "positions": gettext_lazy("Positions of the bodies"),
    "opinion": gettext_lazy("Opinion of the association"),
    "replies": gettext_lazy("Replies of the initiator"),
    "meeting": gettext_lazy("Meeting"),
    "protocol": gettext_lazy("Protocol and signatures"),
    "decision": gettext_lazy("Decision"),
}


def own_mandate(request: HttpRequest) -> Mandate | None:
    """Who looks, where someone is signed in."""
    return getattr(request, "mandate", None) or None


def own_party(request: HttpRequest) -> Party | None:
    """The party whose cases alone are asked for; nobody's for the public."""
    mandate = own_mandate(request)
    return mandate.party if mandate and request.GET.get("whose") == "ours" else None


@cached
def case_board(request: HttpRequest) -> HttpResponse:
    """Every open case in the column of its stage; on a phone the columns stand below each other."""
    today, party = timezone.localdate(clock()), own_party(request)
    cases = list(open_cases(party)[:MOST_CASES])
    columns = columns_of(cases)
    shown = [case for column in columns for case in column.cases]
    lines = {line.case.pk: line for line in lines_of(shown)}
    mandate = own_mandate(request)
    values = {
        "title": _("Open cases by stage"),
        "today": today,
        "total": len(cases),
        "is_ours": party is not None,
        "is_signed_in": mandate is not None,
        "columns": [
            {
                "key": column.key,
                "word": COLUMN_WORDS[column.key],
                "count": column.count,
                "rest": column.rest,
                "cards": [
                    card(lines[case.pk], today=today, mandate=mandate) for case in column.cases
                ],
            }
            for column in columns
        ],
    }
    return render(request, "cases/work/board.html", values)


def card(line: Line, *, today: Any, mandate: Mandate | None) -> dict[str, Any]:
    """One case on the board: whose it is, what falls due next, how many have answered."""
    case = line.case
    name = "case_work" if mandate else "case"
    return {
        "case": case,
        "initiator": line.initiator,
        "asked": line.asked,
        "answered": line.answered,
        "url": address(name, case.number),
        "step": step_name(case.next_due_step) if is_term(case) else "",
        "left": working_days_left(today, case.next_due_on),
    }


def is_term(case: Case) -> bool:
    """Whether what comes next is a term that somebody has to keep, not only the end of an effect."""
    return bool(case.next_due_on) and case.next_due_step not in waiting_times()
