"""What comes of a case: forwarding, the decider's reasons, adoption, publication, the comparison."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.actions.notifying import desk_of
from makul.cases.actions.outcomes import compare_rows, consider_rows, record_adoption
from makul.cases.actions.step import StatementInput, do_step, state_step
from makul.cases.forms.outcome import (
    AdoptionForm,
    ComparisonForm,
    DecisionForm,
    ForwardForm,
    PublicationForm,
    RowForms,
)
from makul.cases.models import Decision
from makul.cases.queries.comparing import Compared, compared_rows
from makul.cases.queries.judging import unsettled_rows
from makul.cases.queries.provisions import WHOLE, draft_text
from makul.cases.queries.table import table_of
from makul.cases.views.public.words import DOCUMENTS, said
from makul.cases.views.work.page import Work, language, work_page
from makul.cases.views.work.statements import deciders_of
from makul.documents.models import Document
from makul.documents.queries import documents_of
from makul.parties.forms import ConfirmForm

GOES_WITH = (
    "draft",
    "note",
    "comparative",
    "costs",
    "summary",
    "protocol",
    "certificate",
    "dissent",
)


@work_page("forward")
def forward(work: Work) -> HttpResponse:
    """The package with the result of conciliation goes to a decider, and to the next one after it."""
    deciders = deciders_of(work)
    form = ForwardForm(work.data, deciders=deciders, page_language=language())
    if work.is_post and work.attempt(
        form,
        lambda: do_step(
            case=work.case,
            step="forwarded",
            right="forward",
            actor=work.actor,
            now=work.now,
            to=form.decider,
        ),
    ):
        return work.done(_("The package is forwarded."), to=work.url("case_work"))
    values = {
        "documents": [
            {"pk": one.pk, "label": said(DOCUMENTS, one.kind)} for one in package_of(work)
        ],
        "rows": work.case.rows.count(),
        "appeals": work.case.statements.filter(step__in=("appealed", "appeal_decided")).count(),
        "is_open": any(may.step == "forwarded" for may in work.status.may),
        "may_act": work.may("forward"),
    }
    return work.show("forward.html", values, form=form)


def package_of(work: Work) -> list[Document]:
    documents = documents_of(work.case.subject).filter(kind__in=GOES_WITH)
    return sorted(documents, key=lambda one: (GOES_WITH.index(one.kind), one.pk))


@work_page("consider")
def consider(work: Work) -> HttpResponse:
    """The decider's decision and reason on each unsettled row (Order, art. 33)."""
    rows = list(unsettled_rows(work.case))
    former = {
        one.row_id: one for one in Decision.objects.filter(row__in=rows, party=work.actor.party)
    }
    fields = ("taken", "reason_ky", "reason_ru")
    own = [
        DecisionForm(
            work.data,
            prefix=f"row{row.number}",
            row=row,
            initial={name: getattr(former.get(row.pk), name, "") for name in fields},
        )
        for row in rows
    ]
    forms = RowForms(ConfirmForm(work.data), own)
    if work.is_post and work.attempt(
        forms,
        lambda: consider_rows(
            case=work.case,
            decisions=[one.content for one in own],
            actor=work.actor,
            now=work.now,
        ),
    ):
        return work.done(_("The decisions on the rows are on record."), to=work.url("case_work"))
    table = table_of(work.case, unsettled_rows(work.case), is_reply_term_over=True)
    by_row = {one.row.pk: one for one in own}
    values = {
        "pairs": [(shown, by_row[shown.row.pk]) for shown in table],
        "forms": forms,
        "may_act": work.may("consider"),
    }
    return work.show("consider.html", values, form=forms)


@work_page("record_outcome")
def adoption(work: Work) -> HttpResponse:
    """Record that the act was adopted, whatever came before: a bypass is a fact too."""
    form = AdoptionForm(
        work.data,
        work.request.FILES or None,
        deciders=deciders_of(work),
        page_language=language(),
    )
    if work.is_post and work.attempt(
        form,
        lambda: record_adoption(
            case=work.case,
            decider=form.decider,
            files=form.texts,
            actor=work.actor,
            now=work.now,
            happened_at=form.cleaned_data["happened_at"],
        ),
    ):
        return work.done(_("The adoption is on record."), to=work.url("case_work"))
    values = {
        "is_open": any(may.step == "adopted" for may in work.status.may),
        "is_bound": work.case.agreement_id is not None,
        "stage": work.status.stage,
    }
    return work.show("adoption.html", values, form=form)


@work_page("record_outcome")
def publication(work: Work) -> HttpResponse:
    """The day and the source of the official publication; from it the comparison's term runs."""
    form = PublicationForm(work.data)
    if work.is_post and work.attempt(form, lambda: publish(work, form)):
        return work.done(_("The publication is on record."), to=work.url("case_work"))
    return work.show("publication.html", {"term": work.term("published")}, form=form)


def publish(work: Work, form: PublicationForm) -> object:
    given = form.cleaned_data
    noon = timezone.make_aware(datetime.combine(given["published_on"], time(12)))
    content = StatementInput(
        step="published",
        right="record_outcome",
        text=given["source"],
        language=language() if language() != "en" else "ky",
        happened_at=min(noon, work.now) if given["published_on"] <= work.today else noon,
    )
    return state_step(
        case=work.case, content=content, actor=work.actor, now=work.now, party=desk_of(work.case)
    )


@work_page("compare")
def compare(work: Work) -> HttpResponse:
    """Who won each point: the adopted text beside each row. A result is suggested, a person decides."""
    found = compared_rows(work.case, language=language())
    adopted = draft_text(work.case, language(), kind=Document.Kind.ADOPTED)
    own = [comparison_form(work, one, adopted) for one in found]
    forms = RowForms(ConfirmForm(work.data), own)
    if work.is_post and work.attempt(
        forms,
        lambda: compare_rows(
            case=work.case,
            comparisons=[one.content for one in own],
            actor=work.actor,
            now=work.now,
        ),
    ):
        return work.done(_("The comparison is published."), to=work.url("case_work"))
    values = {
        "pairs": list(zip(found, own, strict=True)),
        "forms": forms,
        "has_text": bool(adopted.provisions),
        "term": work.term("compared"),
        "is_desk": True,
    }
    return work.show("compare.html", values, form=forms)


def comparison_form(work: Work, one: Compared, adopted: Any) -> ComparisonForm:
    row, kept = one.shown.row, {True: "yes", False: "no", None: ""}
    former = one.shown.comparison
    suggested = one.outcome.suggestion if adopted.provisions else ""
    initial = {
        "result": former.result if former else suggested,
        "eid": (former.eid if former else row.eid) or WHOLE,
        "kept": kept[former.is_promise_kept if former else one.outcome.kept],
        "note_ky": former.note_ky if former else "",
        "note_ru": former.note_ru if former else "",
    }
    choices = adopted.choices(words=language(), whole=_("nowhere, or the whole act"))
    known = {"prefix": f"row{row.number}", "row": row, "choices": choices}
    return ComparisonForm(work.data, initial=initial, **known)
