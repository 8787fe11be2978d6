"""Files of registers handed in on a page: the worker takes them in, the page tells how far it is."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from makul.bills.actions.taking_in import RegisterFile, queue_file
from makul.bills.forms.answers import SourceForm
from makul.bills.models import Intake
from makul.bills.queries.desk import intakes
from makul.bills.views.work import desk_page
from makul.cases.forms.fields import as_file
from makul.cases.views.work.page import SeeOther, address, clock
from makul.core.errors import BadInput
from makul.parties.forms import attempt
from makul.parties.models import Mandate
from makul.parties.saying import sentence_of

STATES = {
    "queued": lambda: _("The file waits for the worker; it begins within seconds."),
    "reading": lambda: _("The file is being read."),
    "done": lambda: _("The file was read to its end."),
    "failed": lambda: _("Nothing of the file could be read."),
}
SHOWN = 200


@desk_page("take_in_bills")
def bill_intakes(request: HttpRequest, actor: Mandate) -> HttpResponse:
    """Hand in a file; those before it."""
    sent = request.method == "POST"
    form = SourceForm(request.POST if sent else None, request.FILES if sent else None)
    if sent and attempt(form, lambda: queued(form, actor), now=clock(), field=lambda _e: "file"):
        intake = form.result
        return SeeOther(address("bill_intake", intake.pk) if intake else address("bill_intakes"))
    values = {
        "title": _("Take in a register of bills"),
        "form": form,
        "intakes": intakes(is_demonstration=actor.party.is_demonstration)[:SHOWN],
        "nav": "bills_desk",
        "is_inner": True,
    }
    return render(request, "bills/intakes.html", values, status=422 if sent else 200)


def queued(form: SourceForm, actor: Mandate) -> Intake:
    kept = as_file(form.cleaned_data["file"], language="ru")[0]
    file = RegisterFile(
        source=form.cleaned_data["source"],
        name=kept.name,
        form="json" if kept.name.lower().endswith(".json") else "csv",
        data=kept.data,
        is_demonstration=actor.party.is_demonstration,
    )
    return queue_file(file=file, actor=actor, now=clock())


@desk_page("take_in_bills")
def bill_intake(request: HttpRequest, actor: Mandate, pk: int) -> HttpResponse:
    """How far it is, what changed, and every row that was refused, with its line and the remedy."""
    world = actor.party.is_demonstration
    intake = get_object_or_404(Intake, pk=pk, is_demonstration=world)
    values = {
        "title": intake.name,
        "intake": intake,
        "state": STATES[intake.state](),
        "is_running": intake.state in {Intake.State.QUEUED, Intake.State.READING},
        "share": intake.done / intake.rows if intake.rows else 0,
        "refusals": [told(one) for one in intake.refusals[:SHOWN]],
        "changes": [changed(one) for one in intake.changes[:SHOWN]],
        "nav": "bills_desk",
        "is_inner": True,
    }
    return render(request, "bills/intake.html", values)


def told(one: dict[str, Any]) -> dict[str, Any]:
    """A refusal with its sentence in the language of the page."""
    return {"line": one["line"], "text": sentence_of(BadInput(one["code"], **one["params"]))}


def changed(one: dict[str, Any]) -> dict[str, Any]:
    fields = [{"name": name, "old": a, "new": b} for name, (a, b) in one["fields"].items()]
    return {"bill": one["bill"], "number": one["number"], "fields": fields}
