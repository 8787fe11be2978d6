"""The conciliation meeting: the invitation with its agenda, then the record, row by row."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.http import HttpResponse
from django.utils.translation import gettext as _

from makul.cases.actions.meetings import hold_meeting, invite_meeting
from makul.cases.forms.meeting import FIRST_PRESENT, InviteForm, MeetingForms, typed_meeting
from makul.cases.models import Meeting
from makul.cases.queries.judging import unsettled_rows
from makul.cases.queries.table import TableRow, table_of
from makul.cases.views.work.page import SeeOther, Work, language, work_page
from makul.core.errors import MakulError
from makul.law.days_off import calendar
from makul.law.order import order_terms
from makul.parties.models import Party

ADD, SAVE = "add", "save"


def planned(work: Work) -> Meeting | None:
    return work.case.meetings.filter(held_at__isnull=True).first()


def agenda(work: Work) -> dict[str, list[TableRow]]:
    """Two parts: rows for which a wording lies on the table, and rows to be discussed (art. 25)."""
    table = table_of(work.case, unsettled_rows(work.case), is_reply_term_over=True)
    short = [one for one in table if one.published and one.published.kind == "partly"]
    return {"part_a": short, "part_b": [one for one in table if one not in short]}


def earliest_day(work: Work) -> date | None:
    """The first day for which an invitation of today is in time."""
    days = order_terms(work.case.edition)["invite"].on(work.case.track)
    try:
        return calendar().worked_day(work.today, days)
    except MakulError:
        return None


@work_page("hold_meeting")
def meeting_invite(work: Work) -> HttpResponse:
    """Invite, or move a meeting that was not held yet."""
    meeting = planned(work)
    initial = {"planned_at": meeting.planned_at, "place": meeting.place} if meeting else {}
    form = InviteForm(work.data, initial=initial)
    if work.is_post and work.attempt(form, lambda: invite(work, form)):
        said = _("The invitation is on record.")
        return work.done(said, to=work.url("case_work"))
    values = {"meeting": meeting, "earliest": earliest_day(work), "term": work.term("meeting")}
    return work.show("meeting_invite.html", values | agenda(work), form=form)


def invite(work: Work, form: InviteForm) -> Meeting:
    given = form.cleaned_data
    return invite_meeting(
        case=work.case,
        planned_at=given["planned_at"],
        place=given["place"],
        actor=work.actor,
        now=work.now,
    )


def parties_of(work: Work) -> list[Party]:
    """Who may have been at the table: both sides, the desk, the deciders, authors of rows."""
    seats = work.case.participations.select_related("party")
    authors = work.case.rows.values_list("author_id", flat=True)
    at_table = seats.filter(~Q(role="lsg") | Q(party__in=authors))
    return [seat.party for seat in at_table.order_by("role", "party__key")]


@work_page("hold_meeting")
def meeting_hold(work: Work) -> HttpResponse:
    """Record a meeting as it was held; without a quorum no row is settled."""
    meeting = planned(work)
    if meeting is None:
        return SeeOther(work.url("meeting_invite"))
    do = work.data.get("do", SAVE) if work.data else ""
    forms = meeting_forms(work, meeting, do=do)
    if do == SAVE and work.attempt(
        forms,
        lambda: hold_meeting(
            meeting=meeting, content=forms.content, actor=work.actor, now=work.now
        ),
    ):
        said = _("The meeting is on record.")
        if not forms.result or not forms.result.has_quorum:
            said = _("The meeting is on record without a quorum: no row was settled.")
        return work.done(said, to=work.url("case_work"))
    values = {"meeting": meeting, "forms": forms, "term": work.term("meeting")}
    return work.show(
        "meeting_hold.html", values | paired(work, forms), form=forms if do == SAVE else None
    )


def meeting_forms(work: Work, meeting: Meeting, *, do: str) -> MeetingForms:
    rows = list(unsettled_rows(work.case))
    known = {"parties": parties_of(work), "rows": rows, "page_language": language()}
    if do == SAVE:
        return MeetingForms(work.data, **known)  # type: ignore[arg-type]
    if work.data:
        given = typed_meeting(work.data, rows)
        return MeetingForms(initial=given, add=counted(given), **known)  # type: ignore[arg-type]
    return MeetingForms(initial={"held_at": meeting.planned_at}, **known)  # type: ignore[arg-type]


def counted(given: dict[str, object]) -> int:
    """How many lines more than the first ones: those there were, and one."""
    return sum(key.startswith("p") and key[1:].isdigit() for key in given) - FIRST_PRESENT + 1


def paired(work: Work, forms: MeetingForms) -> dict[str, object]:
    """Each row of the agenda beside its form."""
    by_row = {one.row.pk: one for one in forms.results}
    return {
        part: [(one, by_row.get(one.row.pk)) for one in rows] for part, rows in agenda(work).items()
    }
