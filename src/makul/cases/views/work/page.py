"""What every work page shares: the case, who acts and in which role, now, and what follows a form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from makul.cases.actions.reaching import note_reading
from makul.cases.models import Case
from makul.cases.queries.judging import role_of, status_of
from makul.cases.queries.work import working_days_left
from makul.core.errors import NotAllowed
from makul.core.procedure import Due, Status
from makul.parties import access
from makul.parties.acting import acting
from makul.parties.forms import attempt
from makul.parties.models import Mandate, Party


class SeeOther(HttpResponseRedirect):
    """After a form: go and look (303), so that loading the page again sends nothing twice."""

    status_code = 303


def clock() -> datetime:
    """The one place where a work page reads the clock."""
    return timezone.now()


def language() -> str:
    """The language of the page, one of ky, ru, en."""
    return (get_language() or "ky")[:2]


@dataclass
class Work:
    """A page of a case as it is asked for by one who acts for a party."""

    request: HttpRequest
    case: Case
    actor: Mandate
    now: datetime

    @cached_property
    def role(self) -> str:
        """The role of the party in this case; empty where it takes no part."""
        return role_of(self.case, self.actor.party) or ""

    @cached_property
    def status(self) -> Status:
        return status_of(self.case, today=self.today)

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

    def may(self, right: str) -> bool:
        return access.may(self.actor, right, role=self.role or None, on=self.today)

    def need(self, *rights: str) -> None:
        """Refuse whose role carries none of the rights; who of the party signs is asked on acting."""
        if not self.actor.is_valid_on(self.today):
            raise NotAllowed("mandate_ended", party=self.actor.party.key, ended_on=self.actor.to_on)
        if not any(self.role in access.RIGHTS[right].roles for right in rights):
            raise NotAllowed("wrong_role", action=rights[0], role=self.role or "none")

    def due(self, step: str) -> Due | None:
        """My party's term for a step, if one runs."""
        mine = [d for d in self.status.due if (d.step, d.party) == (step, self.actor.party.key)]
        return mine[0] if mine else None

    def url(self, name: str, *args: object) -> str:
        return address(name, self.case.number, *args)

    def show(self, template: str, values: dict[str, Any], *, form: Any = None) -> HttpResponse:
        """The page; a form with errors comes back with 422."""
        own = {
            "case": self.case,
            "work": self,
            "role": self.role,
            "today": self.today,
            "form": form,
            "nav": "today",
            "back": self.url("case_work"),
        }
        is_wrong = self.is_post and form is not None and bool(form.errors)
        return render(
            self.request, f"cases/work/{template}", own | values, status=422 if is_wrong else 200
        )

    def attempt(self, form: Any, act: Callable[[], object]) -> bool:
        """Do what a valid form asks for, once; what the action refuses is said on the form."""
        return attempt(form, act, now=self.now)

    def done(self, said: str | Promise, *, to: str) -> SeeOther:
        messages.success(self.request, str(said))
        return SeeOther(to)

    def term(self, step: str) -> dict[str, Any]:
        """What a page shows of my term for a step: the last day, what is left, why."""
        return term_values(self.due(step), today=self.today)


READERS = frozenset({Party.Kind.EXECUTIVE, Party.Kind.KENESH, Party.Kind.ASSOCIATION})


def note_visit(request: HttpRequest, case: Case, mandate: Mandate | None, *, now: datetime) -> None:
    """The first time a body or an association looks at a case is kept, for the desk that reminds."""
    if request.method == "GET" and mandate and mandate.party.kind in READERS:
        note_reading(case=case, party=mandate.party, now=now)


def term_values(due: Due | None, *, today: date) -> dict[str, Any]:
    if due is None:
        return {}
    left = working_days_left(today, due.last_day)
    return {"last_day": due.last_day, "left": left, "because": due.because}


def address(name: str, *args: object) -> str:
    """The address of a page, or nothing where no room serves it."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def work_page(*rights: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """A page of a case for those whose role carries one of the rights; with none named, for all."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @never_cache
        @wraps(view)
        def page(request: HttpRequest, number: str, **kwargs: Any) -> HttpResponse:
            actor = acting(request)
            cases = Case.objects.select_related("agreement")
            work = Work(request, get_object_or_404(cases, number=number), actor, clock())
            if rights:
                work.need(*rights)
            note_visit(request, work.case, actor, now=work.now)
            return view(work, **kwargs)

        return page

    return decorate
