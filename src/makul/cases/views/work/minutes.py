"""The minutes of a meeting: read, printed in both languages, corrected by those who were present."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from makul.cases.actions.minutes import correct_minutes, is_signed
from makul.cases.forms.minutes import CorrectionForm
from makul.cases.minutes import protocol_due
from makul.cases.models import Meeting, Protocol
from makul.cases.papers.agenda import agenda_paper
from makul.cases.papers.minutes import minutes_paper
from makul.cases.queries.meetings import held_meetings, minutes_of, planned_meeting
from makul.cases.views.work.page import SeeOther, Work, language, work_page
from makul.core.errors import NotAllowed
from makul.documents.paper import Paper, PaperLanguage
from makul.documents.pdf_writing import write_pdf
from makul.documents.word_writing import write_docx

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
PAPER_LANGUAGES: dict[str, PaperLanguage] = {"ky": "ky", "ru": "ru", "ky-ru": "ky+ru"}


def held_meeting(work: Work, meeting: int) -> Meeting:
    """The meeting held in this case. Raises Http404; NotAllowed for who takes no part in it."""
    if not work.role:
        raise NotAllowed("wrong_role", action="correct_minutes", role="none")
    found = Meeting.objects.select_related("case")
    return get_object_or_404(found, pk=meeting, case=work.case, held_at__isnull=False)


@work_page()
def latest_minutes(work: Work) -> HttpResponse:
    """On to the minutes of the latest meeting; before any is held, back to the case."""
    meetings = held_meetings(work.case)
    if not meetings:
        return work.done(_("No meeting has been held in this case yet."), to=work.url("case_work"))
    return SeeOther(work.url("minutes", meetings[0].pk))


@work_page()
def minutes(work: Work, meeting: int) -> HttpResponse:
    """The minutes whole, the corrections attached, and for one who was present the form for one."""
    held = held_meeting(work, meeting)
    found = minutes_of(held)
    was_there = any(one.presence.party_id == work.actor.party_id for one in found.present)
    form = CorrectionForm(work.data, initial={"language": work.actor.party.language})
    if work.is_post and work.attempt(form, lambda: correct(work, held, form)):
        said = _("Your correction is attached to the minutes.")
        return work.done(said, to=work.url("minutes", held.pk) + "#h-corrections")
    protocol = Protocol.objects.filter(case=work.case).first()
    values = {
        "minutes": found,
        "was_there": was_there,
        "is_signed": is_signed(work.case),
        "protocol": protocol,
        "protocol_due": protocol_due(held),
        "may_draw": not protocol and work.may("draw_protocol") and bool(held.has_quorum),
        "file_languages": [("ky", "кыргызча"), ("ru", "русский"), ("ky-ru", "кыргызча + русский")],
        "is_desk": True,
    }
    return work.show("minutes.html", values, form=form)


def correct(work: Work, held: Meeting, form: CorrectionForm) -> object:
    given = form.cleaned_data
    return correct_minutes(
        meeting=held,
        text=given["text"],
        language=given["language"],
        actor=work.actor,
        now=work.now,
    )


@work_page()
def minutes_file(work: Work, meeting: int, name: str, kind: str) -> HttpResponse:
    """The minutes as Word or PDF, in one language or in both."""
    held = held_meeting(work, meeting)
    paper = minutes_paper(minutes_of(held), language=paper_language(name), now=work.now)
    return as_file(paper, name=f"minutes-{work.case.number}-{name}", kind=kind)


@work_page("discuss_row", "consider")
def agenda_file(work: Work, name: str, kind: str) -> HttpResponse:
    """The agenda of the meeting to come as Word or PDF."""
    meeting = planned_meeting(work.case)
    if meeting is None:
        raise Http404
    paper = agenda_paper(meeting, language=paper_language(name), now=work.now)
    return as_file(paper, name=f"agenda-{work.case.number}-{name}", kind=kind)


def paper_language(name: str) -> PaperLanguage:
    if name not in PAPER_LANGUAGES:
        raise Http404
    return PAPER_LANGUAGES[name]


def as_file(paper: Paper, *, name: str, kind: str) -> HttpResponse:
    data = write_pdf(paper) if kind == "pdf" else write_docx(paper)
    answer = HttpResponse(data, content_type=TYPES[kind], headers={"Content-Language": language()})
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return answer
