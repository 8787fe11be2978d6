"""The items of a side: written as drafts, taken from a table, then tabled together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Max

from makul.budget.actions.telling import tell
from makul.budget.models import Amount, Item, Kind, Position, SpecialProtocol
from makul.budget.queries.digests import items_digest
from makul.budget.sides import OTHER, ROLE_OF_SIDE, check_own, stand_for_side
from makul.cases.actions.step import MOST_CHARACTERS, take_step
from makul.core.errors import BadInput
from makul.parties.models import Mandate

MOST_ITEMS = 200


@dataclass(frozen=True, slots=True)
class ItemInput:
    """What a side writes of an item: the question, its position, its amounts by year."""

    kind: str
    subject_ky: str = ""
    subject_ru: str = ""
    text_ky: str = ""
    text_ru: str = ""
    mandated_ky: str = ""
    mandated_ru: str = ""
    basis: str = ""
    basis_ky: str = ""
    basis_ru: str = ""
    amounts: Mapping[int, Decimal | None] = field(default_factory=dict)


OWN = (
    *("kind", "subject_ky", "subject_ru", "mandated_ky", "mandated_ru"),
    *("basis", "basis_ky", "basis_ru"),
)


@transaction.atomic
def write_item(
    *,
    protocol: SpecialProtocol,
    content: ItemInput,
    actor: Mandate,
    now: datetime,
    item: Item | None = None,
) -> Item:
    """A new item as a draft of the actor's side, or one of its drafts written anew.

    Raises: NotAllowed; BadInput `no_subject`, `unknown_kind_of_item`, `too_long`, `too_many_items`,
    `item_tabled`, `not_your_item`.
    """
    side = stand_for_side(protocol, actor, "write_item", now=now)
    check_item(content)
    if item is None:
        item = new_item(protocol, side, actor)
    check_draft(item, side)
    for name in OWN:
        setattr(item, name, getattr(content, name))
    item.save()
    write_side(item, side, content.text_ky, content.text_ru, content.amounts, actor=actor, now=now)
    return item


@transaction.atomic
def write_items(
    *,
    protocol: SpecialProtocol,
    contents: Sequence[ItemInput],
    actor: Mandate,
    now: datetime,
) -> int:
    """Many items at once, as drafts; all or none. Returns how many."""
    for content in contents:
        write_item(protocol=protocol, content=content, actor=actor, now=now)
    return len(contents)


@transaction.atomic
def drop_item(*, item: Item, actor: Mandate, now: datetime) -> None:
    """A draft the side does not want. Raises: NotAllowed; BadInput `item_tabled`, `not_your_item`."""
    check_draft(item, stand_for_side(item.protocol, actor, "write_item", now=now))
    item.delete()


def check_item(content: ItemInput) -> None:
    if not (content.subject_ky.strip() or content.subject_ru.strip()):
        raise BadInput("no_subject")
    if content.kind not in Kind.values:
        raise BadInput("unknown_kind_of_item", kind=content.kind)
    words = (content.subject_ky, content.subject_ru, content.text_ky, content.text_ru)
    if any(len(text) > MOST_CHARACTERS for text in words):
        raise BadInput("too_long", number=1, limit=MOST_CHARACTERS)


def check_draft(item: Item, side: str) -> None:
    check_own(item, side)
    if item.tabled_at:
        raise BadInput("item_tabled", number=item.number)


def new_item(protocol: SpecialProtocol, side: str, actor: Mandate) -> Item:
    SpecialProtocol.objects.select_for_update().get(pk=protocol.pk)  # numbers one by one
    last = protocol.items.aggregate(last=Max("number"))["last"] or 0
    if last >= MOST_ITEMS:
        raise BadInput("too_many_items", limit=MOST_ITEMS)
    return Item(protocol=protocol, number=last + 1, side=side, written_by=actor)


def write_side(
    item: Item,
    side: str,
    text_ky: str,
    text_ru: str,
    amounts: Mapping[int, Decimal | None],
    *,
    actor: Mandate,
    now: datetime,
) -> None:
    """What a side says and reckons on an item, in the place of its former draft."""
    said = {"text_ky": text_ky, "text_ru": text_ru, "by": actor, "at": now}
    Position.objects.update_or_create(item=item, side=side, defaults=said)
    write_amounts(item, side, amounts)


def write_amounts(item: Item, side: str, amounts: Mapping[int, Decimal | None]) -> None:
    """The sums of a side in the place of its former ones; one not named leaves none."""
    years = set(amounts)
    if not years <= set(item.protocol.years):
        raise BadInput("other_year", year=min(years - set(item.protocol.years)))
    item.amounts.filter(side=side, year__in=years).delete()
    Amount.objects.bulk_create(
        Amount(item=item, side=side, year=year, amount_som=som)
        for year, som in amounts.items()
        if som is not None
    )


@transaction.atomic
def table_items(*, protocol: SpecialProtocol, actor: Mandate, now: datetime) -> int:
    """Table all drafts of the side together; from then on anyone reads them. Returns how many.

    Raises: NotAllowed; BadInput `no_items`, `case_closed`.
    """
    side = stand_for_side(protocol, actor, "table_items", now=now)
    drafts = protocol.items.filter(side=side, tabled_at__isnull=True)
    numbers = sorted(drafts.values_list("number", flat=True))
    if not numbers:
        raise BadInput("no_items")
    Position.objects.filter(item__in=drafts, side=side).update(filed_at=now)
    drafts.update(tabled_at=now)
    tabled = protocol.items.filter(number__in=numbers)
    take_step(
        case=protocol.case,
        step="items_tabled",
        actor=actor,
        right="table_items",
        now=now,
        data={"items": numbers, "sha256": items_digest(tabled)},
    )
    tell_other(protocol, side, numbers, now=now)
    return len(numbers)


def tell_other(
    protocol: SpecialProtocol, side: str, numbers: Sequence[int], *, now: datetime
) -> None:
    """The other side learns of them; tabled once more, it is told once more."""
    roles = [ROLE_OF_SIDE[OTHER[side]]]
    tell(protocol, kind="special_tabled", roles=roles, now=now, again=str(numbers[0]))
