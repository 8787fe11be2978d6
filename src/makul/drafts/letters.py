"""The letter that tells a body or an association of a draft: what it is, until when, how to answer."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.models import Case, Participation
from makul.cases.queries.judging import edition_of
from makul.core.calendar import Term, received_on, working_days_term
from makul.law.days_off import calendar
from makul.law.parameters import value_on
from makul.notices.actions import Letter
from makul.notices.invitation import due_calendar
from makul.notices.writing import Words, day_said, letter_to, page_address, text_or_gap

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
    last_day = term_if_delivered(case, seat.role, now).last_day
    path = reverse("position_edit", args=[case.number])

    def words() -> Words:
        return Words(
            title=_("Your position on a draft act is asked: case %(number)s")
            % {"number": case.number},
            opening=_("A draft act that touches local self-government is in conciliation:"),
            lines=[*summary_of(case, party.language), "", *lines_of_term(last_day), ""],
            way=_("Read the draft and answer here:"),
            after=[
                "",
                _("The whole case, open to everyone:"),
                page_address(reverse("case", args=[case.number])),
            ],
            calendar=due_calendar(
                uid=f"{case.number}-{party.key}@{settings.MAKUL_ORIGIN}",
                title=_("Last day for a position: case %(number)s") % {"number": case.number},
                last_day=last_day,
                description=case.title(party.language),
                address=page_address(path),
                now=now,
            ),
        )

    return letter_to(party, about=case, kind="notified", path=path, words=words)


def summary_of(case: Case, language: str) -> list[str]:
    """What the draft is for, and what its initiator asks of those it touches."""
    draft = getattr(case, "draftact", None)
    summary = getattr(draft, f"summary_{language}", "") if draft else ""
    questions = getattr(draft, f"questions_{language}", "") if draft else ""
    asked = ["", _("Questions of the initiator:"), questions] if questions else []
    return ["", text_or_gap(summary), *asked]


def lines_of_term(last_day: date) -> list[str]:
    return [
        _("Last day for your position, if this letter arrived today: %(day)s, until 24:00.")
        % {"day": day_said(last_day)},
        _("If you do not answer, we record: no opinion submitted. This is not consent."),
    ]
