"""A case on the association's own motion: on a draft that nobody submitted to conciliation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from makul.cases.actions.opening import Opening, agreement_of, open_case
from makul.cases.models import Case
from makul.core.errors import BadInput
from makul.documents.models import Document
from makul.documents.storing import File, digest, store_document
from makul.parties.models import Mandate, Party


@dataclass(frozen=True, slots=True)
class Motion:
    """The draft as the association knows it: its kind and title, whose it is, who will decide it."""

    act_kind: str
    title_ky: str
    title_ru: str
    initiator: Party
    deciders: Sequence[Party]
    files: Sequence[File] = ()


@transaction.atomic
def open_own_motion(*, motion: Motion, actor: Mandate, now: datetime) -> Case:
    """Open a case on a draft not submitted (Order, arts. 8 and 36); an agreement still binds its sides.

    Raises: NotAllowed; BadInput `no_title`, `no_decider`, `two_roles`, and what reading the texts
    refuses.
    """
    if not (motion.title_ky.strip() or motion.title_ru.strip()):
        raise BadInput("no_title")
    if not motion.deciders:
        raise BadInput("no_decider")
    agreement = agreement_of(initiator=motion.initiator, on=timezone.localdate(now))
    roles = {
        "initiator": [motion.initiator],
        "association": [agreement.association if agreement else actor.party],
        "decider": list(motion.deciders),
    }
    if agreement:
        roles |= {"facilitator": [agreement.facilitator], "appeal_body": [agreement.appeal_body]}
    opening = Opening(
        act_kind=motion.act_kind,
        track="ordinary",
        title_ky=motion.title_ky.strip(),
        title_ru=motion.title_ru.strip(),
        roles=roles,
        agreement=agreement,
        is_demonstration=actor.party.is_demonstration,
    )
    texts = {file.language: digest(file.data) for file in motion.files}
    case = open_case(
        opening=opening, actor=actor, now=now, step="opened", right="open", data={"texts": texts}
    )
    keep_texts(case, motion.files, actor=actor, now=now)
    return case


def keep_texts(case: Case, files: Sequence[File], *, actor: Mandate, now: datetime) -> None:
    if files:
        kind = Document.Kind.DRAFT
        store_document(subject=case.subject, kind=kind, author=actor.party, files=files, now=now)
