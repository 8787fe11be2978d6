"""A special protocol step by step: opened, tabled by both sides, answered, sat on, voted, drawn, signed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from makul.bills.models import Bill
from makul.budget.actions.answering import answer_items, write_position
from makul.budget.actions.following import GivenInput, record_adoption, state_given
from makul.budget.actions.items import ItemInput, table_items, write_item
from makul.budget.actions.mandate import cast_vote, close_ballot, open_ballot
from makul.budget.actions.opening import SpecialInput, open_special
from makul.budget.actions.signing import attach_special, draw_special, sign_special
from makul.budget.actions.sitting import Settled, SittingInput, record_sitting, settle_item
from makul.budget.models import Item, SpecialProtocol
from makul.cases.queries.judging import status_of
from makul.core.procedure import Status
from makul.parties.models import Mandate, Party
from tests.scene import make_mandate, make_party

OPENED = datetime.fromisoformat("2026-10-01T10:00+06:00")  # a Thursday
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
YEARS = (2027, 2028, 2029)


@dataclass
class Special:
    """The parties of a special protocol, their offices, five members of the board, the budget bill."""

    committee: Party
    union: Party
    finance: Party
    desk: Party
    offices: dict[tuple[int, bool], Mandate]
    board: list[Mandate]
    bill: Bill
    protocol: SpecialProtocol | None = None
    extra: dict[str, object] = field(default_factory=dict)

    def drafter(self, party: Party) -> Mandate:
        return self.offices[party.pk, False]

    def signer(self, party: Party) -> Mandate:
        return self.offices[party.pk, True]

    @property
    def own(self) -> SpecialProtocol:
        """The protocol as it stands in the tables now."""
        assert self.protocol
        found = SpecialProtocol.objects.select_related("case", "bill", "document", "previous")
        return found.get(pk=self.protocol.pk)

    def item(self, number: int) -> Item:
        return self.own.items.get(number=number)

    def status(self, on: date) -> Status:
        return status_of(self.own.case, today=on)


def build(*, board: int = 5) -> Special:
    kind = Party.Kind
    named = [
        make_party(f"sp-{key}", one)
        for key, one in (
            ("committee", kind.COMMITTEE),
            ("union", kind.ASSOCIATION),
            ("finance", kind.MINISTRY),
            ("desk", kind.DESK),
        )
    ]
    offices = {
        (party.pk, signs): make_mandate(party, signs=signs)
        for party in named
        for signs in (True, False)
    }
    members = [seat(named[1]) for _ in range(board)]
    bill = Bill.objects.create(
        source="kenesh",
        number="6-1",
        title_ru="О республиканском бюджете на 2027 год",
        title_ky="2027-жылга республикалык бюджет жөнүндө",
        initiator_kind=Bill.Initiator.CABINET,
        registered_on=OPENED.date(),
        row_sha256="",
        read_at=OPENED,
        is_demonstration=True,
    )
    return Special(*named, offices, members, bill)


def seat(union: Party) -> Mandate:
    member = make_mandate(union, signs=False)
    member.is_board = True
    member.save()
    return member


def opened(
    scene: Special, *, at: datetime = OPENED, year: int = 2027, frame: int | None = None
) -> SpecialProtocol:
    content = SpecialInput(
        budget_year=year,
        committee=scene.committee,
        association=scene.union,
        government=scene.finance,
        facilitator=scene.desk,
        bill=scene.bill if year == 2027 else None,
        frame_som=None if frame is None else Decimal(frame),
    )
    actor = scene.drafter(scene.committee)
    scene.protocol = open_special(content=content, actor=actor, now=at)
    return scene.protocol


def amounts(*som: int | None, first: int = 2027) -> dict[int, Decimal | None]:
    return {first + n: None if one is None else Decimal(one) for n, one in enumerate(som)}


def item(kind: str = "target", *som: int | None, first: int = 2027, **more: str) -> ItemInput:
    words = {
        "subject_ky": "Жылытууга трансферт",
        "subject_ru": "Трансферт на отопление",
        "text_ky": "Көбөйтүү керек",
        "text_ru": "Нужно увеличить",
    }
    return ItemInput(kind=kind, amounts=amounts(*som, first=first), **{**words, **more})


def tabled(scene: Special, *, at: datetime = OPENED + DAY) -> None:
    """Two items of the association, one of the ministry."""
    first = scene.own.budget_year
    for content in (item("target", 90, 95, 100, first=first), item("delegated", 120, first=first)):
        write_item(protocol=scene.own, content=content, actor=scene.drafter(scene.union), now=at)
    table_items(protocol=scene.own, actor=scene.signer(scene.union), now=at)
    other = item("taxes", 30, first=first, subject_ru="Прогноз доходов", text_ru="Совместно")
    write_item(protocol=scene.own, content=other, actor=scene.drafter(scene.finance), now=at + HOUR)
    table_items(protocol=scene.own, actor=scene.signer(scene.finance), now=at + HOUR)


def answered(scene: Special, *, at: datetime = OPENED + 2 * DAY) -> None:
    """The ministry answers its two items, the association the third one."""
    first = scene.own.budget_year
    for number, party, som in (
        (1, scene.finance, 80),
        (2, scene.finance, 70),
        (3, scene.union, 40),
    ):
        write_position(
            item=scene.item(number),
            text_ky="Жооп",
            text_ru="Ответ",
            amounts=amounts(som, first=first),
            actor=scene.drafter(party),
            now=at,
        )
    for party in (scene.finance, scene.union):
        answer_items(protocol=scene.own, actor=scene.signer(party), now=at)


SETTLED = {
    1: ("agreed", 85, {"solution_ru": "Половина", "reasons_ru": "Посередине"}),
    2: ("not_agreed", 100, {"difference_ru": "Способ расчёта"}),
    3: ("agreed", 40, {"reasons_ru": "Обе стороны согласны"}),
}


def sat(scene: Special, *, at: datetime = OPENED + 5 * DAY, **more: object) -> None:
    """Two items agreed, one not."""
    actor, first = scene.drafter(scene.committee), scene.own.budget_year
    for number, (outcome, som, words) in SETTLED.items():
        said = Settled(outcome, amounts(som, first=first), **words)
        settle_item(item=scene.item(number), said=said, actor=actor, now=at)
    content = SittingInput(at.date(), "Отурум", "Заседание", **more)  # type: ignore[arg-type]
    record_sitting(protocol=scene.own, content=content, actor=actor, now=at)


def voted(scene: Special, *, at: datetime = OPENED + 6 * DAY, against: int = 1) -> None:
    """All of the board vote; so many against."""
    actor = scene.drafter(scene.union)
    ballot = open_ballot(protocol=scene.own, closes_at=at + DAY, actor=actor, now=at)
    for number, member in enumerate(scene.board):
        choice = "against" if number < against else "for"
        cast_vote(ballot=ballot, choice=choice, actor=member, now=at + HOUR)
    close_ballot(ballot=ballot, actor=actor, now=at + 2 * HOUR)


def drawn(scene: Special, *, at: datetime = OPENED + 7 * DAY) -> None:
    draw_special(protocol=scene.own, actor=scene.drafter(scene.committee), now=at)


def signed(scene: Special, *parties: Party, at: datetime = OPENED + 8 * DAY) -> None:
    for party in parties:
        sha256 = scene.own.drawn_sha256
        sign_special(protocol=scene.own, sha256=sha256, actor=scene.signer(party), now=at)


def attached(scene: Special, *, at: datetime = OPENED + 11 * DAY) -> None:
    attach_special(
        protocol=scene.own, bill=scene.bill, actor=scene.drafter(scene.committee), now=at
    )


def adopted(scene: Special, *, at: datetime = OPENED + 70 * DAY) -> None:
    record_adoption(
        protocol=scene.own,
        law_number="301",
        adopted_on=at.date(),
        actor=scene.drafter(scene.committee),
        now=at,
    )


def given(scene: Special, *, at: datetime = OPENED + 75 * DAY) -> None:
    """The law gives 80 on the first, nothing on the second, 40 on the third."""
    first = scene.own.budget_year
    stated = {
        number: GivenInput(amounts(som, first=first), f"art. {number}")
        for number, som in ((1, 80), (2, 0), (3, 40))
    }
    state_given(protocol=scene.own, given=stated, actor=scene.drafter(scene.finance), now=at)


def whole(scene: Special, *, at: datetime = OPENED, year: int = 2027) -> None:
    """The whole way, all in time, signed by all three."""
    opened(scene, at=at, year=year)
    tabled(scene, at=at + DAY)
    answered(scene, at=at + 2 * DAY)
    sat(scene, at=at + 5 * DAY)
    voted(scene, at=at + 6 * DAY)
    drawn(scene, at=at + 7 * DAY)
    signed(scene, scene.union, scene.finance, scene.committee, at=at + 8 * DAY)
    attached(scene, at=at + 8 * DAY + HOUR)
    adopted(scene, at=at + 70 * DAY)
    given(scene, at=at + 75 * DAY)
