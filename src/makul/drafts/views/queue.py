"""The page of the desk's queue: one line a case, with what is due and one button."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from makul.cases.views.work.page import clock
from makul.cases.views.work.steps import page_of_step
from makul.cases.views.work.words import step_task
from makul.core.errors import NotAllowed
from makul.drafts.queue import STEPS, Waiting, queue_of
from makul.parties.acting import acting
from makul.parties.models import Party

A_PAGE = 50
DESKS = frozenset({Party.Kind.DESK, Party.Kind.ASSOCIATION})


@never_cache
def screening_queue(request: HttpRequest) -> HttpResponse:
    """Packages to check and to screen, the nearest last day first. Raises NotAllowed `wrong_role`."""
    actor, today = acting(request), timezone.localdate(clock())
    if actor.party.kind not in DESKS:
        raise NotAllowed("wrong_role", action="check_package", role=actor.party.kind)
    waiting = queue_of(actor.party, today=today)
    step = request.GET.get("step", "")
    shown = [one for one in waiting if step not in STEPS or one.step == step]
    page = Paginator(shown, A_PAGE).get_page(request.GET.get("page"))
    values = {
        "title": _("Packages to check and to screen"),
        "today": today,
        "total": len(waiting),
        "late": sum(one.left is not None and one.left < 0 for one in waiting),
        "soon": sum(one.left == 0 for one in waiting),
        "steps": counted(waiting),
        "step": step if step in STEPS else "",
        "page_obj": page,
        "tasks": [task(one) for one in page],
    }
    return render(request, "drafts/desk/queue.html", values)


def counted(waiting: list[Waiting]) -> list[dict[str, Any]]:
    """The steps that wait, each with how many cases wait for it."""
    counts = {step: sum(one.step == step for one in waiting) for step in STEPS}
    return [{"key": key, "word": step_task(key), "count": n} for key, n in counts.items() if n]


def task(one: Waiting) -> dict[str, Any]:
    """A line: the case, what is to be done and where."""
    return {
        "one": one,
        "case": one.case,
        "what": step_task(one.step),
        "url": page_of_step(one.case, one.step),
        "is_short": one.case.track == "short",
    }
