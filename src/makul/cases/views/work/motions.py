"""A case that the association opens on its own motion, for a draft nobody submitted."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from makul.cases.actions.motions import Motion, open_own_motion
from makul.cases.forms.outcome import OwnMotionForm
from makul.cases.views.work.page import SeeOther, address, clock, language
from makul.core.errors import NotAllowed
from makul.parties.acting import acting
from makul.parties.forms import attempt
from makul.parties.models import Mandate, Party


def parties(kinds: tuple[str, ...], actor: Mandate) -> dict[str, Party]:
    """Those who may stand in a case with the actor: demonstration bodies only among their like."""
    found = Party.objects.filter(kind__in=kinds, is_demonstration=actor.party.is_demonstration)
    return {one.key: one for one in found.order_by("key")}


@never_cache
def own_motion(request: HttpRequest) -> HttpResponse:
    """Title, kind, whose draft, who decides, the texts where they are at hand."""
    actor, now = acting(request), clock()
    if actor.party.kind != Party.Kind.ASSOCIATION:
        raise NotAllowed("wrong_role", action="open", role="none")
    initiators = parties((Party.Kind.MINISTRY,), actor)
    deciders = parties((Party.Kind.COMMITTEE, Party.Kind.MINISTRY), actor)
    data = request.POST if request.method == "POST" else None
    form = OwnMotionForm(
        data,
        request.FILES or None,
        initiators=initiators,
        deciders=deciders,
        page_language=language(),
    )
    if data is not None and attempt(
        form,
        lambda: open_own_motion(motion=motion_of(form, initiators, deciders), actor=actor, now=now),
        now=now,
    ):
        number = form.result.number if form.result else ""
        return SeeOther(address("case_work", number) if number else address("today"))
    status = 422 if data is not None else 200
    values = {"form": form, "title": _("Open a case on your own motion"), "nav": "today"}
    return render(request, "cases/work/own_motion.html", values, status=status)


def motion_of(
    form: OwnMotionForm, initiators: dict[str, Party], deciders: dict[str, Party]
) -> Motion:
    given = form.cleaned_data
    return Motion(
        act_kind=given["act_kind"],
        title_ky=given["title_ky"],
        title_ru=given["title_ru"],
        initiator=initiators[given["initiator"]],
        deciders=[deciders[key] for key in given["deciders"]],
        files=form.texts,
    )
