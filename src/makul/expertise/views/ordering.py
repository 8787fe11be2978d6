"""Ordering an expertise, appointing its experts, declaring interests, attaching the opinion."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from makul.bills.models import Bill
from makul.cases.views.work.page import SeeOther, clock
from makul.core.errors import BadInput, NotAllowed
from makul.expertise.actions.ordering import (
    appoint_expert,
    declare_interest,
    lacks_replacement,
    order_expertise,
)
from makul.expertise.actions.verdict import attach_opinion
from makul.expertise.forms.ordering import AppointForm, DeclareForm, OrderForm
from makul.expertise.models import Expertise
from makul.expertise.queries.opinion import attached_at, opinion_of
from makul.expertise.queries.register import Candidate, candidates
from makul.expertise.views.page import Work, expertise_page, language, show, step_task
from makul.law.forms import phrase
from makul.parties.access import RIGHTS, ROLE_OF_KIND
from makul.parties.acting import acting
from makul.parties.forms import ConfirmForm, attempt
from makul.parties.models import Mandate, Party

MOST_BILLS = 200
NAMED = (Party.Kind.MINISTRY, Party.Kind.COMMITTEE, Party.Kind.DESK)


@never_cache
def expertise_order(request: HttpRequest) -> HttpResponse:
    """Order an expertise of a bill: a committee or an association does."""
    actor, now = acting(request), clock()
    need_orderer(actor)
    bills = bills_to_examine()
    parties = list(Party.objects.filter(kind__in=NAMED, valid_to__isnull=True))
    chosen = next((one for one in bills if str(one.pk) == request.GET.get("bill")), None)
    form = OrderForm(
        request.POST if request.method == "POST" else None,
        initial=order_initial(chosen, actor),
        bills=bills,
        parties=parties,
        language=language(),
    )
    if request.method == "POST" and attempt(
        form, lambda: order(form, actor=actor, parties=parties), now=now
    ):
        made: Expertise | None = form.result
        to = reverse("expertise_work", args=[made.case.number]) if made else reverse("today")
        return SeeOther(to)
    values = {
        "title": _("Order a municipal expertise"),
        "form": form,
        "bill": chosen,
        "bills": bills,
        "may_act": actor.may_sign,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "expertise/work/order.html", values, status=status)


def need_orderer(actor: Mandate) -> None:
    """Only a committee or an association orders. Raises NotAllowed."""
    role = (
        "committee" if actor.party.kind == Party.Kind.COMMITTEE else ROLE_OF_KIND[actor.party.kind]
    )
    if role not in RIGHTS["order_expertise"].roles:
        raise NotAllowed("wrong_role", action="order_expertise", role=role)


def bills_to_examine() -> list[Bill]:
    """Bills that touch local communities and are not decided yet, the newest first."""
    ended = (Bill.Stage.ADOPTED, Bill.Stage.SIGNED, Bill.Stage.PUBLISHED)
    gone = (Bill.Stage.REJECTED, Bill.Stage.WITHDRAWN)
    found = Bill.objects.filter(touches__in=("yes", "likely")).exclude(stage__in=(*ended, *gone))
    return list(found.select_related("case", "committee")[:MOST_BILLS])


def order_initial(bill: Bill | None, actor: Mandate) -> dict[str, str]:
    if bill is None:
        return {}
    seats = bill.case.participations.select_related("party") if bill.case else []
    initiator = next((seat.party.key for seat in seats if seat.role == "initiator"), "")
    committee = bill.committee.key if bill.committee else ""
    track = "short" if bill.track == "fast" else "ordinary"
    return {"bill": str(bill.pk), "initiator": initiator, "committee": committee, "track": track}


def order(form: OrderForm, *, actor: Mandate, parties: list[Party]) -> Expertise:
    """Raises BadInput `no_facilitator` where no desk keeps the register."""
    desk = next((one for one in parties if one.kind == Party.Kind.DESK), None)
    if desk is None:
        raise BadInput("no_facilitator")
    content = form.content(facilitator=desk, orderer=actor.party)
    return order_expertise(content=content, actor=actor, now=clock())


@expertise_page("appoint_expert")
def appoint(work: Work, expertise: Expertise, step: str = "appointed") -> HttpResponse:
    """Appoint an expert; likely conflicts are shown before."""
    found = candidates(expertise, on=work.today)
    form = AppointForm(work.data, found=found, hints=hints_of(found), language=language())
    if work.is_post and work.attempt(
        form,
        lambda: appoint_expert(
            expertise=expertise,
            expert=form.found[form.cleaned_data["expert"]],
            actor=work.actor,
            now=work.now,
        ),
    ):
        said = _("The expert is appointed; a letter goes out now.")
        return work.done(said, to=work.url("expertise_work"))
    values = {
        "title": step_task("replaced" if lacks_replacement(expertise) else step),
        "found": found,
        "opinion": opinion_of(expertise),
        "term": work.term(step),
        "may_act": work.may("appoint_expert"),
    }
    return show(work, "appoint.html", values, form=form)


def hints_of(found: list[Candidate]) -> dict[str, str]:
    """What fits and what speaks against, beside each expert."""
    return {str(one.expert.pk): hint_of(one) for one in found}


def hint_of(one: Candidate) -> str:
    code = language()
    known = "; ".join(phrase("interest", kind, language=code) for kind in one.fitting)
    told = [_("knows of the interests touched: %(kinds)s") % {"kinds": known or "—"}]
    told.append(_("under way now: %(n)s") % {"n": one.entered.under_way})
    for declared in one.conflicts:
        body = declared.body.name(code) if declared.body else ""
        said = {"body": body, "text": declared.text}
        told.append(_("likely conflict: %(body)s, %(text)s") % said)
    return ". ".join(line[:1].upper() + line[1:] for line in told)


@expertise_page("declare_interest")
def declare(work: Work, expertise: Expertise, step: str = "interests_declared") -> HttpResponse:
    """An expert says whether there is a conflict of interest."""
    form = DeclareForm(work.data, initial={"language": work.actor.party.language})
    if work.is_post and work.attempt(form, lambda: said_interest(work, expertise, form)):
        is_recused = form.cleaned_data["has_conflict"] == "conflict"
        said = (
            _("You are recused; nothing more is asked of you here.")
            if is_recused
            else _("It is on record. The worksheet is open to you.")
        )
        return work.done(said, to=work.url("expertise_work"))
    values = {
        "title": step_task(step),
        "expertise": expertise,
        "declared": expertise.declarations.filter(expert__party=work.actor.party).first(),
        "seats": list(work.case.participations.select_related("party").order_by("role")),
        "term": work.term(step),
    }
    return show(work, "declare.html", values, form=form)


def said_interest(work: Work, expertise: Expertise, form: DeclareForm) -> object:
    given = form.cleaned_data
    return declare_interest(
        expertise=expertise,
        has_conflict=given["has_conflict"] == "conflict",
        text=given["text"],
        language=given["language"],
        actor=work.actor,
        now=work.now,
    )


@expertise_page("attach_expertise")
def attach(work: Work, expertise: Expertise, deliberation: int) -> HttpResponse:
    """Put the signed opinion into the dossier of the bill."""
    step = "expertise_attached" if deliberation == 1 else "second_attached"
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(
        form,
        lambda: attach_opinion(
            expertise=expertise, deliberation=deliberation, actor=work.actor, now=work.now
        ),
    ):
        said = _("The opinion lies in the dossier of the bill.")
        return work.done(said, to=work.url("expertise_work"))
    verdicts = expertise.verdicts.filter(deliberation=deliberation, signed_at__isnull=False)
    values = {
        "title": step_task(step),
        "expertise": expertise,
        "verdict": verdicts.select_related("document").first(),
        "attached": attached_at(expertise, deliberation),
        "dissents": work.case.statements.filter(step="dissented").count(),
        "term": work.term(step),
    }
    return show(work, "attach.html", values, form=form)
