"""The items of a side and its positions on those of the other: written one by one, sent together."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from makul.budget.actions.answering import answer_items, write_position
from makul.budget.actions.items import drop_item, table_items, write_item, write_items
from makul.budget.forms.items import (
    AnswerForm,
    ImportForm,
    ItemForm,
    item_initial,
    position_initial,
)
from makul.budget.queries.items import Shown, items_of, shown
from makul.budget.sides import OTHER
from makul.budget.table import Refusal, Taken, read_items
from makul.budget.views.page import Special, special_page, years_of
from makul.parties import keeping
from makul.parties.forms import ConfirmForm
from makul.parties.saying import sentence_of


@special_page("write_item", "table_items")
def own_items(work: Special) -> HttpResponse:
    """The drafts of my side, and the button that tables them."""
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(
        form, lambda: table_items(protocol=work.protocol, actor=work.actor, now=work.now)
    ):
        said = _("The items are tabled. The other side has been told; anyone can read them now.")
        return work.done(said, to=work.home())
    mine = [one for one in work.items(tabled=None) if one.item.side == work.side]
    values = {
        "title": _("Items of our side"),
        "drafts": [one for one in mine if not one.item.tabled_at],
        "tabled": [one for one in mine if one.item.tabled_at],
        "may_table": work.may("table_items"),
        **work.term("items_tabled"),
    }
    return work.page("items.html", values, form=form)


@special_page("write_item")
def item_new(work: Special) -> HttpResponse:
    """One more item."""
    return write(work, None)


@special_page("write_item")
def item_edit(work: Special, *, item: int) -> HttpResponse:
    """A draft of my side, written anew or dropped."""
    found = work.item(item)
    if found.item.side != work.side or found.item.tabled_at:
        raise Http404
    if work.is_post and "drop" in work.data:
        drop_item(item=found.item, actor=work.actor, now=work.now)
        return work.done(_("The draft is dropped."), to=work.url("special_protocol_items_tabled"))
    return write(work, found)


def write(work: Special, found: Shown | None) -> HttpResponse:
    saved = item_initial(found.item, own_position(found, work.side)) if found else {}
    begun = keeping.begun(work.request)
    form = ItemForm(work.data, initial=begun or saved, **years_of(work.protocol))

    def act() -> object:
        return write_item(
            protocol=work.protocol,
            content=form.content(),
            actor=work.actor,
            now=work.now,
            item=found.item if found else None,
        )

    if work.is_post and work.attempt(form, act):
        keeping.forget(work.actor, work.request.path)
        said = _("The item is kept as a draft of your side.")
        return work.done(said, to=work.url("special_protocol_items_tabled"))
    title = _("Item %(number)s") % {"number": found.item.number} if found else _("A new item")
    values = {"title": title, "one": found, "is_draft": found is not None}
    return work.page("item.html", values, form=form)


def own_position(found: Shown, side: str) -> Any:
    return found.lsg if side == "lsg" else found.government


@special_page("write_item")
def item_import(work: Special) -> HttpResponse:
    """Items out of a table: the good lines become drafts, the others are named."""
    form = ImportForm(work.data, work.request.FILES if work.is_post else None)
    taken: list[Taken] = []

    def act() -> object:
        read = read_items(form.cleaned_data["table"].read(), years=work.protocol.years)
        taken.append(read)
        return write_items(
            protocol=work.protocol, contents=read.items, actor=work.actor, now=work.now
        )

    is_done = work.is_post and work.attempt(form, act)
    if is_done and not (taken and taken[0].refusals):
        count = form.result or 0
        said = _("Taken from the table: %(count)s items.") % {"count": count}
        return work.done(said, to=work.url("special_protocol_items_tabled"))
    refused = [told(one) for one in taken[0].refusals] if is_done else []
    values = {
        "title": _("Items from a table"),
        "refusals": refused,
        "taken": form.result or 0,
        "is_done": is_done,
    }
    return work.page("import.html", values, form=form)


def told(refusal: Refusal) -> dict[str, object]:
    """A refused line in words."""
    return {"line": refusal.line, "column": refusal.column, "why": sentence_of(refusal.error)}


@special_page("write_item", "answer_items")
def answers(work: Special) -> HttpResponse:
    """The items of the other side with what we have drafted on each, and the button that files it."""
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(
        form, lambda: answer_items(protocol=work.protocol, actor=work.actor, now=work.now)
    ):
        return work.done(_("Your positions are filed and can be read by anyone."), to=work.home())
    theirs = [one for one in work.items() if one.item.side == OTHER[work.side]]
    values = {
        "title": _("Our position on the items of the other side"),
        "theirs": [(one, own_position(one, work.side)) for one in theirs],
        "has_drafts": any(
            said and not said.filed_at for said in (own_position(one, work.side) for one in theirs)
        ),
        "may_file": work.may("answer_items"),
        **work.term("items_answered"),
    }
    return work.page("answers.html", values, form=form)


@special_page("write_item")
def answer(work: Special, *, item: int) -> HttpResponse:
    """Our position and our sums on one item of the other side."""
    found = work.item(item)
    said = own_position(found, work.side)
    if found.item.side == work.side or (said and said.filed_at):
        raise Http404
    begun = keeping.begun(work.request)
    initial = begun or position_initial(found.item, work.side, said)
    form = AnswerForm(work.data, initial=initial, **years_of(work.protocol))

    def act() -> object:
        return write_position(
            item=found.item,
            text_ky=form.cleaned_data["text_ky"],
            text_ru=form.cleaned_data["text_ru"],
            amounts=form.amounts(),
            actor=work.actor,
            now=work.now,
        )

    if work.is_post and work.attempt(form, act):
        keeping.forget(work.actor, work.request.path)
        return work.done(
            _("Your position is kept; file all of them together."), to=next_open(work, item)
        )
    values = {"title": _("Item %(number)s") % {"number": item}, "one": found}
    return work.page("answer.html", values, form=form)


def next_open(work: Special, after: int) -> str:
    """The next item of the other side that we have said nothing on; else all of them."""
    found = shown(items_of(work.protocol, tabled=True), work.protocol, side=work.side)
    left = [
        one.item.number
        for one in found
        if one.item.side != work.side
        and one.item.number > after
        and not own_position(one, work.side)
    ]
    if left:
        return work.url("special_answer", left[0])
    return work.url("special_protocol_items_answered")
