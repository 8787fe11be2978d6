"""What every work page of a special protocol shares: the case, its protocol, who acts and for which side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache

from makul.budget.models import SpecialProtocol
from makul.budget.queries.items import Shown, items_of, shown, with_figures
from makul.budget.sides import side_of
from makul.cases.views.work.page import Work, clock, language
from makul.parties.acting import acting


@dataclass
class Special(Work):
    """A work page of one special protocol."""

    protocol: SpecialProtocol

    @cached_property
    def side(self) -> str:
        """The side of the one who acts; empty for committee and facilitator."""
        return side_of(self.role)

    def items(self, *, tabled: bool | None = True) -> list[Shown]:
        """The items as the one who acts may see them."""
        found = items_of(self.protocol, tabled=tabled)
        return shown(found, self.protocol, side=self.side, role=self.role)

    def item(self, number: int) -> Shown:
        """One item; a draft of the other side is not there."""
        found = with_figures(self.protocol.items.filter(number=number)).first()
        if found is None or (found.tabled_at is None and found.side != self.side):
            raise Http404
        found.protocol = self.protocol
        return shown([found], self.protocol, side=self.side, role=self.role)[0]

    def page(self, template: str, values: dict[str, Any], *, form: Any = None) -> HttpResponse:
        """The page; a form with errors comes back with 422."""
        own = {
            "case": self.case,
            "protocol": self.protocol,
            "work": self,
            "role": self.role,
            "side": self.side,
            "today": self.today,
            "form": form,
            "nav": "today",
            "back": self.url("special_protocol_work"),
        }
        is_wrong = self.is_post and form is not None and bool(form.errors)
        return render(
            self.request, f"budget/work/{template}", own | values, status=422 if is_wrong else 200
        )

    def home(self) -> str:
        """The work page of this protocol."""
        return self.url("special_protocol_work")


type View = Callable[..., HttpResponse]


def special_page(*rights: str) -> Callable[[View], View]:
    """A work page for those whose role carries one of the rights; with none named, for all."""

    def decorate(view: View) -> View:
        @never_cache
        @wraps(view)
        def page(request: HttpRequest, number: str, **kwargs: Any) -> HttpResponse:
            actor = acting(request)
            found = SpecialProtocol.objects.select_related(
                "case__agreement", "bill", "previous__case", "document"
            )
            protocol = get_object_or_404(found, case__number=number)
            work = Special(request, protocol.case, actor, clock(), protocol)
            if rights:
                work.need(*rights)
            return view(work, **kwargs)

        return page

    return decorate


def years_of(protocol: SpecialProtocol) -> dict[str, Any]:
    """What each form with sums by year is made with."""
    return {"years": protocol.years, "language": language()}
