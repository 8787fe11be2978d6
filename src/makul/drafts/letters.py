"""The letter that tells a body or an association of a draft: what it is, until when, how to answer."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from makul.cases.models import Case, Participation
from makul.cases.queries.judging import edition_of
from makul.core.calendar import Term, received_on, working_days_term
from makul.law.days_off import calendar
from makul.law.parameters import value_on
from makul.notices.actions import Letter
from makul.notices.invitation import due_calendar

TERM_OF_ROLE = {"lsg": "position", "association": "association"}


def term_if_delivered(case: Case, role: str, now: datetime) -> Term:
    """The party's term if the letter arrives now; the true one runs from its delivery."""
    days = edition_of(case).terms[TERM_OF_ROLE[role]].on(case.track)
    hour = value_on("evening_hour", timezone.localdate(now)).value
    start, _reason = received_on(now, evening_hour=int(hour), calendar=calendar())
    return working_days_term(start, days, calendar=calendar())


def notified_letter(case: Case, seat: Participation, now: datetime) -> Letter:
    """The notice of a draft in the language of the party's paperwork (Order, art. 18)."""
    party = seat.party
    term = term_if_delivered(case, seat.role, now)
    path = reverse("position_edit", args=[case.number])
    address = f"{settings.BASE_URL}{path}"
    with translation.override(party.language):
        title = _("Your position on a draft act is asked: case %(number)s") % {
            "number": case.number
        }
        body = body_of(case, seat, last_day=term.last_day, address=address)
        event = due_calendar(
            uid=f"{case.number}-{party.key}@{settings.MAKUL_ORIGIN}",
            title=_("Last day for a position: case %(number)s") % {"number": case.number},
            last_day=term.last_day,
            description=case.title(party.language),
            address=address,
            now=now,
        )
    return Letter(
        kind="notified",
        subject=case.subject,
        language=party.language,
        title=title,
        body=body,
        calendar=event,
        path=path,
    )


def body_of(case: Case, seat: Participation, *, last_day: date, address: str) -> str:
    language = seat.party.language
    draft = getattr(case, "draftact", None)
    summary = getattr(draft, f"summary_{language}", "") if draft else ""
    questions = getattr(draft, f"questions_{language}", "") if draft else ""
    no_text = _("The text in this language is not ready yet.")
    parts = [
        seat.party.name(language),
        "",
        _("A draft act that touches local self-government is in conciliation:"),
        case.title(language) or no_text,
        "",
        summary or no_text,
    ]
    if questions:
        parts += ["", _("Questions of the initiator:"), questions]
    parts += [
        "",
        _("Last day for your position, if this letter arrived today: %(day)s, until 24:00.")
        % {"day": date_format(last_day, "DATE_FORMAT")},
        _("If you do not answer, we record: no opinion submitted. This is not consent."),
        "",
        _("Read the draft and answer here:"),
        address,
        "",
        _("The whole case, open to everyone:"),
        f"{settings.BASE_URL}{reverse('case', args=[case.number])}",
    ]
    if case.is_demonstration:
        parts = [_("DEMONSTRATION: everything in this letter is invented."), "", *parts]
    return "\n".join(parts)
