"""A draft position that is ready is laid before the one who may sign: a letter with the way to it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from makul.cases.actions.step import stand
from makul.cases.models import Position
from makul.core.errors import BadInput
from makul.journal.actions import record
from makul.law.forms import phrase
from makul.notices.actions import Letter, queue_notice
from makul.notices.writing import Words, letter_to, moment_said
from makul.parties.models import Mandate

ASKED = "signature_requested"


@transaction.atomic
def ask_signature(*, position: Position, actor: Mandate, now: datetime) -> Position:
    """Tell the body's own address that a draft waits; the same draft asked twice is told once.

    The record is internal: that a draft waits is nobody's business outside the body.
    Raises: NotAllowed; BadInput `not_a_draft`, `not_your_position`.
    """
    stand(position.case, actor, "draft_position", now=now)
    if position.state != Position.State.DRAFT:
        raise BadInput("not_a_draft")
    if position.party_id != actor.party_id:
        raise BadInput("not_your_position", party=position.party.key)
    again = f"{position.pk}-{position.changed_at:%y%m%d%H%M%S}"
    queue_notice(letter=asking_letter(position), party=position.party, now=now, again=again)
    record(
        subject=position.case.subject,
        action=ASKED,
        party=position.party.key,
        at=now,
        data={"position": position.pk},
    )
    return position


def asking_letter(position: Position) -> Letter:
    """Which draft, which stance, and the page where it is read and signed."""
    case = position.case
    return letter_to(
        position.party,
        about=case,
        kind=ASKED,
        subject=f"signing:{case.number}",  # of no case: its delivery is no entry of the case
        path=reverse("position_release", args=[case.number]),
        words=lambda: words_of(position),
    )


def words_of(position: Position) -> Words:
    language = position.party.language
    stance = phrase("stance", position.stance, language=language) if position.stance else "—"
    return Words(
        title=_("A draft waits for your signature: case %(number)s")
        % {"number": position.case.number},
        opening=_("A position on a draft act is ready and waits for the one who may sign:"),
        lines=[
            "",
            _("Stance: %(stance)s. Remarks: %(n)s.")
            % {"stance": stance, "n": position.remarks.count()},
            _("Drafted by: %(office)s, %(day)s.")
            % {
                "office": position.drafted_by.office(language),
                "day": moment_said(position.changed_at),
            },
            "",
        ],
        way=_("Read it and sign here:"),
    )
