"""The minutes of a sitting: drafted, corrected by those present, answered, approved; and a dissent handed in."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from makul.core.errors import NotAllowed
from makul.parties import keeping
from makul.parties.forms import ConfirmForm
from makul.sittings.actions.dissenting import hand_in_dissent
from makul.sittings.actions.minutes import (
    answer_correction,
    approve_minutes,
    correct_minutes,
    draft_minutes,
)
from makul.sittings.forms.opinion import AnswerForm, CorrectionForm, DissentForm
from makul.sittings.models import Correction, Minutes
from makul.sittings.queries.houses import present_parties
from makul.sittings.queries.whole import Whole, items_of, minutes_files, whole_of
from makul.sittings.views.page import SeeOther, SittingWork, language, sitting_page

COMMITTEE = "committee"


def minutes_here(work: SittingWork) -> Minutes:
    found = Minutes.objects.select_related("sitting__case__agreement", "sitting__house")
    return get_object_or_404(found, sitting=work.sitting)


@sitting_page("draft_minutes")
def minutes_drafted(work: SittingWork) -> HttpResponse:
    """The record as it will stand in the minutes, before it becomes their draft."""
    whole = whole_of(work.sitting)
    if whole.minutes:
        return SeeOther(work.url("sitting_minutes_approved"))
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(
        form, lambda: draft_minutes(sitting=work.sitting, actor=work.actor, now=work.now)
    ):
        said = _("The minutes are drafted. Those who were present are told and may correct them.")
        return work.done(said, to=work.url("sitting_minutes_approved"))
    values = {
        "title": _("Draft the minutes"),
        "whole": whole,
        "blank": [one for one in whole.items if not one.is_written],
        "term": work.term("minutes_drafted"),
    }
    return work.show("minutes_draft.html", values, form=form)


@sitting_page()
def minutes_corrected(work: SittingWork) -> HttpResponse:
    """The draft to read whole; one who was present says what it should say."""
    if not work.role:
        raise NotAllowed("wrong_role", action="correct_record", role="none")
    minutes, whole = minutes_here(work), whole_of(work.sitting)
    items = [one.item for one in whole.items]
    begun = keeping.begun(work.request) or {"language": work.actor.party.language}
    form = CorrectionForm(work.data, items=items, page_language=language(), initial=begun)
    if work.is_post and work.attempt(form, lambda: correct(work, minutes, form)):
        keeping.forget(work.actor, work.request.path)
        said = _("Your correction is attached; the committee answers it.")
        return work.done(said, to=work.request.path + "#h-corrections")
    may = any(
        one.step == "minutes_corrected" and one.party == work.actor.party.key
        for one in work.status.may
    )
    values = {
        "title": _("Draft of the minutes"),
        "whole": whole,
        "files": minutes_files(minutes),
        "was_there": present_parties(work.sitting).filter(pk=work.actor.party_id).exists(),
        "may_correct": may and not minutes.approved_at,
        "term": work.term("minutes_corrected"),
    }
    return work.show("minutes.html", values, form=form)


def correct(work: SittingWork, minutes: Minutes, form: CorrectionForm) -> Correction:
    given = form.cleaned_data
    return correct_minutes(
        minutes=minutes,
        text=given["text"],
        language=given["language"],
        item=form.items.get(given["item"]),
        actor=work.actor,
        now=work.now,
    )


@sitting_page("draft_minutes")
def minutes_approved(work: SittingWork) -> HttpResponse:
    """The committee answers each correction, then one who signs approves the minutes."""
    whole = whole_of(work.sitting)
    if whole.minutes is None:
        return SeeOther(work.url("sitting_minutes_drafted"))
    do = work.data.get("do", "") if work.data else ""
    pairs = [
        (one, AnswerForm(work.data if do == str(one.pk) else None, auto_id=f"c{one.pk}_%s"))
        for one in whole.corrections
        if one.is_taken is None
    ]
    approve = ConfirmForm(work.data if do == "approve" else None)
    form = next((own for one, own in pairs if do == str(one.pk)), approve)
    if work.is_post and work.attempt(form, lambda: settle(work, whole, do, form)):
        said = _("The minutes are approved.") if do == "approve" else _("The answer is on record.")
        return work.done(said, to=work.request.path)
    values = {
        "title": _("Minutes"),
        "whole": whole,
        "pairs": pairs,
        "approve": approve,
        "may_approve": work.may("approve_minutes") and not pairs,
        "files": minutes_files(whole.minutes),
        "term": work.term("minutes_approved"),
    }
    return work.show("minutes_approve.html", values, form=form if work.is_post else None)


def settle(work: SittingWork, whole: Whole, do: str, form: Any) -> object:
    minutes = minutes_here(work)
    if do == "approve":
        return approve_minutes(minutes=minutes, actor=work.actor, now=work.now)
    correction = get_object_or_404(Correction, minutes=minutes, pk=do if do.isdigit() else 0)
    given = form.cleaned_data
    return answer_correction(
        correction=correction,
        is_taken=given["taken"] == "yes",
        answer=given["answer"],
        actor=work.actor,
        now=work.now,
    )


@sitting_page("hand_in_dissent", "record_sitting")
def dissent(work: SittingWork) -> HttpResponse:
    """A dissenting opinion on an item, word for word; the house enters that of a member by office."""
    items = list(items_of(work.sitting))
    if not items:
        raise Http404
    begun = keeping.begun(work.request) or {"language": work.actor.party.language}
    form = DissentForm(
        work.data,
        items=items,
        is_house=work.role == COMMITTEE,
        page_language=language(),
        initial=begun,
    )
    if work.is_post and work.attempt(
        form,
        lambda: hand_in_dissent(
            item=form.chosen, content=form.content, actor=work.actor, now=work.now
        ),
    ):
        keeping.forget(work.actor, work.request.path)
        said = _("The dissent is on record and goes into the minutes word for word.")
        return work.done(said, to=work.url("sitting_work"))
    values = {
        "title": _("Dissenting opinion"),
        "may_sign": work.role == COMMITTEE or work.may("hand_in_dissent"),
    }
    return work.show("dissent.html", values, form=form)
