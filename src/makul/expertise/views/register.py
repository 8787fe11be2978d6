"""The register of experts as the facilitator keeps it, and an expert's own standing declarations."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from makul.cases.views.work.page import SeeOther, clock, language
from makul.core.errors import NotAllowed
from makul.expertise.actions.register import (
    change_expert,
    declare_standing,
    enter_expert,
    restore_expert,
    suspend_expert,
)
from makul.expertise.forms.ordering import ExpertForm, NewExpertForm, StandingForm, SuspendForm
from makul.expertise.models import Expert
from makul.expertise.queries.register import register, standing_on
from makul.parties.access import RIGHTS, ROLE_OF_KIND
from makul.parties.acting import acting
from makul.parties.actions.bodies import PartyInput, enter_party
from makul.parties.forms import ConfirmForm, attempt
from makul.parties.models import Mandate, Party, Territory
from makul.parties.queries import standing

BOUND = (Party.Kind.MINISTRY, Party.Kind.ASSOCIATION, Party.Kind.COMMITTEE, Party.Kind.DESK)


def keeper(request: HttpRequest) -> Mandate:
    """Who keeps the register. Raises NotAllowed for anyone but the facilitator."""
    actor = acting(request)
    role = ROLE_OF_KIND[actor.party.kind]
    if role not in RIGHTS["keep_experts"].roles:
        raise NotAllowed("wrong_role", action="keep_experts", role=role)
    return actor


def regions() -> list[tuple[str, str]]:
    """Oblasts and cities of republican significance, by code."""
    kinds = (Territory.Kind.OBLAST, Territory.Kind.CITY_REPUBLIC)
    found = standing(on=timezone.localdate()).filter(kind__in=kinds).order_by("code")
    return [(one.code, one.name(language())) for one in found]


@never_cache
def register_desk(request: HttpRequest) -> HttpResponse:
    """The register as it is kept: who is on it, who is suspended."""
    keeper(request)
    values = {
        "title": _("Register of experts"),
        "lines": register(on=timezone.localdate()),
        "nav": "today",
    }
    return render(request, "expertise/work/register.html", values)


@never_cache
def expert_new(request: HttpRequest) -> HttpResponse:
    """Enter an expert: named by number and office."""
    actor, now = keeper(request), clock()
    number = Expert.objects.count() + 1
    named = {"name_ky": f"№ {number} эксперт", "name_ru": f"Эксперт № {number}"}
    form = NewExpertForm(
        request.POST or None, language=language(), regions=regions(), initial=named
    )
    if request.method == "POST" and attempt(
        form, lambda: enter_new(form, number=number, actor=actor, now=now), now=now
    ):
        return SeeOther(reverse("expert_register"))
    values = {"title": _("Enter an expert"), "form": form, "nav": "today"}
    status = 422 if request.method == "POST" else 200
    return render(request, "expertise/work/expert.html", values, status=status)


def enter_new(form: NewExpertForm, *, number: int, actor: Mandate, now: datetime) -> Expert:
    """The body of one person, then the place on the register: two facts, two entries."""
    said = form.cleaned_data
    content = PartyInput(
        key=f"expert-{number}",
        kind=Party.Kind.EXPERT,
        name_ky=said["name_ky"],
        name_ru=said["name_ru"],
        email=said["email"],
    )
    party = enter_party(content=content, actor=actor, now=now)
    return enter_expert(party=party, content=form.content(), actor=actor, now=now)


@never_cache
def expert_edit(request: HttpRequest, key: str) -> HttpResponse:
    """Change what the register says of an expert."""
    actor, now = keeper(request), clock()
    expert = get_object_or_404(Expert.objects.select_related("party"), party__key=key)
    saved = {
        "fields_known": expert.fields,
        "languages": expert.languages,
        "region": expert.region,
        "experience_ky": expert.experience_ky,
        "experience_ru": expert.experience_ru,
    }
    form = ExpertForm(request.POST or None, language=language(), regions=regions(), initial=saved)
    if request.method == "POST" and attempt(
        form,
        lambda: change_expert(expert=expert, content=form.content(), actor=actor, now=now),
        now=now,
    ):
        return SeeOther(reverse("expert_register"))
    values = {"title": expert.party.name(language()), "form": form, "expert": expert}
    status = 422 if request.method == "POST" else 200
    return render(request, "expertise/work/expert.html", values | {"nav": "today"}, status=status)


@never_cache
def expert_suspend(request: HttpRequest, key: str) -> HttpResponse:
    """Suspend an expert's place with the reason, or give it back."""
    actor, now = keeper(request), clock()
    expert = get_object_or_404(Expert.objects.select_related("party"), party__key=key)
    form: SuspendForm | ConfirmForm
    if expert.suspended_on:
        form = ConfirmForm(request.POST or None)
    else:
        form = SuspendForm(request.POST or None)

    def act() -> Expert:
        if expert.suspended_on:
            return restore_expert(expert=expert, actor=actor, now=now)
        reason = form.cleaned_data["reason"]
        return suspend_expert(expert=expert, reason=reason, actor=actor, now=now)

    if request.method == "POST" and attempt(form, act, now=now):
        return SeeOther(reverse("expert_register"))
    values = {
        "title": expert.party.name(language()),
        "form": form,
        "expert": expert,
        "nav": "today",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "expertise/work/suspend.html", values, status=status)


@never_cache
def own_interests(request: HttpRequest) -> HttpResponse:
    """An expert's standing declarations, and a new one."""
    actor, now = acting(request), clock()
    expert = Expert.objects.filter(party=actor.party).select_related("party").first()
    if expert is None:
        raise NotAllowed("not_appointed")
    bodies = list(Party.objects.filter(kind__in=BOUND, valid_to__isnull=True).order_by("key"))
    form = StandingForm(request.POST or None, parties=bodies, language=language())
    if request.method == "POST" and attempt(
        form, lambda: declared(form, expert, actor=actor, now=now), now=now
    ):
        return SeeOther(reverse("own_interests"))
    values = {
        "title": _("My standing interests"),
        "form": form,
        "expert": expert,
        "held": standing_on(timezone.localdate(now)).filter(expert=expert),
        "nav": "today",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "expertise/work/interests.html", values, status=status)


def declared(form: StandingForm, expert: Expert, *, actor: Mandate, now: datetime) -> object:
    said = form.cleaned_data
    return declare_standing(
        expert=expert,
        text=said["text"],
        language=said["language"],
        body=form.parties.get(said["body"]),
        to_on=said["to_on"],
        actor=actor,
        now=now,
    )
