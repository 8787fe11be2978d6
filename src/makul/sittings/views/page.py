"""What the pages of this room share: who acts, now, and what follows a form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.functional import Promise
from django.views.decorators.cache import never_cache

from makul.cases.models import Case
from makul.cases.views.work.page import SeeOther, Work, address, clock, language, note_visit
from makul.parties.access import ROLE_OF_KIND, may
from makul.parties.acting import acting
from makul.parties.forms import attempt
from makul.parties.models import Mandate, Party
from makul.sittings.models import Sitting

__all__ = [
    "Desk",
    "SeeOther",
    "SittingWork",
    "address",
    "desk_page",
    "language",
    "menu_of",
    "sitting_page",
]


@dataclass
class Desk:
    """A page of one's own house: no sitting yet, or a bill and not a case."""

    request: HttpRequest
    actor: Mandate
    now: datetime

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    @property
    def is_post(self) -> bool:
        return self.request.method == "POST"

    @property
    def data(self) -> Any:
        """What was sent, or nothing where the page is only looked at."""
        return self.request.POST if self.is_post else None

    @property
    def files(self) -> Any:
        return self.request.FILES if self.is_post else None

    def may(self, right: str) -> bool:
        return may_in_house(self.actor, right, on=self.today)

    def attempt(self, form: Any, act: Callable[[], object]) -> bool:
        return attempt(form, act, now=self.now)

    def done(self, said: str | Promise, *, to: str) -> SeeOther:
        messages.success(self.request, str(said))
        return SeeOther(to)

    def show(self, template: str, values: dict[str, Any], *, form: Any = None) -> HttpResponse:
        """The page; a form with errors comes back with 422."""
        own = {"today": self.today, "form": form, "nav": menu_of(self.request)}
        is_wrong = self.is_post and form is not None and bool(form.errors)
        return render(
            self.request, f"sittings/{template}", own | values, status=422 if is_wrong else 200
        )


def menu_of(request: HttpRequest) -> str:
    """Which entry of the menu is marked: a committee has its own, everybody else comes by Parliament's."""
    mandate = getattr(request, "mandate", None)
    kind = mandate.party.kind if mandate else ""
    return "sitting_list" if kind == Party.Kind.COMMITTEE else "parliament"


def may_in_house(actor: Mandate | None, right: str, *, on: date) -> bool:
    """Whether one may do what needs no case, by the kind of body alone."""
    if not actor:  # nobody signed in may come as a lazy nothing
        return False
    return may(actor, right, role=ROLE_OF_KIND.get(actor.party.kind), on=on)


def desk_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page for whoever acts under a mandate; what it refuses, its actions refuse."""

    @never_cache
    @wraps(view)
    def page(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return view(Desk(request, acting(request), clock()), **kwargs)

    return page


@dataclass
class SittingWork(Work):
    """A work page of a sitting: the case, and the sitting that is run under it."""

    @cached_property
    def sitting(self) -> Sitting:
        found = Sitting.objects.select_related("case", "house", "convocation")
        return get_object_or_404(found, case=self.case)

    def show(self, template: str, values: dict[str, Any], *, form: Any = None) -> HttpResponse:
        own = {
            "case": self.case,
            "sitting": self.sitting,
            "work": self,
            "role": self.role,
            "today": self.today,
            "form": form,
            "nav": menu_of(self.request),
            "back": self.url("sitting_work"),
        }
        is_wrong = self.is_post and form is not None and bool(form.errors)
        return render(
            self.request, f"sittings/work/{template}", own | values, status=422 if is_wrong else 200
        )


def sitting_page(
    *rights: str,
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """A work page of a sitting for those whose role carries one of the rights; none named: for all."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @never_cache
        @wraps(view)
        def page(request: HttpRequest, number: str, **kwargs: Any) -> HttpResponse:
            actor = acting(request)
            cases = Case.objects.of("sitting").select_related("agreement")
            work = SittingWork(request, get_object_or_404(cases, number=number), actor, clock())
            if rights:
                work.need(*rights)
            note_visit(request, work.case, actor, now=work.now)
            return view(work, **kwargs)

        return page

    return decorate
