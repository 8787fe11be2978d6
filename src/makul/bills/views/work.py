"""The work on bills: the desk's list, what a bill touches, which case is its conciliation."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from makul.bills import words
from makul.bills.actions.finding import find_touching, match_case, refuse_suggestion
from makul.bills.forms.answers import FindForm, MatchForm
from makul.bills.models import Bill, Suggestion
from makul.bills.queries.desk import feeds, intakes, open_alerts, to_confirm, to_find
from makul.bills.views.page import interests_of
from makul.cases.models import Case
from makul.cases.views.work.page import SeeOther, address, clock, language
from makul.core.errors import BadInput
from makul.journal.once import claim
from makul.parties.access import ROLE_OF_KIND, require
from makul.parties.acting import acting
from makul.parties.forms import attempt
from makul.parties.models import Mandate

View = Callable[..., HttpResponse]


def desk_page(right: str) -> Callable[[View], View]:
    """A page for those of the desk and the association; others are told why not."""

    def decorate(view: View) -> View:
        @never_cache
        @wraps(view)
        def page(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            actor = acting(request)
            role = ROLE_OF_KIND.get(actor.party.kind)
            require(actor, right, role=role, on=timezone.localdate(clock()))
            return view(request, actor, **kwargs)

        return page

    return decorate


def bill_for(actor: Mandate, pk: int) -> Bill:
    """The bill, of the world of the one who acts."""
    found = Bill.objects.select_related("case", "committee")
    return get_object_or_404(found, pk=pk, is_demonstration=actor.party.is_demonstration)


@desk_page("find_touching")
def bills_desk(request: HttpRequest, actor: Mandate) -> HttpResponse:
    """What waits for a person, and what was taken in (ten queries whatever there is)."""
    world = actor.party.is_demonstration
    alerts, found = open_alerts(is_demonstration=world), to_find(is_demonstration=world)
    values = {
        "title": _("Work on bills"),
        "alerts": alerts,
        "alert_lines": [{"alert": one, "word": words.ALERTS[one.kind]} for one in alerts.rows],
        "to_find": found,
        "find_lines": [
            {
                "bill": one,
                "interests": interests_of(one, language=language()),
                "initiator": words.INITIATORS[one.initiator_kind],
            }
            for one in found.rows
        ],
        "to_confirm": to_confirm(is_demonstration=world),
        "intakes": intakes(is_demonstration=world)[:5],
        "feeds": feeds(is_demonstration=world),
        "may_answer": ROLE_OF_KIND.get(actor.party.kind) == "association",
        "nav": "bills_desk",
    }
    return render(request, "bills/desk.html", values)


@desk_page("find_touching")
def bill_find(request: HttpRequest, actor: Mandate, pk: int) -> HttpResponse:
    """Yes or no, by which interests; and which case is the bill's conciliation."""
    bill, now = bill_for(actor, pk), clock()
    sent = request.POST if request.method == "POST" else None
    is_match = sent is not None and "number" in sent
    said = {"touches": bill.touches, "interests": bill.interests}
    find = FindForm(sent if not is_match else None, page_language=language(), initial=said)
    match = MatchForm(
        sent if is_match else None, initial={"number": bill.case.number if bill.case else ""}
    )
    if sent is not None and is_match:
        if attempt(match, lambda: matched(bill, match, actor), now=now, field=lambda _e: "number"):
            return done(request, _("Kept: which case is the conciliation of the bill."))
    elif sent is not None and attempt(find, lambda: found_by(bill, find, actor), now=now):
        return done(request, _("Kept: what the bill touches. It is public at once."))
    values = {
        "title": _("What the bill touches, and its case"),
        "bill": bill,
        "find": find,
        "match": match,
        "form": match if is_match else find,
        "interests": interests_of(bill, language=language()),
        "suggestions": bill.suggestions.filter(is_refused=False).select_related("case"),
        "nav": "bills_desk",
        "is_inner": True,
    }
    return render(request, "bills/find.html", values, status=422 if sent is not None else 200)


def found_by(bill: Bill, form: FindForm, actor: Mandate) -> Bill:
    said = form.cleaned_data
    return find_touching(
        bill=bill,
        touches=said["touches"],
        interests=said["interests"],
        actor=actor,
        now=clock(),
    )


def matched(bill: Bill, form: MatchForm, actor: Mandate) -> Bill:
    """Raises: BadInput `not_a_conciliation` where no such case is there."""
    number = form.cleaned_data["number"].strip()
    case = Case.objects.filter(number=number).first() if number else None
    if number and case is None:
        raise BadInput("not_a_conciliation", number=number)
    return match_case(bill=bill, case=case, actor=actor, now=clock())


@require_POST
@desk_page("find_touching")
def bill_found(request: HttpRequest, actor: Mandate, pk: int) -> HttpResponse:
    """One of the two buttons of a line of the desk's list."""
    bill, touches = bill_for(actor, pk), request.POST.get("touches", "")
    do_once(request, lambda: find_touching(bill=bill, touches=touches, actor=actor, now=clock()))
    said = {"yes": _("Kept: the bill touches local communities.")}
    return done(request, said.get(touches, _("Kept: the bill does not touch local communities.")))


@require_POST
@desk_page("match_bill")
def bill_confirm(request: HttpRequest, actor: Mandate, pk: int) -> HttpResponse:
    """Whether a suggested case is the bill's conciliation."""
    world = actor.party.is_demonstration
    one = get_object_or_404(
        Suggestion.objects.select_related("bill", "case"), pk=pk, bill__is_demonstration=world
    )
    now = clock()
    if request.POST.get("same") == "yes":
        do_once(request, lambda: match_case(bill=one.bill, case=one.case, actor=actor, now=now))
        return done(request, _("Kept: the case is the conciliation of the bill."))
    do_once(request, lambda: refuse_suggestion(suggestion=one, actor=actor, now=now))
    return done(request, _("Kept: they are not the same. It is suggested no more."))


@transaction.atomic
def do_once(request: HttpRequest, act: Callable[[], object]) -> None:
    """For a button without a form of its own: a refusal becomes the page of the error."""
    if claim(request.POST.get("once", ""), now=clock()):
        act()


def done(request: HttpRequest, said: str) -> SeeOther:
    messages.success(request, said)
    return SeeOther(address("bills_desk"))
