"""The minutes after the meeting: one who was present corrects the record of his own words."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from makul.cases.actions.step import MOST_CHARACTERS, stand
from makul.cases.models import Case, Correction, Meeting, Signature
from makul.core.errors import BadInput, NotAllowed
from makul.documents.storing import digest
from makul.journal.actions import record
from makul.parties.models import Mandate


@transaction.atomic
def correct_minutes(
    *, meeting: Meeting, text: str, language: str, actor: Mandate, now: datetime
) -> Correction:
    """Attach a correction to the minutes; it replaces nothing (Model Order, art. 26).

    Raises: NotAllowed `was_not_present`; BadInput `not_held`, `protocol_is_signed`, `nothing_said`,
    `too_long`.
    """
    stand(meeting.case, actor, "correct_minutes", now=now)
    check_correction(meeting, text, actor=actor)
    correction = Correction.objects.create(
        meeting=meeting, party=actor.party, by=actor, language=language, text=text.strip(), at=now
    )
    record(
        subject=meeting.case.subject,
        action="minutes_corrected",
        party=actor.party.key,
        at=now,
        data={"meeting": meeting.pk, "sha256": digest(correction.text.encode())},
    )
    return correction


def check_correction(meeting: Meeting, text: str, *, actor: Mandate) -> None:
    if not meeting.held_at:
        raise BadInput("not_held")
    if not meeting.presences.filter(party=actor.party).exists():
        raise NotAllowed("was_not_present", party=actor.party.key)
    if is_signed(meeting.case):
        raise BadInput("protocol_is_signed", number=meeting.case.number)
    if not text.strip():
        raise BadInput("nothing_said")
    if len(text) > MOST_CHARACTERS:
        raise BadInput("too_long", number=1, limit=MOST_CHARACTERS)


def is_signed(case: Case) -> bool:
    """Whether a side has signed the protocol: from then on the minutes stand as they are."""
    return Signature.objects.filter(protocol__case=case, is_refused=False).exists()
