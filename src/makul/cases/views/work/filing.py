"""A position goes on record: looked at whole, signed and filed; then its receipt, on screen and as PDF."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from makul.cases.actions.positions import STEP_OF_ROLE, file_position
from makul.cases.forms.board import ReleaseForm
from makul.cases.models import Position
from makul.cases.papers.receipt import receipt_paper
from makul.cases.queries.provisions import draft_text
from makul.cases.queries.receipts import receipt_of, started_by
from makul.cases.queries.table import counts_of
from makul.cases.views.work.page import SeeOther, Work, language, work_page
from makul.cases.views.work.position import own
from makul.cases.views.work.voting import board_part
from makul.documents.pdf_writing import write_pdf


@work_page("file_position")
def position_release(work: Work) -> HttpResponse:
    """Everything that will be on record, before it is; then the release."""
    mine = own(work)
    position = mine.get("draft")
    if position is None:
        return SeeOther(work.url("position_receipt" if mine else "position_edit"))
    form = ReleaseForm(work.data)
    if work.is_post and work.attempt(form, lambda: release(work, position, form)):
        return SeeOther(work.url("position_receipt"))
    text = draft_text(work.case, language())
    values = {
        "position": position,
        "remarks": [(one, text.text(one.eid)) for one in position.remarks.order_by("order")],
        "text": text,
        "filed": mine.get("filed"),
        "may_release": work.may("file_position"),
        "term": work.term(STEP_OF_ROLE[work.role]),
        "counts": counts_of(work.case) if work.role == "association" else None,
        **board_part(work, position),
    }
    return work.show("position_release.html", values, form=form)


def release(work: Work, position: Position, form: ReleaseForm) -> Position:
    """File it; an association may have chosen to sign without the word of its board."""
    is_without = form.cleaned_data["without_board"]
    return file_position(
        position=position, actor=work.actor, now=work.now, without_board=is_without
    )


@work_page("draft_position")
def position_receipt(work: Work) -> HttpResponse:
    """The receipt (form F11): number, hour, code, and which term the filing started."""
    return receipt_page(work, own_filed(work), pdf=work.url("receipt_pdf"))


@work_page("draft_position")
def receipt_pdf(work: Work) -> HttpResponse:
    """The same on paper, in Kyrgyz and Russian."""
    return pdf_of(work, own_filed(work))


@work_page("receive_paper")
def paper_receipt(work: Work, position: int) -> HttpResponse:
    """The receipt of a letter on paper, for the desk to hand over."""
    filed = of_letter(work, position)
    return receipt_page(work, filed, pdf=work.url("paper_receipt_pdf", filed.pk))


@work_page("receive_paper")
def paper_receipt_pdf(work: Work, position: int) -> HttpResponse:
    return pdf_of(work, of_letter(work, position))


FILED = Position.objects.select_related("filed_by", "party")


def own_filed(work: Work) -> Position:
    party = work.actor.party
    return get_object_or_404(FILED, case=work.case, party=party, state=Position.State.FILED)


def of_letter(work: Work, pk: int) -> Position:
    return get_object_or_404(FILED, case=work.case, is_paper=True, pk=pk, receipt__gt="")


def receipt_page(work: Work, position: Position, *, pdf: str) -> HttpResponse:
    position.case = work.case
    receipt = receipt_of(position, work.status)
    values = {
        "position": position,
        "receipt": receipt,
        "pdf": pdf,
        "is_own": position.party_id == work.actor.party_id,
        "timeline": started_by(position, work.status, today=work.today),
    }
    return work.show("position_receipt.html", values)


def pdf_of(work: Work, position: Position) -> HttpResponse:
    """Printed with the hour of its filing, so that the same receipt is the same bytes each time."""
    position.case = work.case
    receipt = receipt_of(position, work.status)
    printed_at = position.filed_at or work.now
    data = write_pdf(receipt_paper(work.case, receipt, now=printed_at))
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{position.receipt}.pdf"'
    return response
