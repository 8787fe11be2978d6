"""A committee's sitting step by step: scheduled, an item put on, invited, held, its minutes drafted."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from makul.bills.models import Bill
from makul.cases.actions.opening import make_agreement
from makul.cases.models import Agreement, Case
from makul.cases.queries.judging import status_of
from makul.core.procedure import Breach, Status
from makul.notices.models import Notice
from makul.notices.post import Answer
from makul.sittings.actions.agenda import ItemInput, add_item
from makul.sittings.actions.inviting import invite_associations
from makul.sittings.actions.minutes import draft_minutes
from makul.sittings.actions.recording import PresenceInput, hold_sitting, note_presence
from makul.sittings.actions.scheduling import SittingInput, schedule_sitting
from makul.sittings.models import AgendaItem, Convocation, Minutes, Sitting
from makul.web.worker import deliver, record_deliveries
from tests.scene import LONG_AGO, Scene

SET = datetime.fromisoformat("2026-10-12T10:00+06:00")  # a Monday; the sitting is on Wednesday 28
HELD = datetime.fromisoformat("2026-10-28T10:00+06:00")
LAST_DAY = date(2026, 10, 20)  # five full working days before 28 October


class Postman:
    """A post office that takes every letter, or refuses every one."""

    def __init__(self, *, takes: bool = True) -> None:
        self.takes = takes

    def send(self, notice: Notice) -> Answer:
        return Answer.delivered("ok") if self.takes else Answer.refused("no such address")


def convocation() -> Convocation:
    return Convocation.objects.get_or_create(
        number="VIII", defaults={"from_on": LONG_AGO, "source": "invented"}
    )[0]


def undertaken(scene: Scene) -> Agreement:
    """The committee has undertaken to keep the order of sittings: what it leaves out is a breach."""
    return make_agreement(
        agreement=Agreement(
            procedure="sitting",
            edition="2026-proposed",
            initiator=scene.committee,
            association=scene.union,
            facilitator=scene.desk,
            appeal_body=scene.panel,
            document="demonstration undertaking",
            signed_on=LONG_AGO,
        ),
        now=SET,
    )


def scheduled(scene: Scene, *, at: datetime = SET, starts_at: datetime = HELD) -> Sitting:
    """A sitting planned for 28 October, under the committee's undertaking."""
    convocation()
    if not Agreement.objects.filter(procedure="sitting").exists():
        undertaken(scene)
    content = SittingInput(house=scene.committee, starts_at=starts_at, place="305")
    return schedule_sitting(content=content, actor=scene.drafter(scene.committee), now=at)


def put_item(
    scene: Scene,
    sitting: Sitting,
    *,
    bill: Bill | None = None,
    at: datetime = SET,
    touches: bool = True,
    readings: str = "1",
    conciliation: Case | None = None,
) -> AgendaItem:
    """An item that touches local communities, about a bill or about something else."""
    content = ItemInput(
        title_ky="" if bill else "Көчө жарыгы жөнүндө маалымат",
        title_ru="" if bill else "Информация об уличном освещении",
        bill=bill,
        conciliation=conciliation,
        readings=readings if bill else "",
        touches_local=touches,
        reason="the duty to appoint an inspector",
    )
    return add_item(sitting=sitting, content=content, actor=scene.drafter(scene.committee), now=at)


def invite(scene: Scene, sitting: Sitting, *, at: datetime = SET, takes: bool = True) -> int:
    """The invitations sent, and what the post office made of them recorded."""
    count = invite_associations(sitting=sitting, actor=scene.drafter(scene.committee), now=at)
    carry(at, takes=takes)
    sitting.refresh_from_db()
    return count


def carry(at: datetime, *, takes: bool = True) -> None:
    deliver(at, post=Postman(takes=takes))
    record_deliveries(at)


def hold(scene: Scene, sitting: Sitting, *, at: datetime = HELD, came: bool = True) -> Sitting:
    """The committee sat, the association there or not."""
    actor = scene.drafter(scene.committee)
    lines = [
        PresenceInput(kind="member", office="комитеттин мүчөлөрү", count=7),
        PresenceInput(kind="association", party=scene.union, office="төрага", came=came),
        PresenceInput(kind="initiator", party=scene.ministry, office="министрдин орун басары"),
    ]
    note_presence(sitting=sitting, presences=lines, actor=actor, now=at)
    return hold_sitting(
        sitting=sitting,
        held_at=at,
        ended_at=at + timedelta(hours=2),
        has_quorum=True,
        actor=actor,
        now=at + timedelta(hours=3),
    )


def drafted(scene: Scene, sitting: Sitting, *, at: datetime = HELD + timedelta(days=1)) -> Minutes:
    return draft_minutes(sitting=sitting, actor=scene.drafter(scene.committee), now=at)


def said(sitting: Sitting, on: date) -> Status:
    """What the judge says on a day."""
    return status_of(Case.objects.get(pk=sitting.case_id), today=on)


def lines(breaches: tuple[Breach, ...]) -> list[str]:
    return [f"{one.kind} {one.step} {one.last_day}" for one in breaches]
