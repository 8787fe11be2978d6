"""What I owe and what others did: past, today, this week, later; and the same for all of our body."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from makul.cases.models import Position
from makul.cases.queries.answering import assigned_counts
from makul.cases.queries.board import open_votes
from makul.cases.queries.changes import Change, changes_for
from makul.cases.queries.house import colleagues_of
from makul.cases.queries.work import Agenda, Awaited, Task, agenda_of
from makul.cases.views.work.case import names_of
from makul.cases.views.work.changes import change_words, page_of_change
from makul.cases.views.work.desks import desks_of
from makul.cases.views.work.page import address, clock
from makul.cases.views.work.steps import page_of_step
from makul.cases.views.work.words import step_name, step_task
from makul.parties.acting import acting
from makul.parties.models import Mandate, Party


@never_cache
def today(request: HttpRequest) -> HttpResponse:
    """The page one comes to after signing in."""
    actor, now = acting(request), clock()
    day = timezone.localdate(now)
    agenda = agenda_of(actor.party, today=day)
    values = {
        "title": _("Today"),
        "today": day,
        "agenda": agenda,
        "groups": groups(agenda),
        "awaited": awaited(agenda.awaited),
        "changes": changes(actor.party, now=now),
        "may_sign": actor.may_sign,
        "to_sign": to_sign(actor, agenda),
        "assigned": assigned_counts(actor) if actor.party.kind == Party.Kind.MINISTRY else [],
        "votes": open_votes(actor, now=now),
        "own_motion": address("own_motion") if actor.party.kind == Party.Kind.ASSOCIATION else "",
        "new_draft": address("draft_new") if actor.party.kind == Party.Kind.MINISTRY else "",
        "desks": desks_of(actor.party),
        "is_new": not actor.party.participations.exists(),
    }
    return render(request, "cases/work/today.html", values)


@never_cache
def institution(request: HttpRequest) -> HttpResponse:
    """Our institution: everyone who acts for it, what each has in hand, and all that is due."""
    actor, day = acting(request), timezone.localdate(clock())
    agenda = agenda_of(actor.party, today=day)
    values = {
        "title": _("Our institution"),
        "nav": "institution",
        "today": day,
        "agenda": agenda,
        "groups": groups(agenda),
        "people": colleagues_of(actor.party, today=day),
        "may_sign": actor.may_sign,
        "actor": actor,
    }
    return render(request, "cases/work/institution.html", values)


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
        "url": page_of_step(task.case, task.step) or address("case_work", task.case.number),
    }


def awaited(found: list[Awaited]) -> list[dict[str, Any]]:
    """What others owe us, by the name of the step."""
    return [
        {
            "case": one.case,
            "what": step_name(one.step),
            "count": one.count,
            "last_day": one.last_day,
        }
        for one in found
    ]


def changes(party: Party, *, now: datetime) -> list[dict[str, Any]]:
    """What happened in our cases lately, each with its page and the moment."""
    found = changes_for(party, now=now)
    names = names_of(one.by for one in found)
    return [
        {
            "change": one,
            "case": one.case,
            "what": change_words(one),
            "who": who(one, names),
            "url": page_of_change(one),
            "replies": one.replies.most_common(),
        }
        for one in found
    ]


def who(change: Change, names: dict[str, str]) -> str:
    """Who did it, where it was one."""
    return names.get(change.by, "") if change.count == 1 else ""


def to_sign(actor: Mandate, agenda: Agenda) -> list[Position]:
    """The drafts of our positions that wait for the signature of this person (one query)."""
    if not actor.may_sign:
        return []
    drafts = Position.objects.filter(party=actor.party, state=Position.State.DRAFT)
    known = {one.case.pk for one in all_tasks(agenda) if one.has_draft}
    found = drafts.filter(case__is_closed=False).exclude(case__in=known)
    return list(found.select_related("case").order_by("changed_at"))


def all_tasks(agenda: Agenda) -> list[Task]:
    return [*agenda.past, *agenda.today, *agenda.week, *agenda.later, *agenda.open]
