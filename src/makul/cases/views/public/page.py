"""What every public page of a case shares: the case, what the judge says of it, names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language

from makul.cases.models import Case, Participation
from makul.cases.queries.judging import edition_of, facts_of
from makul.core.procedure import Facts, Procedure, Status, status
from makul.journal.views import cached, etag_of, release
from makul.law.days_off import calendar
from makul.parties.models import Party

RUN = release()
MOST_DIGITS = 6
type View = Callable[..., HttpResponse]

__all__ = ["RUN", "Shown", "cached", "etag_of", "language", "public_case", "whole_number"]


def language() -> str:
    """The language of the page, one of ky, ru, en."""
    return (get_language() or "ky")[:2]


def whole_number(text: str | None) -> int | None:
    """A number from an address, or nothing: no digit beyond what any case can hold."""
    given = (text or "").strip()
    if not (given.isascii() and given.isdigit() and len(given) <= MOST_DIGITS):
        return None
    return int(given)


@dataclass
class Shown:
    """A case as anyone may read it today."""

    request: HttpRequest
    case: Case
    today: date = field(default_factory=timezone.localdate)

    @cached_property
    def facts(self) -> Facts:
        return facts_of(self.case)

    @cached_property
    def procedure(self) -> Procedure:
        return edition_of(self.case)

    @cached_property
    def status(self) -> Status:
        return status(self.procedure, self.facts, calendar=calendar(), today=self.today)

    @cached_property
    def seats(self) -> list[Participation]:
        """Who takes part, with their parties, in the order of roles (one query)."""
        return list(self.case.participations.select_related("party"))

    @cached_property
    def parties(self) -> Mapping[str, Party]:
        """The parties of the case by key."""
        return {seat.party.key: seat.party for seat in self.seats}

    def in_role(self, role: str) -> list[Party]:
        return [seat.party for seat in self.seats if seat.role == role]

    def name(self, key: str) -> str:
        """The name behind a key, in the language of the page."""
        party = self.parties.get(key)
        return party.name(language()) if party else key

    def show(self, template: str, values: dict[str, Any]) -> HttpResponse:
        own = {"case": self.case, "shown": self, "today": self.today, "nav": "case_list"}
        return render(self.request, f"cases/public/{template}", own | values)


def public_case(view: View) -> View:
    """A page of the case with the number in the address; an unknown number is 404."""

    @cached
    @wraps(view)
    def page(request: HttpRequest, number: str, **kwargs: Any) -> HttpResponse:
        cases = Case.objects.select_related("agreement", "previous")
        return view(Shown(request, get_object_or_404(cases, number=number)), **kwargs)

    return page
