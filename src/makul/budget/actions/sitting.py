"""The conciliation sitting: solutions tried for balance, then what is recommended on each item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from makul.budget.actions.items import write_amounts
from makul.budget.actions.telling import tell
from makul.budget.models import Item, Side, SpecialProtocol, Trial
from makul.budget.queries.digests import items_digest
from makul.cases.actions.step import MOST_CHARACTERS, stand, take_step
from makul.core.errors import BadInput
from makul.journal.actions import record
from makul.parties.models import Mandate

type Sums = Mapping[int, Mapping[int, Decimal | None]]  # {item's number: {year: som}}


@dataclass(frozen=True, slots=True)
class Settled:
    """What the sitting did with an item: recommended, with reasons, or wherein the sides differ."""

    outcome: str
    amounts: Mapping[int, Decimal | None] = field(default_factory=dict)
    solution_ky: str = ""
    solution_ru: str = ""
    reasons_ky: str = ""
    reasons_ru: str = ""
    difference_ky: str = ""
    difference_ru: str = ""


WORDS = (
    *("outcome", "solution_ky", "solution_ru", "reasons_ky", "reasons_ru"),
    *("difference_ky", "difference_ru"),
)


@dataclass(frozen=True, slots=True)
class SittingInput:
    """The sitting as it was held: its day, what is kept of it, the frame if one was named."""

    sat_on: date
    sat_ky: str = ""
    sat_ru: str = ""
    frame_som: Decimal | None = None


@transaction.atomic
def keep_trial(*, protocol: SpecialProtocol, amounts: Sums, actor: Mandate, now: datetime) -> Trial:
    """Keep a solution that was tried, so that it stands beside the others.

    Raises: NotAllowed; BadInput `unknown_item`, `no_sums`.
    """
    stand(protocol.case, actor, "try_balance", now=now)
    known = set(protocol.items.filter(tabled_at__isnull=False).values_list("number", flat=True))
    if set(amounts) - known:
        raise BadInput("unknown_item", key=min(set(amounts) - known))
    named = {
        str(number): {str(year): str(som) for year, som in sums.items() if som is not None}
        for number, sums in amounts.items()
    }
    if not any(named.values()):
        raise BadInput("no_sums")
    SpecialProtocol.objects.select_for_update().get(pk=protocol.pk)
    last = protocol.trials.aggregate(last=Max("number"))["last"] or 0
    trial = Trial.objects.create(
        protocol=protocol,
        number=last + 1,
        amounts=named,
        total_som=sum(
            (sums.get(protocol.budget_year) or 0 for sums in amounts.values()), Decimal(0)
        ),
        by=actor,
        at=now,
    )
    record(
        subject=protocol.case.subject,
        action="balance_tried",
        party=actor.party.key,
        at=now,
        data={"trial": trial.number, "amounts": named},
    )
    return trial


@transaction.atomic
def settle_item(*, item: Item, said: Settled, actor: Mandate, now: datetime) -> None:
    """What the sitting is to say of an item: a draft, until the sitting is recorded.

    Raises: NotAllowed; BadInput `sitting_recorded`, `item_not_tabled`, `unknown_outcome`, `too_long`.
    """
    stand(item.protocol.case, actor, "hold_conciliation", now=now)
    if item.protocol.sat_on:
        raise BadInput("sitting_recorded")
    if not item.tabled_at:
        raise BadInput("item_not_tabled", number=item.number)
    if said.outcome not in Item.Outcome.values:
        raise BadInput("unknown_outcome")
    if any(len(getattr(said, name)) > MOST_CHARACTERS for name in WORDS):
        raise BadInput("too_long", number=item.number, limit=MOST_CHARACTERS)
    for name in WORDS:
        setattr(item, name, getattr(said, name))
    item.save(update_fields=WORDS)
    is_summed = said.outcome in (Item.Outcome.AGREED, Item.Outcome.NOT_AGREED)
    sums = said.amounts if is_summed else dict.fromkeys(said.amounts)
    write_amounts(item, Side.AGREED, sums)


@transaction.atomic
def record_sitting(
    *, protocol: SpecialProtocol, content: SittingInput, actor: Mandate, now: datetime
) -> None:
    """Record the sitting: each item has its recommended solution, or the difference stated.

    Raises: NotAllowed; BadInput `in_the_future`, `sitting_recorded`, `nothing_tabled`,
    `item_left_out`, `no_item_reasons`, `no_difference`, `no_solution_sum`, `above_frame`,
    `case_closed`.
    """
    stand(protocol.case, actor, "hold_conciliation", now=now)
    items = list(protocol.items.filter(tabled_at__isnull=False).prefetch_related("amounts"))
    check_sitting(protocol, content, items, now=now)
    protocol.sat_on, protocol.sat_ky, protocol.sat_ru = (
        content.sat_on,
        content.sat_ky,
        content.sat_ru,
    )
    protocol.frame_som = content.frame_som
    protocol.save()
    take_step(
        case=protocol.case,
        step="conciliation_sat",
        actor=actor,
        right="hold_conciliation",
        now=now,
        happened_at=noon_of(content.sat_on, now=now),
        data={
            "sat_on": content.sat_on.isoformat(),
            "outcomes": {str(one.number): one.outcome for one in items},
            "sha256": items_digest(items),
        },
    )
    tell(protocol, kind="special_sat", roles=("association", "government"), now=now)


def noon_of(on: date, *, now: datetime) -> datetime | None:
    """When it was done, where that was on a day before this one."""
    if on == timezone.localdate(now):
        return None
    return timezone.make_aware(datetime.combine(on, time(12)))


def check_sitting(
    protocol: SpecialProtocol, content: SittingInput, items: Sequence[Item], *, now: datetime
) -> None:
    if content.sat_on > timezone.localdate(now):
        raise BadInput("in_the_future", at=content.sat_on)
    if protocol.sat_on:
        raise BadInput("sitting_recorded")
    if not items:
        raise BadInput("nothing_tabled")
    left = [one.number for one in items if not one.outcome]
    if left:
        raise BadInput("item_left_out", numbers=left)
    for item in items:
        check_settled(item, year=protocol.budget_year)
    check_frame(content.frame_som, items, year=protocol.budget_year)


def check_settled(item: Item, *, year: int) -> None:
    """Agreed with sum and reasons; not agreed with the difference, or a solution with its reasons."""
    has_reasons = bool(item.reasons_ky.strip() or item.reasons_ru.strip())
    if item.outcome == Item.Outcome.AGREED and not has_reasons:
        raise BadInput("no_item_reasons", number=item.number)
    if item.outcome == Item.Outcome.AGREED and recommended(item, year) is None:
        raise BadInput("no_solution_sum", number=item.number, year=year)
    has_difference = bool(item.difference_ky.strip() or item.difference_ru.strip())
    if item.outcome == Item.Outcome.NOT_AGREED and not (has_difference or has_reasons):
        raise BadInput("no_difference", number=item.number)


def recommended(item: Item, year: int) -> Decimal | None:
    found = (
        one.amount_som for one in item.amounts.all() if (one.side, one.year) == ("agreed", year)
    )
    return next(found, None)


def check_frame(frame: Decimal | None, items: Sequence[Item], *, year: int) -> None:
    """What is recommended for the budget year may not pass the frame named."""
    total = sum((recommended(item, year) or Decimal(0) for item in items), Decimal(0))
    if frame is not None and total > frame:
        raise BadInput("above_frame", over=f"{total - frame:,}".replace(",", "\u00a0"))
