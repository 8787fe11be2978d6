"""The page of an alert: what was noticed, the opinion ready to read, and the three answers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.bills import words
from makul.bills.actions.answering import file_opinion, let_be, open_case_on_alert
from makul.bills.forms.answers import LetBeForm, MotionForm, OpinionForm
from makul.bills.models import Alert
from makul.bills.papers.opinion import opinion_paper
from makul.bills.views.page import alert_tag, event_line, interests_of
from makul.bills.views.work import desk_page
from makul.cases.actions.motions import Motion
from makul.cases.views.work.motions import parties
from makul.cases.views.work.page import SeeOther, address, clock, language
from makul.documents.paper import PaperLanguage
from makul.documents.pdf_writing import write_pdf
from makul.parties.access import ROLE_OF_KIND, may
from makul.parties.forms import OnceForm, attempt
from makul.parties.models import Mandate, Party

NORM_MAKERS = (Party.Kind.MINISTRY, Party.Kind.COMMITTEE)
CIRCLE_KINDS = {
    "": (),
    "executive": (Party.Kind.EXECUTIVE,),
    "all": (Party.Kind.EXECUTIVE, Party.Kind.KENESH),
}


def alert_for(actor: Mandate, pk: int) -> Alert:
    found = Alert.objects.select_related(
        "bill__case", "bill__committee", "event", "opinion", "answered_case", "answered_by__party"
    )
    return get_object_or_404(found, pk=pk, bill__is_demonstration=actor.party.is_demonstration)


def values_of(alert: Alert, actor: Mandate) -> dict[str, Any]:
    bill, event = alert.bill, alert.event
    role, today = ROLE_OF_KIND.get(actor.party.kind), timezone.localdate(clock())
    opinion = alert.opinion
    return {
        "title": words.ALERTS[alert.kind],
        "alert": alert,
        "told": alert_tag(alert),
        "bill": bill,
        "initiator": bill.initiator or words.INITIATORS[bill.initiator_kind],
        "stage": words.STAGES[bill.stage],
        "event": event_line(event, language=language()) if event else None,
        "rows": alert.rows.order_by("number"),
        "interests": interests_of(bill, language=language()),
        "versions": opinion.versions.order_by("-number", "language") if opinion else [],
        "is_own": bool(opinion and opinion.author_id == actor.party_id),
        "may_open": may(actor, "open", role=role, on=today) and bill.case_id is None,
        "may_answer": may(actor, "answer_alert", role=role, on=today),
        "is_association": role == "association",
        "nav": "bills_desk",
        "is_inner": True,
    }


@desk_page("find_touching")
def bill_alert(request: HttpRequest, actor: Mandate, pk: int) -> HttpResponse:
    return render(request, "bills/alert.html", values_of(alert_for(actor, pk), actor))


def answer_page(
    request: HttpRequest, alert: Alert, actor: Mandate, *, template: str, form: OnceForm, title: str
) -> HttpResponse:
    values = values_of(alert, actor) | {"form": form, "title": title}
    status = 422 if request.method == "POST" else 200
    return render(request, f"bills/{template}", values, status=status)


@desk_page("open")
def alert_motion(request: HttpRequest, actor: Mandate, pk: int) -> HttpResponse:
    """A case on own motion: title, sides and circle are filled in from the bill."""
    alert = alert_for(actor, pk)
    bill = alert.bill
    found = parties(NORM_MAKERS, actor)
    form = MotionForm(
        request.POST if request.method == "POST" else None,
        parties=found,
        page_language=language(),
        initial={
            "title_ky": bill.title_ky,
            "title_ru": bill.title_ru,
            "decider": bill.committee.key if bill.committee else "",
            "circle": "executive",
        },
    )
    if request.method == "POST" and attempt(
        form, lambda: opened(alert, form, found, actor), now=clock()
    ):
        messages.success(request, _("The case is open. The bodies are told next."))
        case = form.result
        return SeeOther(address("case_work", case.number) if case else address("bills_desk"))
    return answer_page(
        request,
        alert,
        actor,
        template="motion.html",
        form=form,
        title=_("Open a case on this bill"),
    )


def opened(alert: Alert, form: MotionForm, found: dict[str, Party], actor: Mandate) -> object:
    said = form.cleaned_data
    motion = Motion(
        act_kind=alert.bill.act_kind,
        title_ky=said["title_ky"],
        title_ru=said["title_ru"],
        initiator=found[said["initiator"]],
        deciders=[found[said["decider"]]],
    )
    kinds = CIRCLE_KINDS[said["circle"]]
    bodies = list(parties(kinds, actor).values()) if kinds else []
    return open_case_on_alert(alert=alert, motion=motion, bodies=bodies, actor=actor, now=clock())


@desk_page("answer_alert")
def alert_opinion(request: HttpRequest, actor: Mandate, pk: int) -> HttpResponse:
    """Release the opinion into the public dossier."""
    alert = alert_for(actor, pk)
    sent = request.method == "POST"
    form = OpinionForm(request.POST if sent else None, request.FILES if sent else None)
    if sent and attempt(
        form,
        lambda: file_opinion(alert=alert, files=form.texts, actor=actor, now=clock()),
        now=clock(),
    ):
        messages.success(
            request, _("The opinion lies in the dossier of the bill; everyone reads it.")
        )
        return SeeOther(address("bill", alert.bill_id))
    return answer_page(
        request, alert, actor, template="file_opinion.html", form=form, title=_("File the opinion")
    )


@desk_page("answer_alert")
def alert_let_be(request: HttpRequest, actor: Mandate, pk: int) -> HttpResponse:
    """No step, with its reason."""
    alert = alert_for(actor, pk)
    form = LetBeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and attempt(
        form,
        lambda: let_be(alert=alert, reason=form.cleaned_data["reason"], actor=actor, now=clock()),
        now=clock(),
        field=lambda _error: "reason",
    ):
        messages.success(request, _("Kept: no step follows, with your reason."))
        return SeeOther(address("bills_desk"))
    return answer_page(
        request, alert, actor, template="let_be.html", form=form, title=_("Let it be")
    )


@desk_page("find_touching")
def opinion_pdf(request: HttpRequest, actor: Mandate, pk: int, language: str) -> HttpResponse:
    """The opinion as PDF, drawn from what is known now; the Word files are what is filed."""
    alert = alert_for(actor, pk)
    if alert.opinion is None or alert.opinion.author_id != actor.party_id:
        raise Http404
    code: PaperLanguage = "ky" if language == "ky" else "ru"
    paper = opinion_paper(alert, actor.party, language=code, now=alert.raised_at)
    response = HttpResponse(write_pdf(paper), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="opinion-{alert.pk}-{code}.pdf"'
    return response
