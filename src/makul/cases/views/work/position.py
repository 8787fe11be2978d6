"""The position of a body or an association: drafted by one, released by another, then receipted."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from makul.cases.actions.opening import join_case
from makul.cases.actions.positions import STEP_OF_ROLE, draft_position, file_position
from makul.cases.forms.position import PositionForms, initial_of, typed
from makul.cases.models import Position
from makul.cases.queries.package import package_said
from makul.cases.queries.provisions import DraftText, draft_text
from makul.cases.queries.receipts import code_of, entry_of, started_by
from makul.cases.queries.table import counts_of, stance_counts
from makul.cases.views.work.page import SeeOther, Work, language, work_page
from makul.parties import keeping
from makul.parties.forms import ConfirmForm
from makul.parties.models import Mandate

SAVE, ADD, SEND, REMOVE = "save", "add", "send", "remove-"


def own(work: Work, state: str) -> Position | None:
    return Position.objects.filter(case=work.case, party=work.actor.party, state=state).first()


@work_page("draft_position")
def position_edit(work: Work) -> HttpResponse:
    """Write a position. Every button keeps what is typed: adding, removing, saving, sending."""
    if work.role == "association":
        return SeeOther(work.url("association_position"))
    return edit(work, template="position_edit.html", back="position_edit", more={})


def edit(work: Work, *, template: str, back: str, more: dict[str, Any]) -> HttpResponse:
    """The page of a position, the same for a body and for an association."""
    text = draft_text(work.case, language())
    do = work.data.get("do", SAVE) if work.data else ""
    forms = shown_forms(work, text, do=do)
    if do in {SAVE, SEND} and work.attempt(forms, lambda: keep(work, forms)):
        keeping.forget(work.actor, work.request.path)
        if do == SAVE:
            return work.done(_("The draft is kept."), to=work.url(back))
        return sent(work)
    draft, filed = own(work, "draft"), own(work, "filed")
    values = {
        "forms": forms,
        "text": text,
        "package": package_said(work.case, language=language()),
        "draft": draft,
        "filed": filed,
        "signatories": signatories(work),
        "step": STEP_OF_ROLE[work.role],
        "term": work.term(STEP_OF_ROLE[work.role]),
    }
    is_checked = do in {SAVE, SEND}
    return work.show(template, values | more, form=forms if is_checked else None)


def shown_forms(work: Work, text: DraftText, *, do: str) -> PositionForms:
    """Bound where it is to be kept; else what was typed, one remark more or less."""
    known: dict[str, Any] = {
        "choices": text.choices(words=language(), whole=_("The whole draft")),
        "page_language": language(),
    }
    if do in {SAVE, SEND}:
        return PositionForms(work.data, is_draft=do == SAVE, **known)
    if do == ADD or do.startswith(REMOVE):
        given = typed(work.data, removed=do.removeprefix(REMOVE) if do != ADD else "")
        given["remarks"] += [{}] if do == ADD else []
        return PositionForms(initial=given, **known)
    position = own(work, "draft") or own(work, "filed")
    if begun := keeping.begun(work.request, saved_at=position.changed_at if position else None):
        return PositionForms(initial=typed(begun), **known)
    given = initial_of(position, language=work.actor.party.language)
    if position is None and work.role == "association":
        given["remarks"] = []  # its remarks are the rows of its members
    return PositionForms(initial=given, **known)


def keep(work: Work, forms: PositionForms) -> Position:
    version = draft_text(work.case, forms.content.language).version
    return draft_position(
        case=work.case, content=forms.content, actor=work.actor, now=work.now, version=version
    )


def sent(work: Work) -> HttpResponse:
    """The one who may sign goes on to release it; another leaves it to the one who may."""
    if work.may("file_position"):
        return SeeOther(work.url("position_release"))
    said = _("The draft waits for the one who may sign; it stands among the work of today.")
    return work.done(said, to=work.url("case_work"))


def signatories(work: Work) -> list[Mandate]:
    """Those of the party who may sign today."""
    mandates = Mandate.objects.filter(party=work.actor.party, may_sign=True)
    return [one for one in mandates if one.is_valid_on(work.today)]


@work_page("file_position")
def position_release(work: Work) -> HttpResponse:
    """Everything that will be on record, before it is; then the release."""
    position = own(work, "draft")
    if position is None:
        return SeeOther(work.url("position_receipt" if own(work, "filed") else "position_edit"))
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(
        form, lambda: file_position(position=position, actor=work.actor, now=work.now)
    ):
        return work.done(_("The position is filed."), to=work.url("position_receipt"))
    text = draft_text(work.case, language())
    values = {
        "position": position,
        "remarks": [(one, text.text(one.eid)) for one in position.remarks.order_by("order")],
        "text": text,
        "filed": own(work, "filed"),
        "may_release": work.may("file_position"),
        "term": work.term(STEP_OF_ROLE[work.role]),
        "counts": counts_of(work.case) if work.role == "association" else None,
    }
    return work.show("position_release.html", values, form=form)


@work_page("draft_position")
def position_receipt(work: Work) -> HttpResponse:
    """The receipt (form F11): number, hour, code, and which term the filing started."""
    position = get_object_or_404(
        Position.objects.select_related("filed_by", "party"),
        case=work.case,
        party=work.actor.party,
        state=Position.State.FILED,
    )
    entry = entry_of(position)
    values = {
        "position": position,
        "remarks": list(position.remarks.order_by("order")),
        "entry": entry,
        "code": code_of(entry),
        "timeline": started_by(position, work.status, today=work.today),
    }
    return work.show("position_receipt.html", values)


@work_page()
def join(work: Work) -> HttpResponse:
    """A body that was not asked declares itself affected (Order, art. 9)."""
    if work.role:
        return SeeOther(work.url("case_work"))
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(
        form, lambda: join_case(case=work.case, actor=work.actor, now=work.now)
    ):
        said = _("Your body takes part now and may answer.")
        return work.done(said, to=work.url("position_edit"))
    return work.show("join.html", {}, form=form)


@work_page("file_position")
def association_position(work: Work) -> HttpResponse:
    """The consolidated opinion: what the bodies said in numbers, then the association's own stance."""
    if work.role != "association":
        return SeeOther(work.url("position_edit"))
    status = work.status
    more = {
        "stances": stance_counts(work.case, silent=status.silent, unreached=status.not_notified),
        "counts": counts_of(work.case),
        "minority": work.case.rows.filter(is_minority=True).count(),
    }
    return edit(work, template="association_position.html", back="association_position", more=more)
