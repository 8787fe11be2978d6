"""Materials: the experts ask for them once, the initiator hands them in, and nothing waits for ever."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from makul.cases.actions.step import StatementInput, stand, state_step
from makul.cases.models import Statement
from makul.core.errors import BadInput
from makul.documents.models import Document
from makul.documents.storing import File, digests, store_document
from makul.expertise.letters import materials_letter
from makul.expertise.models import Expertise
from makul.notices.actions import queue_notice
from makul.parties.models import Mandate, Party


@transaction.atomic
def ask_materials(
    *, expertise: Expertise, text: str, language: str, actor: Mandate, now: datetime
) -> Statement:
    """Ask the initiator for materials, all at once and once only.

    Raises: NotAllowed; BadInput `already_asked`, `no_words`, `too_long`, `case_closed`.
    """
    case = expertise.case
    stand(case, actor, "ask_materials", now=now)
    if case.statements.filter(step="materials_asked").exists():
        raise BadInput("already_asked")
    for party in answering(expertise):
        letter = materials_letter(expertise, party, text=text)
        queue_notice(letter=letter, party=party, now=now)
    content = StatementInput(
        step="materials_asked", right="ask_materials", text=text, language=language
    )
    return state_step(case=case, content=content, actor=actor, now=now)


@transaction.atomic
def give_materials(
    *,
    expertise: Expertise,
    text: str,
    language: str,
    files: Sequence[File],
    actor: Mandate,
    now: datetime,
) -> Statement:
    """Hand in the materials asked for: in words, and in files.

    Raises: NotAllowed; BadInput `not_asked`, `no_words`, what a file is refused for, `case_closed`.
    """
    case = expertise.case
    stand(case, actor, "give_materials", now=now)
    if not case.statements.filter(step="materials_asked").exists():
        raise BadInput("not_asked")
    content = StatementInput(
        step="materials_given", right="give_materials", text=text, language=language
    )
    return state_step(
        case=case, content=content, actor=actor, now=now, data=kept(expertise, files, actor, now)
    )


def kept(
    expertise: Expertise, files: Sequence[File], actor: Mandate, now: datetime
) -> dict[str, object]:
    """Keep files that come with words; what the entry says of them. Nothing where none came."""
    found: dict[str, object] = {}
    for number, file in enumerate(files, 1):
        document = store_document(
            subject=expertise.case.subject,
            kind=Document.Kind.ATTACHMENT,
            author=actor.party,
            files=[file],
            now=now,
        )
        found[f"file_{number}"] = {"document": document.pk, "sha256": digests(document)}
    return found


def answering(expertise: Expertise) -> list[Party]:
    """The initiator, or the committee where no initiator takes part."""
    seats = expertise.case.participations.select_related("party")
    for role in ("initiator", "committee"):
        if found := [seat.party for seat in seats if seat.role == role]:
            return found
    return []
