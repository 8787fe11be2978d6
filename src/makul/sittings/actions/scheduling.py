"""Schedules sittings, postpones and cancels them; the day named stands in the entry, for the judge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from makul.cases.actions.opening import Opening, agreement_of, open_case
from makul.cases.actions.step import StatementInput, stand, state_step
from makul.cases.models import Agreement
from makul.core.errors import BadInput
from makul.law.procedures import sitting as rules
from makul.notices.actions import queue_notice
from makul.parties.models import Mandate, Party
from makul.sittings.actions.inviting import queue_invitations
from makul.sittings.actions.recording import locked
from makul.sittings.letters import cancelled_letter
from makul.sittings.models import Convocation, Sitting
from makul.sittings.queries.houses import convocation_of, invited_associations

CHAMBER = "chamber"
TITLES = {
    "committee": {"ky": "Комитеттин отуруму: {house}", "ru": "Заседание комитета: {house}"},
    "chamber": {"ky": "Пленардык отурум: {house}", "ru": "Пленарное заседание: {house}"},
}


@dataclass(frozen=True, slots=True)
class SittingInput:
    """When and where a house sits. `is_urgent`: an extraordinary sitting, with the short terms."""

    house: Party
    starts_at: datetime
    place: str = ""
    language: str = "ky"
    is_urgent: bool = False
    convocation: Convocation | None = None


@transaction.atomic
def schedule_sitting(*, content: SittingInput, actor: Mandate, now: datetime) -> Sitting:
    """A sitting with its case, begun by the day it is planned for.

    A day that has passed is taken too: a sitting nobody entered in time must be recordable.
    Raises: NotAllowed unless the actor acts for the house; BadInput `no_convocation`.
    """
    day = timezone.localdate(content.starts_at)
    convocation = content.convocation or convocation_of(content.house, on=day)
    if convocation is None:
        raise BadInput("no_convocation", day=day)
    kind = kind_of(content.house)
    case = open_case(
        opening=opening_of(content, kind=kind, now=now),
        actor=actor,
        now=now,
        step="scheduled",
        right="schedule_sitting",
        value=day_of(content.starts_at),
        data=plan_of(content.starts_at, content.place),
    )
    return Sitting.objects.create(
        case=case,
        house=content.house,
        convocation=convocation,
        kind=kind,
        starts_at=content.starts_at,
        place=content.place.strip(),
        language=content.language,
    )


def kind_of(house: Party) -> str:
    return Sitting.Kind.CHAMBER if house.body_kind == CHAMBER else Sitting.Kind.COMMITTEE


def opening_of(content: SittingInput, *, kind: str, now: datetime) -> Opening:
    house = content.house
    names = {"ky": house.name_ky, "ru": house.name_ru}
    titles = {
        code: TITLES[kind][code].format(house=name) if name else "" for code, name in names.items()
    }
    agreement: Agreement | None = agreement_of(
        initiator=house, on=timezone.localdate(now), procedure=rules.KEY
    )
    return Opening(
        act_kind="",
        track="short" if content.is_urgent else "ordinary",
        title_ky=titles["ky"],
        title_ru=titles["ru"],
        roles={"committee": [house]},
        agreement=agreement,
        is_demonstration=house.is_demonstration,
        procedure=rules.KEY,
        edition=rules.EDITIONS[-1],
    )


def day_of(at: datetime) -> str:
    """The day of a plan as the entry names it: the judge counts the invitation back from it."""
    return timezone.localdate(at).isoformat()


def plan_of(at: datetime, place: str) -> dict[str, str]:
    return {"planned_at": timezone.localtime(at).isoformat(), "place": place.strip()}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sitting is postponed or cancelled, in words."""

    text: str
    language: str = "ky"


@transaction.atomic
def postpone_sitting(
    *, sitting: Sitting, starts_at: datetime, reason: Reason, actor: Mandate, now: datetime
) -> Sitting:
    """Another day and hour; whoever had the agenda is invited anew at once.

    Raises: NotAllowed; BadInput `sitting_held`, `no_words`.
    """
    stand(sitting.case, actor, "schedule_sitting", now=now)
    sitting = not_held(sitting)
    sitting.starts_at = starts_at
    sitting.save(update_fields=["starts_at"])
    told = queue_invitations(sitting, now=now) if sitting.agenda_sent_at else []
    state_step(
        case=sitting.case,
        content=StatementInput(
            step="postponed",
            right="schedule_sitting",
            text=reason.text,
            language=reason.language,
            value=day_of(starts_at),
        ),
        actor=actor,
        now=now,
        data={**plan_of(starts_at, sitting.place), "told": told},
    )
    return sitting


@transaction.atomic
def cancel_sitting(*, sitting: Sitting, reason: Reason, actor: Mandate, now: datetime) -> Sitting:
    """The sitting will not be held; those who had the agenda are told. The case is closed.

    Raises: NotAllowed; BadInput `sitting_held`, `no_words`.
    """
    stand(sitting.case, actor, "schedule_sitting", now=now)
    sitting = not_held(sitting)
    told = list(invited_associations(sitting)) if sitting.agenda_sent_at else []
    for party in told:
        letter = cancelled_letter(sitting, party, reason=reason.text)
        queue_notice(letter=letter, party=party, now=now)
    state_step(
        case=sitting.case,
        content=StatementInput(
            step="cancelled",
            right="schedule_sitting",
            text=reason.text,
            language=reason.language,
        ),
        actor=actor,
        now=now,
        data={"told": [party.key for party in told]},
    )
    return sitting


def not_held(sitting: Sitting) -> Sitting:
    """The sitting as it stands now, locked. What has been held can be neither moved nor cancelled."""
    found = locked(sitting)
    if found.held_at:
        raise BadInput("sitting_held", number=found.number)
    return found
