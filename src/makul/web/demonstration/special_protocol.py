"""Two invented special protocols: last year's followed to its law, and this year's, before its sitting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from makul.bills.models import Bill
from makul.budget.actions import answering, following, items, mandate, signing, sitting
from makul.budget.actions.opening import SpecialInput, open_special
from makul.budget.models import Item, Position, SpecialProtocol
from makul.parties.models import Mandate
from makul.web.demonstration import texts
from makul.web.demonstration.stage import DESK, UNION, Stage, Story, post_letters

COMMITTEE, FINANCE = "demo-jk-budget", "demo-finance"
OF_SIDE = {"lsg": UNION, "government": FINANCE}
MILLION = 1_000_000
Row = dict[str, Any]


def stories(stage: Stage, seats: Mapping[str, Mandate]) -> list[Story]:
    return [told(stage, seats)]


def told(stage: Stage, seats: Mapping[str, Mandate]) -> Story:
    """Both years in turn: the second carries over what the first left unsettled."""
    yield from last_year(stage, list(seats.values()))
    yield from this_year(stage)


def data() -> dict[str, Any]:
    found: dict[str, Any] = texts.read("special_protocol")
    return found


def opened(stage: Stage, year: int, *, now: datetime) -> SpecialProtocol:
    """The committee opens the protocol on the day the budget bill is registered."""
    content = SpecialInput(
        budget_year=year,
        committee=stage.parties[COMMITTEE],
        association=stage.parties[UNION],
        government=stage.parties[FINANCE],
        facilitator=stage.parties[DESK],
        bill=bill_of(year, now=now),
        frame_som=Decimal(1500 * MILLION),
    )
    return open_special(content=content, actor=stage.drafter(COMMITTEE), now=now)


def bill_of(year: int, *, now: datetime) -> Bill:
    titles = data()["bills"]["before"]
    return Bill.objects.create(
        source="demo-kenesh",
        number=f"Б-{year}",
        title_ky=titles["ky"].format(year=year),
        title_ru=titles["ru"].format(year=year),
        initiator_kind=Bill.Initiator.CABINET,
        registered_on=timezone.localdate(now),
        stage=Bill.Stage.COMMITTEE,
        touches=Bill.Touches.YES,
        row_sha256="",
        read_at=now,
        is_demonstration=True,
    )


def last_year(stage: Stage, board: Sequence[Mandate]) -> Story:
    """All steps in time but one signature; the law gave less than was recommended."""
    year = timezone.localdate(stage.now).year
    rows = data()["before"]
    now = yield stage.at(-270)
    protocol = opened(stage, year, now=now)
    now = yield from post_letters(now)
    for day, side in ((-268, "lsg"), (-267, "government")):
        now = yield stage.at(day, 15)
        table(stage, protocol, rows, side, now=now)
        now = yield from post_letters(now)
    for day, side in ((-266, "lsg"), (-265, "government")):
        now = yield stage.at(day, 16)
        answer(stage, protocol, rows, side, now=now)
    now = yield stage.at(-262, 14)
    sat(stage, protocol, rows, now=now)
    now = yield from post_letters(now)
    yield from voted(stage, protocol, board)
    yield from signed(stage, protocol)
    now = yield stage.at(-226, 17)
    following.record_adoption(
        protocol=SpecialProtocol.objects.get(pk=protocol.pk),
        law_number=f"Б-{year} (КӨРСӨТМӨ)",
        adopted_on=timezone.localdate(now),
        actor=stage.drafter(COMMITTEE),
        now=now,
    )
    Bill.objects.filter(special_protocols=protocol).update(stage=Bill.Stage.SIGNED)
    now = yield from post_letters(now)
    now = yield stage.at(-218, 12)
    state_given(stage, SpecialProtocol.objects.get(pk=protocol.pk), rows, now=now)


def this_year(stage: Stage) -> Story:
    """Both sides have spoken, but of one item; the sitting is ahead, one more item is a draft."""
    now = yield stage.at(-8)
    protocol = opened(stage, timezone.localdate(stage.now).year + 1, now=now)
    rows = data()["now"]
    reckon_anew(stage, protocol, now=now)
    for day, side in ((-6, "lsg"), (-5, "government")):
        now = yield stage.at(day, 15)
        table(stage, protocol, rows, side, now=now)
    now = yield stage.at(-3, 15)
    answer(stage, protocol, rows, "government", now=now)
    now = yield stage.at(-2, 11)
    answer(stage, protocol, rows, "lsg", now=now)
    row = data()["draft"]
    items.write_item(
        protocol=protocol,
        content=content_of(row, sums(protocol, row["asked"])),
        actor=stage.drafter(UNION),
        now=now,
    )
    now = yield stage.at(-1, 12)
    sitting.keep_trial(
        protocol=protocol,
        amounts=halfway(protocol),
        actor=stage.drafter(COMMITTEE),
        now=now,
    )


def reckon_anew(stage: Stage, protocol: SpecialProtocol, *, now: datetime) -> None:
    """The carried items with the sums of this year."""
    before = data()["before"]
    for item in protocol.items.all():
        row = next(one for one in before if one["kind"] == item.kind)
        asked = data()["carried"][item.kind]["asked"]
        content = content_of(row, sums(protocol, asked))
        actor = stage.drafter(OF_SIDE[item.side])
        items.write_item(protocol=protocol, content=content, actor=actor, now=now, item=item)


def sums(protocol: SpecialProtocol, millions: Sequence[int]) -> dict[int, Decimal | None]:
    """Sums by year, of millions."""
    return {
        year: Decimal(one * MILLION) for year, one in zip(protocol.years, millions, strict=False)
    }


def table(
    stage: Stage, protocol: SpecialProtocol, rows: Sequence[Row], side: str, *, now: datetime
) -> None:
    """A side writes its items and tables them with those carried over."""
    key = OF_SIDE[side]
    for row in rows:
        if row["side"] == side:
            own = row["asked"] if side == "lsg" else row["offered"]
            content = content_of(row, sums(protocol, own))
            items.write_item(protocol=protocol, content=content, actor=stage.drafter(key), now=now)
    items.table_items(protocol=protocol, actor=stage.signer(key), now=now)


def content_of(row: Row, amounts: dict[int, Decimal | None]) -> items.ItemInput:
    words = {
        f"{name}_{code}": row[key][code]
        for name, key in (("subject", "subject"), ("text", "position"), ("mandated", "mandated"))
        for code in ("ky", "ru")
    }
    return items.ItemInput(kind=row["kind"], basis=row["basis"], amounts=amounts, **words)


def answer(
    stage: Stage, protocol: SpecialProtocol, rows: Sequence[Row], side: str, *, now: datetime
) -> None:
    """A side states its position and sums on what the other tabled."""
    key, drafter = OF_SIDE[side], stage.drafter(OF_SIDE[side])
    for item in protocol.items.filter(tabled_at__isnull=False).exclude(side=side):
        row = row_of(item, rows)
        if "answer" in row:
            answering.write_position(
                item=item,
                text_ky=row["answer"]["ky"],
                text_ru=row["answer"]["ru"],
                amounts=sums(protocol, row["asked" if side == "lsg" else "offered"]),
                actor=drafter,
                now=now,
            )
    if Position.objects.filter(item__protocol=protocol, side=side, filed_at__isnull=True).exists():
        answering.answer_items(protocol=protocol, actor=stage.signer(key), now=now)


def row_of(item: Item, rows: Sequence[Row]) -> Row:
    """The line of the data an item came from."""
    if item.carried_from_id:
        found: Row = data()["carried"][item.kind]
        return found
    return next(row for row in rows if row["subject"]["ky"] == item.subject_ky)


def sat(stage: Stage, protocol: SpecialProtocol, rows: Sequence[Row], *, now: datetime) -> None:
    """The sitting: each item with its word, then the record of it."""
    for item in protocol.items.all():
        row = row_of(item, rows)
        words = {
            f"{name}_{code}": row[name][code]
            for name in ("solution", "reasons", "difference")
            if name in row
            for code in ("ky", "ru")
        }
        said = sitting.Settled(row["outcome"], sums(protocol, row["agreed"]), **words)
        sitting.settle_item(item=item, said=said, actor=stage.drafter(COMMITTEE), now=now)
    content = sitting.SittingInput(
        timezone.localdate(now),
        data()["sat"]["ky"],
        data()["sat"]["ru"],
        frame_som=protocol.frame_som,
    )
    sitting.record_sitting(
        protocol=protocol, content=content, actor=stage.drafter(COMMITTEE), now=now
    )


def voted(stage: Stage, protocol: SpecialProtocol, board: Sequence[Mandate]) -> Story:
    """Four of the five give the mandate, one is against."""
    now = yield stage.at(-262, 16)
    protocol = SpecialProtocol.objects.get(pk=protocol.pk)
    ballot = mandate.open_ballot(
        protocol=protocol, closes_at=stage.at(-260, 18), actor=stage.drafter(UNION), now=now
    )
    for number, member in enumerate(board):
        now = yield stage.at(-261, 11, number)
        choice = "against" if number == 3 else "for"
        mandate.cast_vote(ballot=ballot, choice=choice, actor=member, now=now)
    now = yield stage.at(-261, 15)
    mandate.close_ballot(ballot=ballot, actor=stage.drafter(UNION), now=now)


def signed(stage: Stage, protocol: SpecialProtocol) -> Story:
    """Drawn, signed by two; the third says nothing, and the association closes alone."""
    now = yield stage.at(-260, 11)
    signing.draw_special(protocol=protocol, actor=stage.drafter(COMMITTEE), now=now)
    now = yield from post_letters(now)
    protocol = SpecialProtocol.objects.get(pk=protocol.pk)
    for hour, key in ((14, UNION), (15, COMMITTEE)):
        now = yield stage.at(-259, hour)
        signing.sign_special(
            protocol=protocol, sha256=protocol.drawn_sha256, actor=stage.signer(key), now=now
        )
    now = yield stage.at(-257, 10)
    signing.close_by_one_side(
        protocol=protocol,
        text=data()["closing"],
        language="ky",
        actor=stage.signer(UNION),
        now=now,
    )
    now = yield stage.at(-257, 15)
    signing.attach_special(protocol=protocol, bill=None, actor=stage.drafter(COMMITTEE), now=now)


def state_given(
    stage: Stage, protocol: SpecialProtocol, rows: Sequence[Row], *, now: datetime
) -> None:
    given = {
        item.number: following.GivenInput(
            sums(protocol, row_of(item, rows)["given"]), row_of(item, rows)["article"]
        )
        for item in protocol.items.all()
    }
    following.state_given(protocol=protocol, given=given, actor=stage.drafter(FINANCE), now=now)


def halfway(protocol: SpecialProtocol) -> dict[int, dict[int, Decimal | None]]:
    """A solution in the middle of what both sides reckon for the budget year."""
    year = protocol.budget_year
    found: dict[int, dict[int, Decimal | None]] = {}
    for item in protocol.items.exclude(tabled_at=None).prefetch_related("amounts"):
        own = [one.amount_som for one in item.amounts.all() if one.year == year]
        if own:
            found[item.number] = {year: Decimal(int(sum(own) / len(own)))}
    return found
