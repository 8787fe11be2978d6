"""The position of a body or an association as it is written: every button keeps what is typed."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from makul.cases.actions.asking import ask_signature
from makul.cases.actions.opening import join_case
from makul.cases.actions.positions import STEP_OF_ROLE, draft_position, file_position
from makul.cases.forms.position import PositionForms, added, initial_of, typed
from makul.cases.models import Position
from makul.cases.queries.package import package_said
from makul.cases.queries.provisions import WHOLE, DraftText, draft_text
from makul.cases.queries.table import counts_of, stance_counts
from makul.cases.queries.touching import Touching, in_both, touching
from makul.cases.views.work.page import SeeOther, Work, language, work_page
from makul.cases.views.work.voting import board_part, drafted, with_rows
from makul.parties import keeping
from makul.parties.forms import ConfirmForm
from makul.parties.models import Mandate

SAVE, ADD, SEND, FILE, REMOVE, SUM = "save", "add", "send", "file", "remove-", "sum-"
KEEPS = {SAVE, SEND, FILE}


def own(work: Work) -> dict[str, Position]:
    """What the party has in the case, by state: its draft and what it has filed (one query)."""
    found = Position.objects.filter(
        case=work.case, party=work.actor.party, state__in=("draft", "filed")
    )
    return {one.state: one for one in found.select_related("drafted_by")}


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
    told = touching(work.case, work.actor.party, language=language())
    mine = own(work)
    forms = shown_forms(work, text, do=do, told=told, mine=mine)
    if do in KEEPS and work.attempt(forms, lambda: keep(work, forms, do=do)):
        keeping.forget(work.actor, work.request.path)
        return kept_or_sent(work, do=do, back=back)
    values = {
        "forms": forms,
        "text": text,
        "told": told,
        "summary": in_both(work.case, "summary", language=language()),
        "questions": in_both(work.case, "questions", language=language()),
        "package": package_said(work.case, language=language()),
        "draft": mine.get("draft"),
        "filed": mine.get("filed"),
        "signatories": [] if work.actor.may_sign else signatories(work),
        "step": STEP_OF_ROLE[work.role],
        "term": work.term(STEP_OF_ROLE[work.role]),
    }
    return work.show(template, values | more, form=forms if do in KEEPS else None)


def shown_forms(
    work: Work, text: DraftText, *, do: str, told: Touching | None, mine: dict[str, Position]
) -> PositionForms:
    """Bound where it is to be kept; else what was typed, one remark more or less."""
    known: dict[str, Any] = {
        "choices": text.choices(words=language(), whole=_("The whole draft")),
        "page_language": language(),
    }
    if do in KEEPS:
        return PositionForms(work.data, is_draft=do == SAVE, **known)
    if do.startswith((ADD, REMOVE, SUM)):
        given = typed(work.data, removed=do.removeprefix(REMOVE))
        return PositionForms(initial=added(given, wanted(do, told)), **known)
    position = mine.get("draft") or mine.get("filed")
    saved_at = position.changed_at if position else None
    if begun := keeping.begun(work.request, saved_at=saved_at):
        given = typed(begun)
    else:
        given = initial_of(position, language=work.actor.party.language)
    if eid := work.request.GET.get("eid", ""):  # from the text of the draft: a remark on this place
        given = added(given, [{"eid": eid}])
    if work.role == "association":
        given = with_rows(work, given)
    return PositionForms(initial=given, **known)


def wanted(do: str, told: Touching | None) -> list[dict[str, Any]]:
    """The remark a button asks for: an empty one, one on a provision, or one on a sum of the sheets."""
    if do.startswith(SUM):
        number = do.removeprefix(SUM)
        sheets = told.sheets if told else []
        if number.isdigit() and int(number) < len(sheets):
            sheet = sheets[int(number)]
            sums = {"yearly_som": sheet.yearly_som, "once_som": sheet.once_som}
            return [{"eid": sheet.eid or WHOLE, **sums}]
        return []
    return [{"eid": do.removeprefix(f"{ADD}-")} if "-" in do else {}] if do.startswith(ADD) else []


def keep(work: Work, forms: PositionForms, *, do: str) -> Position:
    """The draft; where another is to sign it, the letter that says so; where one signs, the filing.

    A body may replace what it filed until its last day, so filing needs no page of its own.
    """
    version = draft_text(work.case, forms.content.language).version
    position = draft_position(
        case=work.case, content=forms.content, actor=work.actor, now=work.now, version=version
    )
    if do == FILE and work.role == "lsg":
        return file_position(position=position, actor=work.actor, now=work.now)
    if do != SAVE and not work.may("file_position"):
        ask_signature(position=position, actor=work.actor, now=work.now)
    return position


def kept_or_sent(work: Work, *, do: str, back: str) -> HttpResponse:
    """Where each button leads: back, to the receipt, to the release, or to wait for who may sign."""
    if do == SAVE:
        return work.done(_("The draft is kept."), to=work.url(back))
    if do == FILE and work.role == "lsg":
        return SeeOther(work.url("position_receipt"))  # its first line says that it is filed
    if work.may("file_position"):
        return SeeOther(work.url("position_release"))
    said = _("The draft waits for the one who may sign: a letter with the way to it goes out now.")
    return work.done(said, to=work.url("case_work"))


def signatories(work: Work) -> list[Mandate]:
    """Those of the party who may sign today."""
    mandates = Mandate.objects.filter(party=work.actor.party, may_sign=True)
    return [one for one in mandates if one.is_valid_on(work.today)]


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
        **board_part(work, drafted(work)),
    }
    return edit(work, template="association_position.html", back="association_position", more=more)
