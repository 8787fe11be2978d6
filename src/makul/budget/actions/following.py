"""What became of the special protocol: the law adopted or withdrawn, and what it gave on each item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from makul.budget.actions.items import write_amounts
from makul.budget.actions.sitting import noon_of
from makul.budget.actions.telling import tell
from makul.budget.models import Followed, Item, Side, SpecialProtocol
from makul.budget.queries.digests import items_digest
from makul.cases.actions.step import (
    MOST_CHARACTERS,
    StatementInput,
    stand,
    state_step,
    take_step,
)
from makul.cases.models import Statement
from makul.core.errors import BadInput
from makul.parties.models import Mandate


@transaction.atomic
def record_adoption(
    *,
    protocol: SpecialProtocol,
    law_number: str,
    adopted_on: date,
    actor: Mandate,
    now: datetime,
) -> None:
    """The budget law was adopted, with whatever was before it.

    Raises: NotAllowed; BadInput `no_law_number`, `in_the_future`, `budget_is_adopted`.
    """
    stand(protocol.case, actor, "record_budget", now=now)
    if not law_number.strip():
        raise BadInput("no_law_number")
    if protocol.adopted_on:
        raise BadInput("budget_is_adopted", on=protocol.adopted_on)
    happened_at = noon_of(adopted_on, now=now)
    protocol.law_number, protocol.adopted_on = law_number.strip()[:60], adopted_on
    protocol.save(update_fields=["law_number", "adopted_on"])
    take_step(
        case=protocol.case,
        step="budget_adopted",
        actor=actor,
        right="record_budget",
        now=now,
        happened_at=happened_at,
        data={"law": protocol.law_number, "adopted_on": adopted_on.isoformat()},
    )
    tell(protocol, kind="special_adopted", roles=("association", "government"), now=now)


@transaction.atomic
def record_withdrawal(
    *, protocol: SpecialProtocol, text: str, language: str, actor: Mandate, now: datetime
) -> Statement:
    """The Cabinet withdrew the draft budget; this closes the case."""
    content = StatementInput("special_withdrawn", "record_budget", text, language)
    return state_step(case=protocol.case, content=content, actor=actor, now=now)


@dataclass(frozen=True, slots=True)
class GivenInput:
    """What the law gives on an item: by year, in which article, in words."""

    amounts: Mapping[int, Decimal | None] = field(default_factory=dict)
    article: str = ""
    text_ky: str = ""
    text_ru: str = ""


@transaction.atomic
def state_given(
    *,
    protocol: SpecialProtocol,
    given: Mapping[int, GivenInput],
    actor: Mandate,
    now: datetime,
) -> int:
    """State what was given on each item, by its number; stated again it replaces what was said.

    Raises: NotAllowed; BadInput `not_adopted_yet`, `given_left_out`, `too_long`.
    """
    stand(protocol.case, actor, "state_given", now=now)
    if not protocol.adopted_on:
        raise BadInput("not_adopted_yet")
    items = list(protocol.items.filter(tabled_at__isnull=False).select_related("protocol"))
    left = [one.number for one in items if not is_said(given.get(one.number))]
    if left:
        raise BadInput("given_left_out", numbers=left)
    for item in items:
        follow(item, given[item.number], actor=actor, now=now)
    take_step(
        case=protocol.case,
        step="given_stated",
        actor=actor,
        right="state_given",
        now=now,
        data={"sha256": items_digest(protocol.items.filter(tabled_at__isnull=False))},
    )
    return len(items)


def is_said(given: GivenInput | None) -> bool:
    """Whether anything is stated: a sum, a nought among them, or words that say why there is none."""
    if given is None:
        return False
    sums = [som for som in given.amounts.values() if som is not None]
    return bool(sums or given.text_ky.strip() or given.text_ru.strip())


def follow(item: Item, given: GivenInput, *, actor: Mandate, now: datetime) -> None:
    if max(len(given.text_ky), len(given.text_ru)) > MOST_CHARACTERS:
        raise BadInput("too_long", number=item.number, limit=MOST_CHARACTERS)
    said = {"article": given.article[:120], "text_ky": given.text_ky, "text_ru": given.text_ru}
    Followed.objects.update_or_create(item=item, defaults=said | {"by": actor, "at": now})
    write_amounts(item, Side.GIVEN, given.amounts)
