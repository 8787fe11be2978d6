"""Which side of the special protocol a party is, by its role in the case."""

from __future__ import annotations

from datetime import datetime

from makul.budget.models import Item, Side, SpecialProtocol
from makul.cases.actions.step import stand
from makul.core.errors import BadInput
from makul.parties.models import Mandate

SIDE_OF_ROLE = {"association": Side.LSG.value, "government": Side.GOVERNMENT.value}
ROLE_OF_SIDE = {side: role for role, side in SIDE_OF_ROLE.items()}
OTHER = {Side.LSG.value: Side.GOVERNMENT.value, Side.GOVERNMENT.value: Side.LSG.value}


def side_of(role: str) -> str:
    """The side of a role; empty for the committee and the facilitator, who are none."""
    return SIDE_OF_ROLE.get(role, "")


def stand_for_side(protocol: SpecialProtocol, actor: Mandate, right: str, *, now: datetime) -> str:
    """The side for which the actor uses a right. Raises NotAllowed."""
    return SIDE_OF_ROLE[stand(protocol.case, actor, right, now=now)]


def check_own(item: Item, side: str) -> None:
    if item.side != side:
        raise BadInput("not_your_item", number=item.number)
