"""A draft position that is ready is laid before the one who may sign: a letter with the way to it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from makul.cases.actions.step import stand
from makul.cases.models import Case, Position
from makul.core.errors import BadInput
from makul.journal.actions import record
from makul.law.forms import phrase
from makul.notices.actions import Letter, queue_notice
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
    case, language = position.case, position.party.language
    path = reverse("position_release", args=[case.number])
    with translation.override(language):
        title = _("A draft waits for your signature: case %(number)s") % {"number": case.number}
        body = body_of(case, position, address=f"{settings.BASE_URL}{path}")
    return Letter(
        kind=ASKED,
        subject=f"signing:{case.number}",  # of no case: its delivery is no entry of the case
        language=language,
        title=title,
        body=body,
        path=path,
    )


def body_of(case: Case, position: Position, *, address: str) -> str:
    language = position.party.language
    at = timezone.localtime(position.changed_at)
    stance = phrase("stance", position.stance, language=language) if position.stance else "—"
    parts = [
        position.party.name(language),
        "",
        _("A position on a draft act is ready and waits for the one who may sign:"),
        case.title(language) or _("The text in this language is not ready yet."),
        "",
        _("Stance: %(stance)s. Remarks: %(n)s.")
        % {"stance": stance, "n": position.remarks.count()},
        _("Drafted by: %(office)s, %(day)s.")
        % {
            "office": position.drafted_by.office(language),
            "day": f"{date_format(at, 'DATE_FORMAT')}, {at:%H:%M}",
        },
        "",
        _("Read it and sign here:"),
        address,
    ]
    if case.is_demonstration:
        parts = [_("DEMONSTRATION: everything in this letter is invented."), "", *parts]
    return "\n".join(parts)
