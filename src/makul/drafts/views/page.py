"""What every page of a package shares: the draft, who acts, now, and what follows a form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from makul.cases.models import Case
from makul.cases.views.work.page import SeeOther, Work
from makul.core.errors import BadInput, NotAllowed
from makul.drafts.models import DraftAct
from makul.drafts.queries import package_of, with_package
from makul.parties.access import may
from makul.parties.acting import acting
from makul.parties.forms import OnceForm, attempt
from makul.parties.models import Mandate


def language() -> str:
    return (get_language() or "ky")[:2]


@dataclass
class Prep:
    """A page of a package as it is asked for by one who acts for the initiator."""

    request: HttpRequest
    draft: DraftAct
    actor: Mandate
    now: datetime

    @property
    def is_post(self) -> bool:
        return self.request.method == "POST"

    @property
    def data(self) -> Any:
        return self.request.POST if self.is_post else None

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    @property
    def may_submit(self) -> bool:
        return may(self.actor, "submit", role="initiator", on=self.today)

    @property
    def url(self) -> str:
        return reverse("draft", args=[self.draft.pk])

    def attempt(
        self,
        form: OnceForm,
        act: Callable[[], object],
        field: Callable[[BadInput], str | None] | None = None,
    ) -> bool:
        return attempt(form, act, now=self.now, field=field)

    def done(self, said: str | Promise, *, to: str = "") -> SeeOther:
        messages.success(self.request, str(said))
        return SeeOther(to or self.url)

    def show(
        self, template: str, values: dict[str, Any], *, form: Any = None, is_more: bool = False
    ) -> HttpResponse:
        """The page; a form that was not accepted comes back with 422, one that only grew with 200."""
        wrong = self.is_post and not is_more
        own = {"draft": self.draft, "form": form, "nav": "draft_list", "prep": self}
        return render(
            self.request, f"drafts/{template}", own | values, status=422 if wrong else 200
        )


def draft_page(*, change: bool = True) -> Callable[..., Callable[..., HttpResponse]]:
    """A page of a package for the initiator; `change`: only while it is not submitted."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @never_cache
        @wraps(view)
        def page(request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponse:
            actor = acting(request)
            draft = with_package(pk).first()
            if draft is None:
                raise Http404
            if draft.initiator_id != actor.party_id:
                raise NotAllowed("not_your_draft")
            if change and draft.case:
                raise BadInput("already_submitted", number=draft.case.number)
            return view(Prep(request, draft, actor, timezone.now()), **kwargs)

        return page

    return decorate


def package_in(case: Case) -> DraftAct:
    """The package of a case. Raises BadInput `no_package` where it was opened without one."""
    found = package_of(case).first()
    if found is None:
        raise BadInput("no_package", number=case.number)
    return found


def show_work(
    work: Work, template: str, values: dict[str, Any], *, form: Any = None
) -> HttpResponse:
    """A page of the facilitator's desk; a form with errors comes back with 422."""
    own = {"case": work.case, "work": work, "role": work.role, "today": work.today, "form": form}
    own |= {"nav": "today", "back": work.url("case_work")}
    is_wrong = work.is_post and form is not None and bool(form.errors)
    return render(
        work.request, f"drafts/desk/{template}", own | values, status=422 if is_wrong else 200
    )
