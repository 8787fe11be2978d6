"""The association at a sitting: what it is invited to, its opinion for the minutes, the note it reads aloud."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from makul.cases.models import Row
from makul.parties import keeping
from makul.parties.forms import ConfirmForm
from makul.sittings.actions.opining import prepare_opinion, release_opinion
from makul.sittings.forms.opinion import OpinionForm, typed_opinion
from makul.sittings.models import AgendaItem, Opinion
from makul.sittings.queries.whole import invited_to, items_of
from makul.sittings.views.page import (
    Desk,
    SeeOther,
    SittingWork,
    desk_page,
    language,
    sitting_page,
)


@desk_page
def sitting_invitations(desk: Desk) -> HttpResponse:
    """The sittings to come that consider something of local communities, with what is prepared for each."""
    party = desk.actor.party
    items = invited_to(party)
    ready = {one.item_id: one for one in Opinion.objects.filter(item__in=items, association=party)}
    values = {
        "title": _("Invitations to sittings"),
        "lines": [{"item": one, "opinion": ready.get(one.pk)} for one in items],
    }
    return desk.show("work/invited_to.html", values)


@sitting_page("prepare_opinion")
def opinions(work: SittingWork) -> HttpResponse:
    """The items that call for an opinion; where there is but one, on to it."""
    items = [one for one in items_of(work.sitting) if one.touches_local]
    if len(items) == 1:
        return SeeOther(work.url("sitting_item_opinion", items[0].pk))
    ready = own_opinions(work)
    values = {
        "title": _("Opinion for the minutes"),
        "lines": [{"item": one, "opinion": ready.get(one.pk)} for one in items],
    }
    return work.show("opinions.html", values)


def own_opinions(work: SittingWork) -> dict[int, Opinion]:
    found = Opinion.objects.filter(item__sitting=work.sitting, association=work.actor.party)
    return {one.item_id: one for one in found}


def item_asked(work: SittingWork, item: int) -> AgendaItem:
    found = items_of(work.sitting).select_related(
        "sitting__case__agreement", "sitting__house", "bill", "conciliation"
    )
    return get_object_or_404(found, pk=item)


@sitting_page("prepare_opinion")
def item_opinion(work: SittingWork, item: int) -> HttpResponse:
    """Drawn up ready from the conciliation; changed as one likes; then read whole and handed in."""
    found = item_asked(work, item)
    opinion = own_opinions(work).get(item)
    if opinion is None:
        return begin_opinion(work, found)
    if opinion.released_at:
        values = {"title": _("Opinion for the minutes"), "item": found, "opinion": opinion}
        return work.show("opinion_released.html", values)
    begun = keeping.begun(work.request, saved_at=opinion.prepared_at)
    form = OpinionForm(work.data, page_language=language(), initial=begun or typed_opinion(opinion))
    if work.is_post and work.attempt(form, lambda: keep(work, found, opinion, form)):
        keeping.forget(work.actor, work.request.path)
        on = work.url("sitting_opinion_release", item)
        return work.done(_("The opinion is kept. Read it whole, then hand it in."), to=on)
    values = {
        "title": _("Opinion for the minutes"),
        "item": found,
        "opinion": opinion,
        "rows": list(opinion.rows.order_by("number")),
        "term": work.term("opinion"),
    }
    return work.show("opinion.html", values, form=form)


def begin_opinion(work: SittingWork, item: AgendaItem) -> HttpResponse:
    """Nothing is drawn up yet: one button does it, from what the conciliation holds."""
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(
        form, lambda: prepare_opinion(item=item, actor=work.actor, now=work.now)
    ):
        return SeeOther(work.request.path)
    values = {"title": _("Opinion for the minutes"), "item": item, "term": work.term("opinion")}
    return work.show("opinion_begin.html", values, form=form)


def keep(work: SittingWork, item: AgendaItem, opinion: Opinion, form: OpinionForm) -> Opinion:
    rows: list[Row] = list(opinion.rows.all())
    return prepare_opinion(item=item, content=form.content(rows), actor=work.actor, now=work.now)


@sitting_page("prepare_opinion")
def opinion_release(work: SittingWork, item: int) -> HttpResponse:
    """The opinion as it will stand; handing it in needs one who may sign."""
    found = item_asked(work, item)
    opinion = own_opinions(work).get(item)
    if opinion is None or opinion.released_at:
        return SeeOther(work.url("sitting_item_opinion", item))
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(
        form, lambda: release_opinion(opinion=opinion, actor=work.actor, now=work.now)
    ):
        said = _("The opinion is handed in; it enters the minutes word for word.")
        return work.done(said, to=work.url("sitting_item_opinion", item))
    values: dict[str, Any] = {
        "title": _("Hand in the opinion"),
        "item": found,
        "opinion": opinion,
        "may_sign": work.may("release_opinion"),
    }
    return work.show("opinion_release.html", values, form=form)


@sitting_page("prepare_opinion")
def note(work: SittingWork, item: int) -> HttpResponse:
    """The speaking note in large type, to be read aloud from a phone or on paper."""
    found = item_asked(work, item)
    opinion = own_opinions(work).get(item)
    if opinion is None:
        raise Http404
    asked = work.request.GET.get("text", language())
    code = asked if asked in {"ky", "ru"} else "ky"
    values = {
        "title": _("Speaking note"),
        "item": found,
        "opinion": opinion,
        "code": code,
        "note": opinion.note(code),
        "other": "ru" if code == "ky" else "ky",
    }
    return work.show("note.html", values)
