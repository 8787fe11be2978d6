"""The readings of a bill: laid open to all, recorded by committee or desk, traced row by row."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from makul.bills.models import Bill
from makul.cases.forms.outcome import RowForms
from makul.cases.queries.provisions import WHOLE, DraftText
from makul.cases.views.public.page import cached
from makul.core.errors import NotAllowed
from makul.core.provisions import compare
from makul.documents.models import Document, Version
from makul.documents.queries import act_of
from makul.documents.views import with_words
from makul.parties.forms import ConfirmForm
from makul.sittings.actions.reading import put_bill_text, record_reading, trace_rows
from makul.sittings.forms.reading import FateForm, ReadingForm
from makul.sittings.models import AgendaItem, Reading, RowFate
from makul.sittings.queries.reading import (
    Traced,
    items_of,
    readings_of,
    rows_through,
    rows_to_trace,
    texts_to_read,
    totals_of,
)
from makul.sittings.views.page import Desk, address, desk_page, language, may_in_house, menu_of


@cached
def bill_readings(request: HttpRequest, pk: int) -> HttpResponse:
    """Each reading with its sitting, its text and its vote, and what became of each row."""
    bill = get_object_or_404(Bill.objects.select_related("case"), pk=pk)
    shown = readings_of(bill)
    ways = rows_through(bill, shown)
    actor = getattr(request, "mandate", None)
    values = {
        "title": _("Readings"),
        "bill": bill,
        "readings": shown,
        "ways": ways,
        "totals": totals_of(ways),
        "may_record": may_in_house(actor, "record_reading", on=timezone.localdate()),
        "nav": menu_of(request),
    }
    return render(request, "sittings/readings.html", values)


@cached
def reading_compare(request: HttpRequest, pk: int, reading: int) -> HttpResponse:
    """The text considered beside the text as it was conciliated, provision by provision."""
    bill = get_object_or_404(Bill.objects.select_related("case"), pk=pk)
    shown = next((one for one in readings_of(bill) if one.reading.pk == reading), None)
    if shown is None or not shown.comparable:
        raise Http404
    asked = request.GET.get("text", language())
    code = asked if shown.may_compare(asked) else shown.comparable
    changes = compare(act_of(shown.conciliated[code]), act_of(shown.texts[code]))
    is_all = bool(request.GET.get("all"))
    values = {
        "title": _("The text read beside the text conciliated"),
        "bill": bill,
        "reading": shown.reading,
        "changes": [with_words(one) for one in changes if is_all or one.kind != "same"],
        "differing": sum(one.kind != "same" for one in changes),
        "text": code,
        "texts": [one for one in ("ky", "ru") if shown.may_compare(one)],
        "is_all": is_all,
        "nav": menu_of(request),
    }
    return render(request, "sittings/reading_compare.html", values)


def named_items(bill: Bill) -> list[tuple[AgendaItem, str]]:
    """The sittings that had the bill on their agenda, in words for a choice."""
    return [
        (one, f"{one.sitting.house.name(language())}, {on_day(one.sitting.starts_at)}")
        for one in items_of(bill)
    ]


def named_texts(bill: Bill) -> list[tuple[Version, str]]:
    """The texts there are, in words for a choice: of which dossier, which edition, of which day."""
    said = {False: _("text of the bill"), True: _("text as conciliated")}
    conciliated = bill.case.subject if bill.case else ""
    documents = Document.objects.in_bulk({one.document_id for one in texts_to_read(bill)})
    return [
        (
            one,
            f"{said[documents[one.document_id].subject == conciliated]} {one.number}, "
            f"{on_day(one.created_at)}",
        )
        for one in texts_to_read(bill)
    ]


def on_day(value: Any) -> str:
    local = timezone.localtime(value) if hasattr(value, "hour") else value
    return date_format(local, "DATE_FORMAT")


@desk_page
def reading_new(desk: Desk, pk: int) -> HttpResponse:
    """Record a reading; with a conciliation behind the bill, its rows are traced next."""
    bill = get_object_or_404(Bill.objects.select_related("case"), pk=pk)
    if not desk.may("record_reading"):
        raise NotAllowed("wrong_role", action="record_reading", role=desk.actor.party.kind)
    items, texts = named_items(bill), named_texts(bill)
    form = ReadingForm(
        desk.data,
        desk.files,
        items=items,
        texts=texts,
        may_put=desk.may("put_bill_text"),
        initial=first_values(items, texts, desk),
    )
    if desk.is_post and desk.attempt(form, lambda: kept(desk, bill, form)):
        said = _("The reading is on record.")
        if form.result and bill.case_id:
            return desk.done(said, to=address("reading_rows", bill.pk, form.result.pk))
        return desk.done(said, to=address("bill_readings", bill.pk))
    values = {"title": _("Record a reading"), "bill": bill, "back": address("bill_readings", pk)}
    return desk.show("reading_new.html", values, form=form)


def first_values(
    items: list[tuple[AgendaItem, str]], texts: list[tuple[Version, str]], desk: Desk
) -> dict[str, Any]:
    """The latest sitting with its readings and text, else the newest text."""
    item = items[0][0] if items else None
    text = item.version_id if item and item.version_id else (texts[0][0].pk if texts else "")
    ballot = item.ballots.last() if item else None
    given = {
        "item": item.pk if item else "",
        "numbers": item.readings if item else "",
        "read_on": timezone.localdate(item.sitting.starts_at) if item else desk.today,
        "version": text,
    }
    if ballot:
        given |= {
            "votes_for": ballot.votes_for,
            "votes_against": ballot.votes_against,
            "abstained": ballot.abstained,
            "carried": "yes" if ballot.is_carried else "no",
        }
    return given


def kept(desk: Desk, bill: Bill, form: ReadingForm) -> Reading:
    """A text put in with the form is the one that was considered."""
    version = None
    if form.handed_in:
        document = put_bill_text(bill=bill, files=form.handed_in, actor=desk.actor, now=desk.now)
        version = document.versions.order_by("-number", "language").first()
    return record_reading(bill=bill, content=form.content(version), actor=desk.actor, now=desk.now)


@desk_page
def reading_rows(desk: Desk, pk: int, reading: int) -> HttpResponse:
    """What the text considered made of each row: suggested by counting words, found by a person."""
    found = get_object_or_404(
        Reading.objects.select_related("bill__case", "version"), pk=reading, bill=pk
    )
    if not desk.may("record_reading"):
        raise NotAllowed("wrong_role", action="record_reading", role=desk.actor.party.kind)
    rows, text = rows_to_trace(found, language=language())
    known = {fate.row_id: fate for fate in found.fates.all()}
    own = [fate_form(desk, one, text, known.get(one.shown.row.pk)) for one in rows]
    forms = RowForms(ConfirmForm(desk.data), own)
    if desk.is_post and desk.attempt(forms, lambda: traced(desk, found, own)):
        said = _("What became of each row is on record.")
        return desk.done(said, to=address("bill_readings", pk) + "#h-rows")
    values = {
        "title": _("What became of each row"),
        "bill": found.bill,
        "reading": found,
        "pairs": list(zip(rows, own, strict=True)),
        "forms": forms,
        "has_text": bool(text.provisions),
        "back": address("bill_readings", pk),
    }
    return desk.show("reading_rows.html", values, form=forms)


def traced(desk: Desk, reading: Reading, own: list[FateForm]) -> object:
    fates = [one.content for one in own]
    return trace_rows(reading=reading, fates=fates, actor=desk.actor, now=desk.now)


def fate_form(desk: Desk, one: Traced, text: DraftText, known: RowFate | None) -> FateForm:
    row = one.shown.row
    initial = {"result": one.suggested, "eid": row.eid or WHOLE}
    if known:
        names = ("result", "amendment", "wording_ky", "wording_ru")
        initial = {name: getattr(known, name) for name in names} | {"eid": known.eid or WHOLE}
    choices = text.choices(words=language(), whole=_("nowhere, or the whole act"))
    return FateForm(desk.data, prefix=f"row{row.number}", row=row, choices=choices, initial=initial)
