"""What a side says on the items of the other: drafted one by one, filed together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from makul.budget.actions.items import write_side
from makul.budget.models import Item, Position, SpecialProtocol
from makul.budget.queries.digests import items_digest
from makul.budget.sides import stand_for_side
from makul.cases.actions.step import MOST_CHARACTERS, take_step
from makul.core.errors import BadInput
from makul.parties.models import Mandate


@transaction.atomic
def write_position(
    *,
    item: Item,
    text_ky: str,
    text_ru: str,
    amounts: Mapping[int, Decimal | None],
    actor: Mandate,
    now: datetime,
) -> None:
    """A draft of the side's position on an item of the other; what is filed already stands.

    Raises: NotAllowed; BadInput `own_item`, `item_not_tabled`, `position_filed`, `too_long`.
    """
    side = stand_for_side(item.protocol, actor, "write_item", now=now)
    if item.side == side:
        raise BadInput("own_item", number=item.number)
    if not item.tabled_at:
        raise BadInput("item_not_tabled", number=item.number)
    if item.positions.filter(side=side, filed_at__isnull=False).exists():
        raise BadInput("position_filed", number=item.number)
    if max(len(text_ky), len(text_ru)) > MOST_CHARACTERS:
        raise BadInput("too_long", number=item.number, limit=MOST_CHARACTERS)
    write_side(item, side, text_ky, text_ru, amounts, actor=actor, now=now)


@transaction.atomic
def answer_items(*, protocol: SpecialProtocol, actor: Mandate, now: datetime) -> int:
    """File all drafted positions of the side together. Returns how many.

    Raises: NotAllowed; BadInput `no_positions`, `case_closed`.
    """
    side = stand_for_side(protocol, actor, "answer_items", now=now)
    drafts = Position.objects.filter(item__protocol=protocol, side=side, filed_at__isnull=True)
    drafts = drafts.exclude(item__side=side)
    items = list(Item.objects.filter(positions__in=drafts))
    if not items:
        raise BadInput("no_positions")
    drafts.update(filed_at=now)
    take_step(
        case=protocol.case,
        step="items_answered",
        actor=actor,
        right="answer_items",
        now=now,
        data={"items": sorted(one.number for one in items), "sha256": items_digest(items)},
    )
    return len(items)
