"""The public pages of the special protocol: the list of years, one year, its table and its papers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from makul.budget.models import SpecialProtocol
from makul.budget.queries.listing import all_years, years
from makul.budget.queries.signing import closing_of, hands
from makul.budget.queries.standing import mandate_of
from makul.budget.table import items_csv
from makul.budget.views.work import of_items
from makul.cases.queries.work import working_days_left
from makul.cases.views.public.case import breach, next_due, told_breaches
from makul.cases.views.public.page import Shown, cached, language
from makul.cases.views.public.timeline import timeline
from makul.cases.views.work.words import outcome_words, step_name
from makul.parties.models import Party

OPENERS = frozenset({Party.Kind.COMMITTEE, Party.Kind.ASSOCIATION})


@cached
def special_list(request: HttpRequest) -> HttpResponse:
    """Every year with what was asked, offered, recommended and given."""
    found = all_years()
    actor = getattr(request, "mandate", None)
    values = {
        "title": _("Special protocols on inter-budget relations"),
        "years": found,
        "may_open": bool(actor and actor.party.kind in OPENERS),
        "nav": "parliament",
    }
    return render(request, "budget/list.html", values)


@cached
def special(request: HttpRequest, number: str) -> HttpResponse:
    """One year: the items with both sides' figures, the papers, what was given."""
    protocol = protocol_of(number)
    case = Shown(request, protocol.case)
    pair = years([one for one in (protocol, protocol.previous) if one])
    year, before = pair[0], pair[1] if len(pair) > 1 else None
    day = case.status.information_last_day
    values: dict[str, Any] = {
        "title": _("Special protocol for %(year)s") % {"year": protocol.budget_year},
        "case": protocol.case,
        "shown": case,
        "protocol": protocol,
        "now": state_of(case, protocol),
        "due": next_due(case),
        "timeline": timeline(case),
        "breaches": [breach(one, case) for one in told_breaches(case)],
        "frame_day": day,
        "frame_left": working_days_left(case.today, day),
        "this": year,
        "before": before,
        "given": mandate_of(protocol),
        "hands": hands(protocol),
        "closing": closing_of(protocol),
        "papers": papers_of(protocol),
        "today": case.today,
        "nav": "parliament",
        **of_items(list(year.items), protocol),
    }
    return render(request, "budget/special.html", values)


def protocol_of(number: str) -> SpecialProtocol:
    found = SpecialProtocol.objects.select_related(
        "case__agreement", "case__previous", "bill", "document", "previous__case"
    )
    return get_object_or_404(found, case__number=number)


def state_of(shown: Shown, protocol: SpecialProtocol) -> str:
    """The first sentence: where it stands."""
    if protocol.adopted_on:
        said = {
            "number": protocol.law_number,
            "day": date_format(protocol.adopted_on, "DATE_FORMAT"),
        }
        return str(_("Law No. %(number)s, adopted on %(day)s.") % said)
    if shown.status.closed:
        return f"{capital(str(outcome_words(shown.status.outcome or '')))}."
    return str(_("Now: %(step)s.") % {"step": step_name(shown.status.stage)})


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def papers_of(protocol: SpecialProtocol) -> list[Any]:
    """The papers, the newest version first."""
    if protocol.document is None:
        return []
    return list(protocol.document.versions.order_by("-number", "language"))


@cached
def special_csv(request: HttpRequest, number: str) -> HttpResponse:
    """The items as a table that can be taken in again."""
    protocol = protocol_of(number)
    found = years([protocol])[0]
    text = items_csv(found.items, years=protocol.years)
    name = f"special-protocol-{protocol.budget_year}-{number}.csv"
    response = HttpResponse("\ufeff" + text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Language"] = language()
    return response
