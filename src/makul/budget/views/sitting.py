"""The conciliation sitting: solutions tried for balance, each item's result, the sitting put on record."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from makul.budget.actions.sitting import keep_trial, record_sitting, settle_item
from makul.budget.forms.items import SettleForm, settle_initial
from makul.budget.forms.steps import BalanceForm, SittingForm
from makul.budget.queries.items import Shown
from makul.budget.views.page import Special, special_page, years_of
from makul.budget.views.picture import gap_rows
from makul.core.balance import ASKED, OFFERED, Tried, total, tried
from makul.parties import keeping


@special_page("try_balance")
def balance(work: Special) -> HttpResponse:
    """Both sides' figures and a proposed sum side by side: change a sum and see what it makes."""
    items = work.items()
    initial = {
        f"i{number}_som": int(som)
        for number, som in last_solution(work, items).items()
        if som is not None
    }
    form = BalanceForm(work.data, items=items, initial=initial)
    is_keeping = work.is_post and "keep" in work.data

    def act() -> object:
        year = work.protocol.budget_year
        amounts = {number: {year: som} for number, som in form.solution().items()}
        return keep_trial(protocol=work.protocol, amounts=amounts, actor=work.actor, now=work.now)

    if is_keeping and work.attempt(form, act):
        keeping.forget(work.actor, work.request.path)
        return work.done(_("The solution is kept beside the others."), to=work.request.path)
    solution = form.solution() if work.is_post and form.is_valid() else last_solution(work, items)
    return work.page("balance.html", balance_values(work, items, form, solution), form=form)


def last_solution(work: Special, items: list[Shown]) -> dict[int, Decimal | None]:
    """What was tried last; before anything was, what the Government offers."""
    year, last = str(work.protocol.budget_year), work.protocol.trials.last()
    if last is None:
        return {one.item.number: one.line.amount(OFFERED, int(year)) for one in items}
    return {
        int(number): Decimal(sums[year]) for number, sums in last.amounts.items() if year in sums
    }


def balance_values(
    work: Special, items: list[Shown], form: BalanceForm, solution: dict[int, Decimal | None]
) -> dict[str, Any]:
    """The table with its sums, the picture, and the solutions kept so far."""
    protocol, lines = work.protocol, [one.line for one in items]
    found: Tried = tried(
        lines, solution=solution, year=protocol.budget_year, frame=protocol.frame_som
    )
    rows = [(one, form[f"i{one.item.number}_som"]) for one in items]
    return {
        "title": _("Try a solution for balance"),
        "rows": rows,
        "tried": found,
        "over": -found.left if found.left is not None and not found.fits else None,
        "asked": total(lines, side=ASKED, years=[protocol.budget_year]),
        "offered": total(lines, side=OFFERED, years=[protocol.budget_year]),
        "bars": gap_rows(items, solution=solution),
        "trials": list(protocol.trials.select_related("by__party")),
        "year": protocol.budget_year,
        "is_trying": True,
    }


@special_page("hold_conciliation")
def sitting(work: Special) -> HttpResponse:
    """Each item with what is to be said of it, then the sitting as a whole."""
    protocol = work.protocol
    initial = {"sat_on": work.today, "frame_som": protocol.frame_som and int(protocol.frame_som)}
    begun = keeping.begun(work.request)
    form = SittingForm(work.data, initial=begun or initial)

    def act() -> object:
        return record_sitting(
            protocol=protocol, content=form.content(), actor=work.actor, now=work.now
        )

    if work.is_post and work.attempt(form, act):
        keeping.forget(work.actor, work.request.path)
        return work.done(_("The sitting is on record; both sides have been told."), to=work.home())
    items = work.items()
    values = {
        "title": _("Conciliation sitting"),
        "items": items,
        "left": [one.item.number for one in items if not one.item.outcome],
        "total": total([one.line for one in items], side="agreed", years=[protocol.budget_year]),
        "year": protocol.budget_year,
        **work.term("conciliation_sat"),
    }
    return work.page("sitting.html", values, form=form)


@special_page("hold_conciliation")
def settle(work: Special, *, item: int) -> HttpResponse:
    """One item at the sitting: both positions, then what is recommended or wherein they differ."""
    found = work.item(item)
    begun = keeping.begun(work.request)
    initial = begun or settle_start(work, found)
    form = SettleForm(work.data, initial=initial, **years_of(work.protocol))
    if work.is_post and work.attempt(
        form,
        lambda: settle_item(item=found.item, said=form.said(), actor=work.actor, now=work.now),
    ):
        keeping.forget(work.actor, work.request.path)
        left = [one.item.number for one in work.items() if not one.item.outcome]
        to = (
            work.url("special_settle", left[0])
            if left
            else work.url("special_protocol_conciliation_sat")
        )
        return work.done(_("Kept. The sitting is recorded once every item has its word."), to=to)
    values = {"title": _("Item %(number)s") % {"number": item}, "one": found}
    return work.page("settle.html", values, form=form)


def settle_start(work: Special, found: Shown) -> dict[str, Any]:
    """What was written so far; else the sum that was tried last."""
    saved = settle_initial(found.item)
    name = f"y{work.protocol.budget_year}_som"
    if not found.item.outcome and name not in saved:
        som = last_solution(work, [found]).get(found.item.number)
        return saved if som is None else saved | {name: int(som)}
    return saved
