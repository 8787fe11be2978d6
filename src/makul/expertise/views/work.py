"""An expertise for one who takes part: what to do now, how it stands, what was done; one's own list."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from makul.cases.models import Participation
from makul.cases.queries.work import working_days_left
from makul.cases.views.work.case import breach_row, done, names_of, open_steps
from makul.cases.views.work.words import outcome_words, role_words, step_name
from makul.expertise.models import Expertise
from makul.expertise.queries.listing import expertises
from makul.expertise.queries.opinion import opinion_of
from makul.expertise.views.page import Work, capital, expertise_page, language, show, value_words
from makul.parties.acting import acting
from makul.parties.models import Party

MOST = 100


@expertise_page()
def expertise_work(work: Work, expertise: Expertise) -> HttpResponse:
    """Everything a role needs of an expertise, on one page."""
    status, opinion = work.status, opinion_of(expertise)
    lines = (*status.breaches, *status.recorded)
    names = names_of(key for one in lines for key in (one.party, one.by))
    values = {
        "expertise": expertise,
        "opinion": opinion,
        "status": status,
        "stage": step_name(status.stage),
        "outcome": outcome_words(status.outcome or ""),
        "role_words": role_words(work.role),
        "now": list(open_steps(work)),
        "done": done(work),
        "breaches": [breach_row(one, names) for one in status.breaches],
        "recorded": [breach_row(one, names) for one in status.recorded],
        "verdicts": [(one, capital(value_words(one.value))) for one in signed(opinion)],
        "language": language(),
    }
    return show(work, "work.html", values)


def signed(opinion: Any) -> list[Any]:
    return [one for one in opinion.verdicts.values() if one.signed_at]


@never_cache
def expertise_mine(request: HttpRequest) -> HttpResponse:
    """The expertises of one's own party: what an expert, a committee or an initiator has to do."""
    actor = acting(request)
    today = timezone.localdate()
    seats = Participation.objects.filter(party=actor.party, case__procedure="expertise")
    own = dict(seats.values_list("case_id", "role"))
    found = list(expertises().filter(case__in=own)[:MOST])
    values = {
        "title": _("My expertises"),
        "lines": [
            {
                "expertise": one,
                "role": role_words(own[one.case_id]),
                "now": outcome_words(one.case.outcome)
                if one.case.outcome
                else step_name(one.case.stage),
                "left": working_days_left(today, one.case.next_due_on),
            }
            for one in found
        ],
        "today": today,
        "is_expert": actor.party.kind == Party.Kind.EXPERT,
        "may_order": actor.party.kind in (Party.Kind.COMMITTEE, Party.Kind.ASSOCIATION),
        "keeps_register": actor.party.kind == Party.Kind.DESK,
        "nav": "today",
    }
    return render(request, "expertise/work/mine.html", values)
