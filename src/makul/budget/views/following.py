"""What became of the special protocol: the law, and what it gave on each item."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from makul.budget.actions.following import record_adoption, state_given
from makul.budget.forms.items import sums_of
from makul.budget.forms.steps import GivenForm, LawForm, given_of
from makul.budget.queries.items import Shown
from makul.budget.views.page import Special, special_page, years_of
from makul.parties import keeping
from makul.parties.forms import OnceForm


@special_page("record_budget")
def law(work: Special) -> HttpResponse:
    """The law on the republican budget was adopted."""
    form = LawForm(work.data, initial={"adopted_on": work.today})
    if work.is_post and work.attempt(
        form,
        lambda: record_adoption(
            protocol=work.protocol,
            law_number=form.cleaned_data["law_number"],
            adopted_on=form.cleaned_data["adopted_on"],
            actor=work.actor,
            now=work.now,
        ),
    ):
        said = _("The law is on record. What it gave on each item is stated next.")
        return work.done(said, to=work.home())
    values = {"title": _("The budget law was adopted"), "button": _("Record the adoption")}
    return work.page("plain.html", values, form=form)


@special_page("state_given")
def given(work: Special) -> HttpResponse:
    """All items on one page: what was recommended, and what the law gives."""
    items = work.items()
    begun = keeping.begun(work.request) or {}
    lines = {one.item.number: line_form(work, one, begun) for one in items}
    form = OnceForm(work.data)
    wrong = [one for one in lines.values() if work.is_post and not one.is_valid()]
    is_whole = work.is_post and not wrong
    if is_whole and work.attempt(
        form,
        lambda: state_given(
            protocol=work.protocol, given=given_of(lines), actor=work.actor, now=work.now
        ),
    ):
        keeping.forget(work.actor, work.request.path)
        return work.done(
            _("What was given is on record and can be read by anyone."), to=work.home()
        )
    if work.is_post and not is_whole:
        form.add_error(None, _("Some sums cannot be read; each is named at its item."))
    values = {
        "title": _("What was given on each item"),
        "rows": [(one, lines[one.item.number]) for one in items],
        "year": work.protocol.budget_year,
        **work.term("given_stated"),
    }
    return work.page("given.html", values, form=form)


def line_form(work: Special, one: Shown, begun: dict[str, Any]) -> GivenForm:
    """The form of one item among the others, begun from what was typed or stated."""
    prefix, item = f"g{one.item.number}", one.item
    followed = getattr(item, "followed", None)
    saved = sums_of(item, "given")
    if followed:
        saved |= {name: getattr(followed, name) for name in ("article", "text_ky", "text_ru")}
    cut = len(prefix) + 1
    typed = {key[cut:]: value for key, value in begun.items() if key.startswith(f"{prefix}-")}
    return GivenForm(work.data, prefix=prefix, initial=saved | typed, **years_of(work.protocol))
