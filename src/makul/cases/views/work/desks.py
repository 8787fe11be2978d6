"""The desks of one's own house that lie beside its cases, found by the names of their addresses."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from makul.cases.views.work.page import address
from makul.parties.models import Party


@dataclass(frozen=True, slots=True)
class Desk:
    """A page of a mechanism above: the name of its address, and what one does there.

    `takes_part`: shown only to a party that takes part in a case of the mechanism (the address is
    named after its procedure), for kinds of bodies of which few have anything to do with it.
    """

    name: str
    label: Promise
    takes_part: bool = False


# By kind of party; a name that no room serves leaves no trace.
DESKS: dict[str, tuple[Desk, ...]] = {
    Party.Kind.COMMITTEE: (
        Desk("sitting_new", _("Schedule a sitting")),
        Desk("sitting_list", _("Sittings")),
        Desk("expertise_list", _("Expertise of bills")),
        Desk("special_protocol_list", _("Special protocols"), takes_part=True),
    ),
    Party.Kind.ASSOCIATION: (
        Desk("bills_desk", _("Watch of bills")),
        Desk("sitting_invitations", _("Invitations to sittings")),
        Desk("expertise_list", _("Expertise of bills")),
        Desk("special_protocol_list", _("Special protocols")),
    ),
    Party.Kind.DESK: (
        Desk("bills_desk", _("Watch of bills")),
        Desk("expertise_list", _("Expertise of bills")),
        Desk("expert_register", _("Register of experts")),
    ),
    Party.Kind.EXPERT: (
        Desk("expertise_mine", _("My expertises")),
        Desk("own_interests", _("My declared interests")),
    ),
    Party.Kind.MINISTRY: (Desk("special_protocol_list", _("Special protocols"), takes_part=True),),
}


def desks_of(party: Party) -> list[dict[str, str]]:
    """The desks of a party, each with its address (one query at most)."""
    offered = DESKS.get(party.kind, ())
    known = procedures_of(party) if any(one.takes_part for one in offered) else ()
    return [
        {"label": str(one.label), "url": url}
        for one in offered
        if (not one.takes_part or one.name.startswith(known)) and (url := address(one.name))
    ]


def procedures_of(party: Party) -> tuple[str, ...]:
    """The procedures in whose cases a party takes part."""
    found = party.participations.order_by().values_list("case__procedure", flat=True)
    return tuple(found.distinct())
