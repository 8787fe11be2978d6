"""Letters on paper: a position that came by post, entered by the desk with its scan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from makul.cases.actions.positions import (
    STEP_OF_ROLE,
    PositionInput,
    check,
    give_receipt,
    replace_former,
    write_remarks,
)
from makul.cases.actions.step import stand, take_step
from makul.cases.models import Case, Position
from makul.cases.queries.board import text_digest
from makul.core.errors import BadInput
from makul.documents.models import Document, Version
from makul.documents.storing import File, digest, store_document
from makul.parties.models import Mandate, Party


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter on paper: whose it is, what it says, its scan, when it was received."""

    party: Party
    content: PositionInput
    scan: File
    received_at: datetime
    outgoing: str = ""  # the number and day that the letter itself bears


@transaction.atomic
def file_paper(
    *, case: Case, letter: Letter, actor: Mandate, now: datetime, version: Version | None = None
) -> Position:
    """File a position that came on paper; what the body itself has begun to draft stays untouched.

    Raises: NotAllowed; BadInput `not_in_the_case`, `no_stance`, `in_the_future`,
    `replace_term_over`, and what reading the scan or the remarks refuses.
    """
    stand(case, actor, "receive_paper", now=now)
    step = check_letter(case, letter)
    position = new_position(case, letter, actor=actor, now=now)
    position.version = version
    replace_former(position, step=step, now=now)
    position.save()
    write_remarks(position, letter.content.remarks)
    keep_scan(case, letter, now=now)
    entry = take_step(
        case=case,
        step=step,
        actor=actor,
        right="receive_paper",
        party=letter.party,
        now=now,
        happened_at=letter.received_at,
        value=position.stance,
        data={
            "position": position.pk,
            "sha256": text_digest(position),
            "scan": digest(letter.scan.data),
            **({"outgoing": letter.outgoing} if letter.outgoing else {}),
        },
    )
    give_receipt(position, entry, now=now)
    return position


def keep_scan(case: Case, letter: Letter, *, now: datetime) -> Document:
    """The scan in the name of the body; it may bear names and addresses, so the parties alone read it."""
    return store_document(
        subject=case.subject,
        kind=Document.Kind.POSITION,
        author=letter.party,
        files=[letter.scan],
        now=now,
        is_public=False,
    )


def check_letter(case: Case, letter: Letter) -> str:
    """The step the letter takes. Refuses one of a party that takes no part, or without a stance."""
    seat = case.participations.filter(party=letter.party, role__in=STEP_OF_ROLE).first()
    if seat is None:
        raise BadInput("not_in_the_case", party=letter.party.key)
    if not letter.content.stance:
        raise BadInput("no_stance")
    check(case, letter.content)
    return STEP_OF_ROLE[seat.role]


def new_position(case: Case, letter: Letter, *, actor: Mandate, now: datetime) -> Position:
    """The position of a letter, not saved yet."""
    return Position(
        case=case,
        party=letter.party,
        stance=letter.content.stance,
        summary=letter.content.summary,
        language=letter.content.language,
        state=Position.State.FILED,
        is_paper=True,
        drafted_by=actor,
        filed_by=actor,
        filed_at=letter.received_at,
        changed_at=now,
    )
