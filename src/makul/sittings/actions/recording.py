"""Keeps the record while a house sits: who is there, who speaks, how it is voted, what is decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from makul.cases.actions.step import MOST_CHARACTERS, stand, take_step
from makul.cases.models import Participation
from makul.core.errors import BadInput
from makul.documents.storing import digest
from makul.journal.actions import record
from makul.journal.models import Entry
from makul.parties.models import Mandate, Party
from makul.sittings.models import AgendaItem, Ballot, Presence, Sitting, Speech


@dataclass(frozen=True, slots=True)
class PresenceInput:
    """One line of who was there: a party, or those who are none, by office only and counted."""

    kind: str
    party: Party | None = None
    office: str = ""
    count: int = 1
    came: bool = True
    is_remote: bool = False


@dataclass(frozen=True, slots=True)
class SpeechInput:
    """What one said. `order`: which speech is written anew; none: the next one.

    `is_given` false: asked for the word and was not given it.
    """

    party: Party | None = None
    office: str = ""
    text_ky: str = ""
    text_ru: str = ""
    is_word_for_word: bool = False
    asked_at: datetime | None = None
    is_given: bool = True
    order: int | None = None


@dataclass(frozen=True, slots=True)
class BallotInput:
    """A vote on an item; `order`: the first, the second of the same item."""

    votes_for: int
    votes_against: int
    is_carried: bool
    abstained: int = 0
    reading: int | None = None
    words_ky: str = ""
    words_ru: str = ""
    order: int = 1


@transaction.atomic
def note_presence(
    *, sitting: Sitting, presences: Sequence[PresenceInput], actor: Mandate, now: datetime
) -> list[Presence]:
    """Who is there, the whole list at once: the same list sent twice is one list.

    A party that is there and took no part in the case takes part from now on: it may correct.
    Raises: NotAllowed; BadInput `nobody_named`, `named_twice`, `minutes_approved`.
    """
    stand(sitting.case, actor, "record_sitting", now=now)
    check_not_approved(sitting)
    check_presences(presences)
    sitting.presences.all().delete()
    kept = Presence.objects.bulk_create(
        Presence(
            sitting=sitting,
            kind=one.kind,
            party=one.party,
            office=one.office.strip(),
            count=one.count,
            came=one.came,
            is_remote=one.is_remote,
        )
        for one in presences
    )
    seat_present(sitting, presences)
    record_of(
        sitting,
        "presence_noted",
        actor=actor,
        now=now,
        data={
            "came": sorted(p.party.key for p in presences if p.party and p.came),
            "not_come": sorted(p.party.key for p in presences if p.party and not p.came),
            "others": sum(p.count for p in presences if p.party is None and p.came),
        },
    )
    return kept


def check_presences(presences: Sequence[PresenceInput]) -> None:
    for one in presences:
        if one.kind not in Presence.Kind.values:
            raise BadInput("unknown_presence", kind=one.kind)
        if one.party is None and not one.office.strip():
            raise BadInput("nobody_named")
    named = [(one.party.pk, one.office.strip()) for one in presences if one.party]
    if len(named) != len(set(named)):
        raise BadInput("named_twice")


def seat_present(sitting: Sitting, presences: Sequence[PresenceInput]) -> None:
    seated = set(sitting.case.participations.values_list("party_id", flat=True))
    came = {one.party.pk: one.party for one in presences if one.party and one.came}
    Participation.objects.bulk_create(
        Participation(case=sitting.case, party=party, role="invited")
        for key, party in came.items()
        if key not in seated
    )


@transaction.atomic
def note_speech(*, item: AgendaItem, content: SpeechInput, actor: Mandate, now: datetime) -> Speech:
    """One who spoke, in turn, or asked for the word in vain; the same words sent twice are one speech.

    Raises: NotAllowed; BadInput `nobody_named`, `too_long`, `minutes_approved`.
    """
    stand(item.sitting.case, actor, "record_sitting", now=now)
    check_not_approved(item.sitting)
    if content.party is None and not content.office.strip():
        raise BadInput("nobody_named")
    if max(len(content.text_ky), len(content.text_ru)) > MOST_CHARACTERS:
        raise BadInput("too_long", number=1, limit=MOST_CHARACTERS)
    speech, _new = Speech.objects.update_or_create(
        item=item,
        order=order_of(item, content),
        defaults={
            "party": content.party,
            "office": content.office.strip(),
            "text_ky": content.text_ky,
            "text_ru": content.text_ru,
            "is_word_for_word": content.is_word_for_word,
            "asked_at": content.asked_at,
            "is_given": content.is_given,
        },
    )
    said = f"{content.text_ky}\x1f{content.text_ru}"
    record_of(
        item.sitting,
        "speech_noted" if content.is_given else "word_not_given",
        actor=actor,
        now=now,
        to=content.party.key if content.party else "",
        data={"item": item.pk, "order": speech.order, "sha256": digest(said.encode())},
    )
    return speech


def order_of(item: AgendaItem, content: SpeechInput) -> int:
    """The place named, else that of the same words said last, else the next."""
    if content.order is not None:
        return content.order
    last = item.speeches.order_by("-order").first()
    same = last and (last.party, last.office, last.text_ky, last.text_ru, last.is_given) == (
        content.party,
        content.office.strip(),
        content.text_ky,
        content.text_ru,
        content.is_given,
    )
    highest: int = item.speeches.aggregate(last=Max("order"))["last"] or 0
    return highest if same else highest + 1


@transaction.atomic
def record_ballot(
    *, item: AgendaItem, content: BallotInput, actor: Mandate, now: datetime
) -> Ballot:
    """A vote on an item; written again under the same order it is corrected.

    Raises: NotAllowed; BadInput `minutes_approved`.
    """
    stand(item.sitting.case, actor, "record_sitting", now=now)
    check_not_approved(item.sitting)
    ballot, _new = Ballot.objects.update_or_create(
        item=item,
        order=content.order,
        defaults={
            "reading": content.reading,
            "words_ky": content.words_ky.strip(),
            "words_ru": content.words_ru.strip(),
            "votes_for": content.votes_for,
            "votes_against": content.votes_against,
            "abstained": content.abstained,
            "is_carried": content.is_carried,
        },
    )
    record_of(
        item.sitting,
        "vote_recorded",
        actor=actor,
        now=now,
        value="carried" if content.is_carried else "not_carried",
        data={
            "item": item.pk,
            "order": content.order,
            "votes": [content.votes_for, content.votes_against, content.abstained],
        },
    )
    return ballot


@transaction.atomic
def decide_item(
    *, item: AgendaItem, decision_ky: str, decision_ru: str, actor: Mandate, now: datetime
) -> AgendaItem:
    """What the house decided on an item, in words.

    Raises: NotAllowed; BadInput `no_text_given`, `minutes_approved`.
    """
    stand(item.sitting.case, actor, "record_sitting", now=now)
    check_not_approved(item.sitting)
    if not (decision_ky.strip() or decision_ru.strip()):
        raise BadInput("no_text_given")
    item.decision_ky, item.decision_ru = decision_ky.strip(), decision_ru.strip()
    item.save(update_fields=["decision_ky", "decision_ru"])
    said = f"{item.decision_ky}\x1f{item.decision_ru}"
    record_of(
        item.sitting,
        "item_decided",
        actor=actor,
        now=now,
        data={"item": item.pk, "sha256": digest(said.encode())},
    )
    return item


@transaction.atomic
def hold_sitting(
    *,
    sitting: Sitting,
    held_at: datetime,
    actor: Mandate,
    now: datetime,
    ended_at: datetime | None = None,
    has_quorum: bool | None = None,
) -> Sitting:
    """The sitting was held: a fact, whoever was not invited to it. The judge says what that is worth.

    Recording it twice corrects its hours and makes no second step.
    Raises: NotAllowed; BadInput `in_the_future`, `ended_before_it_began`, `minutes_approved`,
    `case_closed`.
    """
    stand(sitting.case, actor, "record_sitting", now=now)
    check_not_approved(sitting)
    if ended_at and ended_at < held_at:
        raise BadInput("ended_before_it_began")
    sitting = locked(sitting)
    is_new = sitting.held_at is None
    sitting.held_at, sitting.ended_at, sitting.has_quorum = held_at, ended_at, has_quorum
    sitting.save(update_fields=["held_at", "ended_at", "has_quorum"])
    ended = ended_at.isoformat() if ended_at else ""
    facts = {"items": items_on(sitting), "quorum": has_quorum, "ended_at": ended}
    if not is_new:
        record_of(sitting, "sitting_corrected", actor=actor, now=now, data=facts)
        return sitting
    take_step(
        case=sitting.case,
        step="held",
        actor=actor,
        right="record_sitting",
        now=now,
        happened_at=held_at,
        data=facts,
    )
    return sitting


def locked(sitting: Sitting) -> Sitting:
    """The sitting as it stands now; nobody else changes it until this is done."""
    fresh = Sitting.objects.select_for_update(of=("self",))
    return fresh.select_related("case__agreement", "house").get(pk=sitting.pk)


def items_on(sitting: Sitting) -> int:
    return sitting.items.filter(taken_off_at__isnull=True).count()


def check_not_approved(sitting: Sitting) -> None:
    """Approved minutes stand as they are, and the record behind them; so does that of a closed case."""
    minutes = getattr(sitting, "minutes", None)
    if minutes and minutes.approved_at:
        raise BadInput("minutes_approved", number=sitting.number)
    if sitting.case.is_closed:
        raise BadInput("case_closed", number=sitting.number, outcome=sitting.case.outcome)


def record_of(
    sitting: Sitting,
    action: str,
    *,
    actor: Mandate,
    now: datetime,
    to: str = "",
    value: str = "",
    data: Mapping[str, object] | None = None,
) -> Entry:
    return record(
        subject=sitting.case.subject,
        action=action,
        party=actor.party.key,
        at=now,
        to=to,
        value=value,
        data=dict(data or {}),
    )
