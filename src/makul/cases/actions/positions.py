"""Positions: one of the body drafts, another with the mandate to sign files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from makul.cases.actions.boarding import board_word
from makul.cases.actions.step import stand, take_step
from makul.cases.models import Case, Position, Remark, Row, RowRemark
from makul.cases.queries.board import text_digest
from makul.cases.queries.judging import status_of
from makul.cases.queries.texts import known_eids
from makul.cases.receipts import receipt_letter
from makul.core.errors import BadInput
from makul.documents.models import Version
from makul.journal.actions import record
from makul.journal.models import Entry
from makul.law.forms import values
from makul.notices.actions import queue_notice
from makul.parties.models import Mandate, Party

MOST_REMARKS = 200
MOST_CHARACTERS = 20_000
MOST_SOM = 10**15
STEP_OF_ROLE = {"lsg": "position", "association": "association_position"}
SYSTEM_STANCES = frozenset({"silent", "not_notified"})


@dataclass(frozen=True, slots=True)
class RemarkInput:
    """One remark as it is written; sums in whole som, None where not reckoned."""

    eid: str
    kind: str
    text: str
    wording: str = ""
    reason: str = ""
    once_som: int | None = None
    yearly_som: int | None = None


@dataclass(frozen=True, slots=True)
class PositionInput:
    """A position as it is written: its stance, a word on the whole, its remarks."""

    stance: str
    language: str
    summary: str = ""
    remarks: Sequence[RemarkInput] = ()


@transaction.atomic
def draft_position(
    *,
    case: Case,
    content: PositionInput,
    actor: Mandate,
    now: datetime,
    party: Party | None = None,
    is_paper: bool = False,
    version: Version | None = None,
) -> Position:
    """Save the draft of a party's position, in the place of its former draft.

    `party` is another's only where a letter on paper is entered for it.
    Raises: NotAllowed; BadInput `unknown_stance`, `unknown_provision`, `too_long`, `too_many`.
    """
    stand(case, actor, "receive_paper" if is_paper else "draft_position", now=now)
    check(case, content)
    position, _new = Position.objects.update_or_create(
        case=case,
        party=party or actor.party,
        state=Position.State.DRAFT,
        defaults={
            **{name: getattr(content, name) for name in ("stance", "summary", "language")},
            "drafted_by": actor,
            "changed_at": now,
            "is_paper": is_paper,
            "version": version,
        },
    )
    position.remarks.all().delete()
    write_remarks(position, content.remarks)
    record(
        subject=case.subject,
        action="position_drafted",
        party=position.party.key,
        at=now,
        data={"sha256": text_digest(position)},
    )
    return position


def write_remarks(position: Position, remarks: Sequence[RemarkInput]) -> None:
    Remark.objects.bulk_create(
        [
            Remark(
                position=position,
                order=order,
                eid=one.eid,
                kind=one.kind,
                text=one.text,
                wording=one.wording,
                reason=one.reason,
                once_som=one.once_som,
                yearly_som=one.yearly_som,
            )
            for order, one in enumerate(remarks, 1)
        ]
    )


def check(case: Case, content: PositionInput) -> None:
    """Refuse what cannot be kept: unknown words, unknown provisions, sizes beyond any paper."""
    if content.stance and content.stance not in set(values("stance")) - SYSTEM_STANCES:
        raise BadInput("unknown_stance", stance=content.stance)
    if len(content.remarks) > MOST_REMARKS:
        raise BadInput("too_many", limit=MOST_REMARKS)
    eids = known_eids(case)
    for number, one in enumerate(content.remarks, 1):
        check_remark(one, number=number, eids=eids)


def check_remark(one: RemarkInput, *, number: int, eids: frozenset[str]) -> None:
    if one.eid and one.eid not in eids:
        raise BadInput("unknown_provision", number=number, eid=one.eid)
    if one.kind not in values("remark.kind"):
        raise BadInput("unknown_kind_of_remark", number=number, kind=one.kind)
    if not one.text.strip() and not one.wording.strip():
        raise BadInput("empty_remark", number=number)
    if max(len(one.text), len(one.wording), len(one.reason)) > MOST_CHARACTERS:
        raise BadInput("too_long", number=number, limit=MOST_CHARACTERS)
    for som in (one.once_som, one.yearly_som):
        if som is not None and not 0 <= som <= MOST_SOM:
            raise BadInput("bad_sum", number=number, sum=som)


@transaction.atomic
def file_position(
    *,
    position: Position,
    actor: Mandate,
    now: datetime,
    happened_at: datetime | None = None,
    without_board: bool = False,
) -> Position:
    """File a drafted position: from now on it is what the body says.

    Filing the same draft twice files it once. A former position is kept as replaced, until the last
    day. `without_board`: an association signs without the word of its board.
    Raises: NotAllowed; BadInput `no_stance`, `replace_term_over`, `board_awaited`.
    """
    position = Position.objects.select_for_update().get(pk=position.pk)
    if position.state == Position.State.FILED:
        return position
    case = position.case
    right = "receive_paper" if position.is_paper else "file_position"
    stand(case, actor, right, now=now)
    check_to_file(position, actor)
    role = case.participations.get(party=position.party).role
    board = board_word(position, role=role, is_without=without_board, now=now)
    replace_former(position, step=STEP_OF_ROLE[role], now=now)
    position.state = Position.State.FILED
    position.filed_by, position.filed_at = actor, happened_at or now
    position.save()
    entry = take_step(
        case=case,
        step=STEP_OF_ROLE[role],
        actor=actor,
        right=right,
        party=position.party,
        now=now,
        happened_at=happened_at,
        value=position.stance,
        data={"position": position.pk, "sha256": text_digest(position), **board},
    )
    give_receipt(position, entry, now=now)
    return position


def give_receipt(position: Position, entry: Entry, *, now: datetime) -> None:
    """Number the filing by its entry and send the receipt to the body's own address."""
    position.receipt = f"{position.case.number}-{entry.number}"
    position.save(update_fields=["receipt"])
    letter = receipt_letter(position, entry)
    queue_notice(letter=letter, party=position.party, now=now, again=str(entry.number))


def check_to_file(position: Position, actor: Mandate) -> None:
    if not position.is_paper and position.party_id != actor.party_id:
        raise BadInput("not_your_position", party=position.party.key)
    if not position.stance:
        raise BadInput("no_stance")


def replace_former(position: Position, *, step: str, now: datetime) -> None:
    """Set aside the party's filed position; its remarks leave the rows they were put into."""
    former = Position.objects.filter(
        case=position.case, party=position.party, state=Position.State.FILED
    ).first()
    if former is None:
        return
    open_steps = {
        (may.step, may.party) for may in status_of(position.case, today=timezone.localdate(now)).may
    }
    if (step, position.party.key) not in open_steps:
        raise BadInput("replace_term_over", receipt=former.receipt)
    former.state = Position.State.REPLACED
    former.save(update_fields=["state"])
    RowRemark.objects.filter(remark__position=former).delete()
    Row.objects.filter(case=position.case, links__isnull=True).delete()
