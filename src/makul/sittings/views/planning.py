"""Planning a sitting: scheduled in a few fields, its agenda, its invitations, postponed or cancelled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makul.bills.models import Bill
from makul.bills.queries.listing import LONGEST_QUERY
from makul.core.errors import NotAllowed
from makul.notices.models import Notice
from makul.parties.forms import ConfirmForm
from makul.parties.models import Party
from makul.sittings.actions.agenda import add_item, change_item, order_items, take_off_item
from makul.sittings.actions.inviting import invite_again, invite_associations, record_invited
from makul.sittings.actions.scheduling import cancel_sitting, postpone_sitting, schedule_sitting
from makul.sittings.forms.scheduling import (
    HandedOverForm,
    ItemForm,
    PostponeForm,
    ReasonForm,
    ScheduleForm,
    typed_item,
)
from makul.sittings.models import AgendaItem
from makul.sittings.queries.choosing import bills_for_agenda
from makul.sittings.queries.whole import Invitation, invitations_of, items_of
from makul.sittings.views.page import (
    Desk,
    SeeOther,
    SittingWork,
    address,
    desk_page,
    language,
    sitting_page,
)
from makul.sittings.views.readings import named_texts

WEEK = timedelta(days=7)
SEND, AGAIN, BY_HAND = "send", "again", "by_hand"


@desk_page
def sitting_new(desk: Desk) -> HttpResponse:
    """A committee schedules a sitting of its own; next comes its agenda."""
    house = desk.actor.party
    if house.kind != Party.Kind.COMMITTEE:
        raise NotAllowed("wrong_role", action="schedule_sitting", role=house.kind)
    form = ScheduleForm(desk.data, initial={"language": "ky"})
    if desk.is_post and desk.attempt(
        form,
        lambda: schedule_sitting(content=form.content(house), actor=desk.actor, now=desk.now),
    ):
        said = _("The sitting is scheduled. Now put its items on the agenda.")
        number = form.result.number if form.result else ""
        on = address("sitting_agenda_changed", number) if number else address("sitting_list")
        return desk.done(said, to=on)
    values = {"title": _("Schedule a sitting"), "house": house}
    return desk.show("work/new.html", values, form=form)


@sitting_page("set_agenda")
def agenda(work: SittingWork) -> HttpResponse:
    """The items in their order; moved up and down with one button each."""
    items = list(items_of(work.sitting))
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(form, lambda: moved(work, items)):
        return SeeOther(work.request.path)
    values = {"title": _("Agenda"), "items": items, "is_sent": work.sitting.agenda_sent_at}
    return work.show("agenda.html", values, form=form)


def moved(work: SittingWork, items: list[AgendaItem]) -> None:
    """One item goes a place up; the first of all stays."""
    keys = [one.pk for one in items]
    asked = work.data.get("up", "")
    place = next((n for n, key in enumerate(keys) if str(key) == asked), 0)
    if place:
        keys[place - 1], keys[place] = keys[place], keys[place - 1]
        order_items(sitting=work.sitting, items=keys, actor=work.actor, now=work.now)


@sitting_page("set_agenda")
def item_new(work: SittingWork) -> HttpResponse:
    """First which bill, or another matter; then its readings and whether it touches local communities."""
    key = work.request.GET.get("bill", "")
    if not key and "matter" not in work.request.GET:
        text = work.request.GET.get("q", "")[:LONGEST_QUERY]
        values: dict[str, Any] = {
            "title": _("Put an item on the agenda"),
            "text": text,
            "bills": bills_for_agenda(work.sitting, text),
        }
        return work.show("item_choose.html", values)
    bills = Bill.objects.select_related("case")
    bill = get_object_or_404(bills, pk=key if key.isdigit() else 0) if key else None
    texts = named_texts(bill) if bill else []
    form = ItemForm(work.data, bill=bill, texts=texts, initial=first_words(bill, texts))
    if work.is_post and work.attempt(
        form,
        lambda: add_item(
            sitting=work.sitting, content=form.content, actor=work.actor, now=work.now
        ),
    ):
        return work.done(_("The item is on the agenda."), to=work.url("sitting_agenda_changed"))
    values = {"title": _("Put an item on the agenda"), "bill": bill}
    return work.show("item_edit.html", values, form=form)


def first_words(bill: Bill | None, texts: list[Any]) -> dict[str, Any]:
    """What is known of a bill: whether it touches local communities, and its newest text."""
    if bill is None:
        return {}
    touches = {"yes": "yes", "likely": "yes", "no": "no"}.get(bill.touches, "")
    return {"touches": touches, "version": texts[0][0].pk if texts else ""}


def item_here(work: SittingWork, item: int) -> AgendaItem:
    found = items_of(work.sitting).select_related("sitting__case", "bill__case")
    return get_object_or_404(found, pk=item)


@sitting_page("set_agenda")
def item_edit(work: SittingWork, item: int) -> HttpResponse:
    """Correct an item; after the agenda was sent that is a change on record."""
    found = item_here(work, item)
    texts = named_texts(found.bill) if found.bill else []
    form = ItemForm(work.data, bill=found.bill, texts=texts, initial=typed_item(found))
    if work.is_post and work.attempt(
        form,
        lambda: change_item(item=found, content=form.content, actor=work.actor, now=work.now),
    ):
        return work.done(_("The item is corrected."), to=work.url("sitting_agenda_changed"))
    values = {"title": _("Correct the item"), "bill": found.bill, "item": found}
    return work.show("item_edit.html", values, form=form)


@sitting_page("set_agenda")
def item_off(work: SittingWork, item: int) -> HttpResponse:
    """Take an item off; it stays on record with the reason."""
    found = item_here(work, item)
    form = ReasonForm(work.data)
    if work.is_post and work.attempt(
        form,
        lambda: take_off_item(
            item=found, reason=form.cleaned_data["reason"], actor=work.actor, now=work.now
        ),
    ):
        return work.done(_("The item is taken off."), to=work.url("sitting_agenda_changed"))
    values = {
        "title": _("Take the item off the agenda"),
        "item": found,
        "said": _("It stays on record with the reason you give."),
        "button": _("Take it off"),
        "back_to": work.url("sitting_agenda_changed"),
    }
    return work.show("reason.html", values, form=form)


@sitting_page("invite_to_sitting")
def invitations(work: SittingWork) -> HttpResponse:
    """Who must be invited, by which last day and why; sent, delivered, or told in another way."""
    found = invitations_of(work.sitting, work.status)
    do = work.data.get("do", SEND) if work.data else ""
    by_hand = HandedOverForm(
        work.data if do == BY_HAND else None,
        parties=[(one.party, one.party.name(language())) for one in found],
        auto_id="by_hand_%s",
    )
    form: Any = by_hand if do == BY_HAND else ConfirmForm(work.data)
    acts: dict[str, Callable[..., object]] = {SEND: send, AGAIN: again, BY_HAND: handed_over}
    act = acts.get(do, send)
    if work.is_post and work.attempt(form, lambda: act(work, form)):
        return work.done(said_of(do, form), to=work.request.path)
    values = {
        "title": _("Invitations"),
        "invitations": found,
        "unsent": any(is_owed(one) for one in found),
        "by_hand": by_hand,
        "send": form if do != BY_HAND else ConfirmForm(),
        "has_items": items_of(work.sitting).exists(),
    }
    return work.show("invitations.html", values, form=form if work.is_post else None)


def is_owed(one: Invitation) -> bool:
    return not one.done_at and not one.is_on_its_way


def send(work: SittingWork, form: ConfirmForm) -> int:
    return invite_associations(sitting=work.sitting, actor=work.actor, now=work.now)


def again(work: SittingWork, form: ConfirmForm) -> Notice:
    key = work.data.get("notice", "")
    notice = get_object_or_404(Notice, pk=key if key.isdigit() else 0)
    return invite_again(sitting=work.sitting, notice=notice, actor=work.actor, now=work.now)


def handed_over(work: SittingWork, form: HandedOverForm) -> object:
    given = form.cleaned_data
    return record_invited(
        sitting=work.sitting,
        party=form.parties[given["party"]],
        how=given["how"],
        happened_at=given["happened_at"],
        actor=work.actor,
        now=work.now,
    )


def said_of(do: str, form: Any) -> str:
    if do == BY_HAND:
        return _("The invitation is on record.")
    if do == AGAIN:
        return _("The invitation is on its way once more.")
    n = form.result or 0
    if not n:
        return _("The agenda is sent. No association had to be invited anew.")
    return ngettext(
        "The agenda is sent; %(n)s invitation is on its way.",
        "The agenda is sent; %(n)s invitations are on their way.",
        n,
    ) % {"n": n}


@sitting_page("schedule_sitting")
def postponed(work: SittingWork) -> HttpResponse:
    """Another day: whoever was invited is invited anew, and the term is counted back from it."""
    first = {"starts_at": work.sitting.starts_at + WEEK}
    form = PostponeForm(work.data, initial=first)
    if work.is_post and work.attempt(
        form,
        lambda: postpone_sitting(
            sitting=work.sitting,
            starts_at=form.cleaned_data["starts_at"],
            reason=form.content(language()),
            actor=work.actor,
            now=work.now,
        ),
    ):
        return work.done(_("The sitting is postponed."), to=work.url("sitting_work"))
    values = {
        "title": _("Postpone the sitting"),
        "said": _("Those who had the agenda are invited anew, for the new day."),
        "button": _("Postpone it"),
        "back_to": work.url("sitting_work"),
    }
    return work.show("reason.html", values, form=form)


@sitting_page("schedule_sitting")
def cancelled(work: SittingWork) -> HttpResponse:
    """The sitting will not be held: the case is closed, with the reason."""
    form = ReasonForm(work.data)
    if work.is_post and work.attempt(
        form,
        lambda: cancel_sitting(
            sitting=work.sitting,
            reason=form.content(language()),
            actor=work.actor,
            now=work.now,
        ),
    ):
        return work.done(_("The sitting is cancelled."), to=work.url("sitting_work"))
    values = {
        "title": _("Cancel the sitting"),
        "said": _(
            "The case is closed, and those who had the agenda are told. It cannot be undone."
        ),
        "button": _("Cancel the sitting"),
        "is_harsh": True,
        "back_to": work.url("sitting_work"),
    }
    return work.show("reason.html", values, form=form)
