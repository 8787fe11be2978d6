"""Reads who has signed a special protocol, who refused, and who is still awaited."""

from __future__ import annotations

from dataclasses import dataclass

from makul.budget.models import Signature, SpecialProtocol
from makul.cases.models import Statement
from makul.parties.models import Party

SIGNERS = ("association", "government", "committee")


@dataclass(frozen=True, slots=True)
class Hand:
    """A party that is to sign, with its signature or refusal, or nothing yet."""

    role: str
    party: Party
    signature: Signature | None

    @property
    def state(self) -> str:
        """`signed`, `refused`, or `awaited`."""
        return self.signature.state if self.signature else "awaited"


def hands(protocol: SpecialProtocol) -> list[Hand]:
    """All who are to sign, in the order of the paper (two queries)."""
    seats = protocol.case.participations.filter(role__in=SIGNERS).select_related("party")
    done = {one.party_id: one for one in protocol.signatures.select_related("by", "party")}
    found = [Hand(seat.role, seat.party, done.get(seat.party_id)) for seat in seats]
    return sorted(found, key=lambda one: (SIGNERS.index(one.role), one.party.key))


def awaited(protocol: SpecialProtocol) -> list[Party]:
    """The parties that have neither signed nor refused."""
    return [one.party for one in hands(protocol) if one.signature is None]


def closing_of(protocol: SpecialProtocol) -> Statement | None:
    """What a side said when it closed the protocol alone, if one did (one query)."""
    found = Statement.objects.filter(case=protocol.case, step="one_side_closed")
    return found.select_related("party", "by").order_by("at", "pk").first()
