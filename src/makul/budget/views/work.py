"""The work page of a special protocol: what is asked of me now, the two terms, the items, opening one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from makul.budget.actions.following import record_withdrawal
from makul.budget.actions.opening import SpecialInput, open_special
from makul.budget.forms.steps import OpenForm, WordsForm, som
from makul.budget.models import SpecialProtocol
from makul.budget.queries.items import Shown
from makul.budget.queries.signing import awaited
from makul.budget.views.page import Special, special_page
from makul.budget.views.picture import gap_rows
from makul.cases.queries.work import working_days_left
from makul.cases.views.work.case import breach_row, names_of, open_steps
from makul.cases.views.work.page import SeeOther, address, clock, language
from makul.cases.views.work.words import outcome_words, role_words, step_name
from makul.core.balance import by_section, sums
from makul.core.errors import NotAllowed
from makul.parties.access import RIGHTS
from makul.parties.acting import acting
from makul.parties.forms import attempt
from makul.parties.models import Party

OPENERS = frozenset({Party.Kind.COMMITTEE, Party.Kind.ASSOCIATION})
# Steps that are reached from the page of another.
WITHIN = frozenset({"special_refused", "special_withdrawn"})


@special_page()
def special_work(work: Special) -> HttpResponse:
    """Everything a role needs of a special protocol."""
    status = work.status
    # Without an agreement nothing binds: what was late or left out is told as a fact.
    breaches = [one for one in (*status.breaches, *status.recorded) if one.duty]
    names = names_of(key for one in breaches for key in (one.party, one.by))
    items = work.items()
    values = {
        "title": _("Special protocol for %(year)s") % {"year": work.protocol.budget_year},
        "stage": step_name(status.stage),
        "outcome": outcome_words(status.outcome or ""),
        "is_closed": status.closed,
        "role_words": role_words(work.role),
        "now": own_steps(work, has_items=bool(items)),
        "frame_day": status.information_last_day,
        "frame_left": working_days_left(work.today, status.information_last_day),
        "breaches": [breach_row(one, names) for one in breaches],
        "drafts": len(work.items(tabled=False)) if work.side else 0,
        "is_preparing": work.role in ("committee", "facilitator"),
        **of_items(items, work.protocol),
    }
    return work.page("work.html", values)


def own_steps(work: Special, *, has_items: bool) -> list[dict[str, Any]]:
    """What is asked of my side now; closing alone only where someone is awaited, withdrawal apart."""
    hidden = set(WITHIN)
    if not work.protocol.drawn_sha256 or not awaited(work.protocol):
        hidden.add("one_side_closed")
    if not has_items:
        hidden |= {"items_answered", "conciliation_sat"}
    return [one for one in open_steps(work) if one["step"] not in hidden]


def of_items(items: list[Shown], protocol: SpecialProtocol) -> dict[str, Any]:
    """The items with their sums, for a table and the picture."""
    lines = [one.line for one in items]
    year = protocol.budget_year
    return {
        "items": items,
        "sums": sums(lines, years=[year]),
        "all_years": sums(lines, years=protocol.years),
        "by_section": by_section(lines, years=[year]),
        "year": year,
        "years": protocol.years,
        "bars": gap_rows(items),
        "has_given": any(one.line.amount("given", year) is not None for one in items),
        "has_agreed": any(one.line.amount("agreed", year) is not None for one in items),
    }


@never_cache
def special_open(request: HttpRequest) -> HttpResponse:
    """Open the special protocol of a budget year, for the committee or the association."""
    actor, now = acting(request), clock()
    if actor.party.kind not in OPENERS:
        raise NotAllowed(
            "wrong_role",
            action="open_special",
            role="none",
            roles=sorted(RIGHTS["open_special"].roles),
        )
    data = request.POST if request.method == "POST" else None
    initial = {"budget_year": timezone.localdate(now).year + 1}
    form = OpenForm(data, actor=actor.party, language=language(), initial=initial)
    if data is not None and attempt(
        form,
        lambda: open_special(content=opened_with(form, actor.party), actor=actor, now=now),
        now=now,
    ):
        protocol = form.result or SpecialProtocol.objects.latest("pk")
        return SeeOther(address("special_protocol_work", protocol.case.number))
    values = {"form": form, "title": _("Open a special protocol"), "nav": "today"}
    return render(request, "budget/work/open.html", values, status=422 if form.errors else 200)


def opened_with(form: OpenForm, own: Party) -> SpecialInput:
    """What the form says, the opener in its own place."""
    said = form.cleaned_data
    is_committee = own.kind == Party.Kind.COMMITTEE
    return SpecialInput(
        budget_year=said["budget_year"],
        committee=own if is_committee else said["other"],
        association=said["other"] if is_committee else own,
        government=said["government"],
        facilitator=said["facilitator"],
        bill=said["bill"],
        frame_som=som(said["frame_som"]),
    )


@special_page("record_budget")
def withdraw(work: Special) -> HttpResponse:
    """The draft budget was withdrawn: this ends the case."""
    form = WordsForm(work.data, initial={"language": language()})
    if work.is_post and work.attempt(
        form,
        lambda: record_withdrawal(
            protocol=work.protocol,
            text=form.cleaned_data["text"],
            language=form.cleaned_data["language"],
            actor=work.actor,
            now=work.now,
        ),
    ):
        return work.done(_("The withdrawal is on record; the case is closed."), to=work.home())
    return work.page(
        "words.html",
        {
            "title": _("The draft budget was withdrawn"),
            "button": _("Close the case"),
            "is_harsh": True,
        },
        form=form,
    )
