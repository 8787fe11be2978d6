"""Takes in dissenting opinions exactly as they are handed in: the minutes hold them word for word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from makul.cases.actions.step import MOST_CHARACTERS, stand, take_step
from makul.cases.queries.judging import role_of
from makul.core.errors import BadInput
from makul.documents.storing import digest
from makul.journal.actions import lock
from makul.parties.models import Mandate
from makul.sittings.actions.recording import check_not_approved
from makul.sittings.models import AgendaItem, Dissent

LANGUAGES = ("ky", "ru")


@dataclass(frozen=True, slots=True)
class DissentInput:
    """The words of a dissent; `office`: of the member, where the house itself enters it."""

    text: str
    language: str = "ky"
    office: str = ""


@transaction.atomic
def hand_in_dissent(
    *, item: AgendaItem, content: DissentInput, actor: Mandate, now: datetime
) -> Dissent:
    """A dissent on an item, not a letter changed; handed in twice it is one.

    The house enters that of a member, by office; a party hands in its own and signs.
    Raises: NotAllowed; BadInput `no_text_given`, `nobody_named`, `too_long`, `unknown_language`,
    `minutes_approved`.
    """
    case = item.sitting.case
    is_house = role_of(case, actor.party) == "committee"
    right = "record_sitting" if is_house else "hand_in_dissent"
    stand(case, actor, right, now=now)
    check_dissent(item, content, is_house=is_house)
    lock()
    sha256 = digest(content.text.encode())
    if known := item.dissents.filter(sha256=sha256, by=actor).first():
        return known
    dissent = Dissent.objects.create(
        item=item,
        sha256=sha256,
        by=actor,
        party=None if is_house else actor.party,
        office=content.office.strip(),
        language=content.language,
        text=content.text,
        at=now,
    )
    facts = {"item": item.pk, "sha256": sha256, "office": dissent.office}
    take_step(case=case, step="dissent", actor=actor, right=right, now=now, data=facts)
    return dissent


def check_dissent(item: AgendaItem, content: DissentInput, *, is_house: bool) -> None:
    check_not_approved(item.sitting)
    if not content.text.strip():
        raise BadInput("no_text_given")
    if len(content.text) > MOST_CHARACTERS:
        raise BadInput("too_long", number=1, limit=MOST_CHARACTERS)
    if content.language not in LANGUAGES:
        raise BadInput("unknown_language", language=content.language)
    if is_house and not content.office.strip():
        raise BadInput("nobody_named")
