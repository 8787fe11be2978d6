"""What my party owes: past, today, this week, later; and what it waits for from others."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from makul.cases.queries.work import Agenda, Task, agenda_of
from makul.cases.views.work.page import address, clock
from makul.cases.views.work.steps import page_of_step
from makul.cases.views.work.words import step_name, step_task
from makul.parties.acting import acting
from makul.parties.models import Party


@never_cache
def today(request: HttpRequest) -> HttpResponse:
    """The page one comes to after signing in."""
    actor, day = acting(request), timezone.localdate(clock())
    agenda = agenda_of(actor.party, today=day)
    values = {
        "title": _("Today"),
        "today": day,
        "agenda": agenda,
        "groups": groups(agenda),
        "awaited": [
            {
                "case": one.case,
                "what": step_name(one.step),
                "count": one.count,
                "last_day": one.last_day,
            }
            for one in agenda.awaited
        ],
        "may_sign": actor.may_sign,
        "own_motion": address("own_motion") if actor.party.kind == Party.Kind.ASSOCIATION else "",
        "new_draft": address("draft_new") if actor.party.kind == Party.Kind.MINISTRY else "",
    }
    return render(request, "cases/work/today.html", values)


def groups(agenda: Agenda) -> list[dict[str, Any]]:
    named = [
        (_("The term is over"), agenda.past),
        (_("Today is the last day"), agenda.today),
        (_("This week"), agenda.week),
        (_("Later"), agenda.later),
        (_("Without a term"), agenda.open),
    ]
    return [{"name": name, "tasks": [shown(t) for t in tasks]} for name, tasks in named if tasks]


def shown(task: Task) -> dict[str, Any]:
    """A task as the page shows it: what to do, where, what lies ready."""
    return {
        "task": task,
        "case": task.case,
        "what": step_task(task.step),
        "url": page_of_step(task.case.number, task.step) or address("case_work", task.case.number),
    }
