"""The conciliation meeting: the invitation with its agenda, then the record, at once or row by row."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from makul.cases.actions.meetings import discuss_row, hold_meeting, invite_meeting
from makul.cases.forms.meeting import (
    SETTLED,
    InviteForm,
    MeetingForms,
    ResultForm,
    typed_meeting,
    typed_result,
)
from makul.cases.models import Meeting, Row
from makul.cases.queries.meetings import (
    Agenda,
    agenda_of_meeting,
    offices_of,
    parties_at_table,
    planned_meeting,
    proposed_agenda,
)
from makul.cases.views.work.page import SeeOther, Work, language, work_page
from makul.cases.views.work.recording import (
    KEEP,
    TAKE,
    keep_part,
    kept_meeting,
    next_row,
    take_wording,
    written,
    written_on,
)
from makul.core.errors import MakulError
from makul.law.days_off import calendar
from makul.law.order import order_terms
from makul.parties import keeping
from makul.parties.forms import ConfirmForm
from makul.parties.models import Party

SAVE, MOVE = "save", "move-"


def earliest_day(work: Work) -> date | None:
    """The first day for which an invitation of today is in time."""
    days = order_terms(work.case.edition)["invite"].on(work.case.track)
    try:
        return calendar().worked_day(work.today, days)
    except MakulError:
        return None


@work_page("hold_meeting")
def meeting_invite(work: Work) -> HttpResponse:
    """Invite, or move a meeting that was not held yet; the agenda is divided before it is sent."""
    meeting = planned_meeting(work.case)
    agenda = agenda_of_meeting(meeting) if meeting else proposed_agenda(work.case)
    initial = {"planned_at": meeting.planned_at, "place": meeting.place} if meeting else {}
    near = [one.row for one in agenda.consent]
    form = InviteForm(work.data, initial=initial, near=near)
    if work.is_post and work.attempt(form, lambda: invite(work, form)):
        said = _("The invitation with the agenda is on its way and on record.")
        return work.done(said, to=work.url("meeting_agenda"))
    values = {
        "meeting": meeting,
        "agenda": agenda,
        "earliest": earliest_day(work),
        "term": work.term("meeting"),
    }
    return work.show("meeting_invite.html", values, form=form)


def invite(work: Work, form: InviteForm) -> Meeting:
    given = form.cleaned_data
    return invite_meeting(
        case=work.case,
        planned_at=given["planned_at"],
        place=given["place"],
        disputed=form.moved,
        actor=work.actor,
        now=work.now,
    )


@work_page("discuss_row", "consider")
def meeting_agenda(work: Work) -> HttpResponse:
    """The agenda in its two parts; either side has a row moved to the discussion with one button."""
    meeting = planned_meeting(work.case)
    if work.is_post and meeting:
        number = work.data.get("row", "")
        row = get_object_or_404(Row, case=work.case, number=number if number.isdigit() else 0)
        form = ConfirmForm(work.data)
        if work.attempt(form, lambda: move(work, meeting, row)):
            said = _("Row %(number)s is moved to the discussion.") % {"number": row.number}
            return work.done(said, to=work.url("meeting_agenda"))
    else:
        form = ConfirmForm()
    values = {
        "meeting": meeting,
        "agenda": agenda_of_meeting(meeting) if meeting else Agenda(),
        "may_move": work.may("discuss_row"),
        "may_hold": work.may("hold_meeting"),
    }
    return work.show("meeting_agenda.html", values, form=form)


def move(work: Work, meeting: Meeting, row: Row) -> object:
    return discuss_row(meeting=meeting, row=row, actor=work.actor, now=work.now)


@work_page("hold_meeting")
def meeting_hold(work: Work) -> HttpResponse:
    """Record a meeting; it is kept as often as one likes and closed once. No quorum, no row settled."""
    meeting = planned_meeting(work.case)
    if meeting is None:
        return SeeOther(work.url("meeting_invite"))
    agenda = agenda_of_meeting(meeting)
    do = work.data.get("do", SAVE) if work.data else ""
    if do.startswith(MOVE):
        return moved_in_the_room(work, meeting, agenda, number=do.removeprefix(MOVE))
    if work.is_post and do != SAVE:
        place = written_on(work, agenda, do=do)
        if do == KEEP:
            messages.success(work.request, _("What you have written is kept."))
        return SeeOther(f"{work.request.path}#{place}" if place else work.request.path)
    forms = meeting_forms(work, meeting, agenda)
    if work.is_post and work.attempt(forms, lambda: held(work, meeting, forms)):
        return closed(work, meeting, forms)
    values = {
        "meeting": meeting,
        "forms": forms,
        "agenda": agenda,
        "pairs": list(zip(agenda.disputed, forms.results, strict=True)),
        "offices": sorted({one.office(language()) for one in offices_of(forms.parties.values())}),
        "settled": sum(one["is_settled"].value() == SETTLED for one in forms.results),
        "term": work.term("meeting"),
        "is_desk": True,
    }
    return work.show("meeting_hold.html", values, form=forms if work.is_post else None)


def held(work: Work, meeting: Meeting, forms: MeetingForms) -> Meeting:
    return hold_meeting(meeting=meeting, content=forms.content, actor=work.actor, now=work.now)


def closed(work: Work, meeting: Meeting, forms: MeetingForms) -> SeeOther:
    """On to the minutes; what was kept on the way is no longer needed."""
    keeping.forget(work.actor, work.request.path)
    said = _("The meeting is on record, and its minutes are ready.")
    if not forms.result or not forms.result.has_quorum:
        said = _("The meeting is on record without a quorum: no row was settled.")
    return work.done(said, to=work.url("minutes", meeting.pk))


def moved_in_the_room(work: Work, meeting: Meeting, agenda: Agenda, *, number: str) -> SeeOther:
    """Someone at the table asks to discuss a row of the consent list; what is typed is kept."""
    keep_part(work, written(work))
    row = next((one.row for one in agenda.consent if str(one.row.number) == number), None)
    if row:
        move(work, meeting, row)
    return SeeOther(f"{work.request.path}#h-row{number}")


def meeting_forms(work: Work, meeting: Meeting, agenda: Agenda) -> MeetingForms:
    rows = [one.row for one in agenda.disputed]
    parties = parties_at_table(work.case, agenda.rows)
    known: dict[str, Any] = {"parties": parties, "rows": rows, "page_language": language()}
    if work.is_post:
        return MeetingForms(work.data, **known)
    kept = keeping.begun(work.request)
    given = typed_meeting(kept, rows) if kept else first_lines(work, meeting, parties)
    return MeetingForms(initial=given, **known)


def first_lines(work: Work, meeting: Meeting, parties: list[Party]) -> dict[str, Any]:
    """A line for each party that may be there, without an office: whoever is absent stays so."""
    lines = {f"p{n}": {"party": one.key} for n, one in enumerate(parties)}
    at = min(meeting.planned_at, work.now)
    return {"held_at": at, "count": max(len(parties), 2), **lines}


@work_page("hold_meeting")
def meeting_row(work: Work, row: int) -> HttpResponse:
    """One disputed row of the record, for a phone: settled or not, then on to the next one."""
    meeting = planned_meeting(work.case)
    if meeting is None:
        return SeeOther(work.url("meeting_invite"))
    agenda = agenda_of_meeting(meeting)
    place = next((n for n, one in enumerate(agenda.disputed) if one.row.number == row), None)
    if place is None:
        return SeeOther(work.url("meeting_hold"))
    shown = agenda.disputed[place]
    do = work.data.get("do", SAVE) if work.data else ""
    form = row_form(work, shown.row)
    if work.is_post and (do.startswith(TAKE) or form.is_valid()):
        keep_row(work, agenda, do=do)
        return SeeOther(work.request.path if do != SAVE else next_row(work, agenda, place))
    values = {
        "meeting": meeting,
        "shown": shown,
        "own": form,
        "place": place + 1,
        "all": len(agenda.disputed),
        "before": agenda.disputed[place - 1].row.number if place else None,
    }
    return work.show("meeting_row.html", values, form=form)


def keep_row(work: Work, agenda: Agenda, *, do: str) -> None:
    """What was written of one row goes into the record as it is kept."""
    fields = {name: said for name, said in written(work).items() if name.startswith("row")}
    if do.startswith(TAKE):
        take_wording(fields, agenda, do.removeprefix(TAKE))
    keep_part(work, fields, whole=kept_meeting(work))
    keeping.forget(work.actor, work.request.path)


def row_form(work: Work, row: Row) -> ResultForm:
    prefix = f"row{row.number}"
    if work.is_post:
        return ResultForm(work.data, prefix=prefix, row=row)
    kept = keeping.begun(work.request) or kept_meeting(work)
    return ResultForm(prefix=prefix, row=row, initial=typed_result(kept, row))
