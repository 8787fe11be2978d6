"""Tells those who take part in a special protocol what was done and what is asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from makul.budget.letters import special_letter
from makul.budget.models import SpecialProtocol
from makul.notices.actions import queue_notice


def tell(
    protocol: SpecialProtocol, *, kind: str, roles: Sequence[str], now: datetime, again: str = ""
) -> None:
    """One letter to each party in these roles."""
    seats = protocol.case.participations.filter(role__in=roles).select_related("party")
    for seat in seats:
        letter = special_letter(protocol, seat.party, kind=kind, now=now)
        queue_notice(letter=letter, party=seat.party, now=now, again=again)
