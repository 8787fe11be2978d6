"""The municipal expertise: who orders it, who gives it, what follows an unfavourable opinion.

Terms stand in `expertise_2026/terms.yaml`, sentences in its chapters; here is only what follows what.

* One common opinion is owed by the expert who leads; each of them may dissent. An expert who declares
  a conflict takes the role `recused`: the declaration stays on record and nothing more is owed.
* The term for declaring interests runs from the last appointment: for all who have not declared yet.
* Whoever is appointed in place of one recused has a role of its own, `replacement`: so the way from an
  appointment to a declaration and back to an appointment is no loop.
* Every case ends. Without an opinion it lapses by itself; the initiator's silence means that the text
  was kept, the experts' silence on the second deliberation that their opinion stands.
* The papers go into the dossier after the verdict, also where the verdict has closed the case.
* A second deliberation is a step and held once: no loop, and the ending names both verdicts.
"""

from __future__ import annotations

from makul.core.procedure import Length, Procedure
from makul.law.order import order_terms
from makul.law.procedures.expertise.sequence import SEQUENCE

KEY = "expertise"
EDITIONS = ("2026-proposed",)
ROLES = (
    "committee",
    "association",
    "facilitator",
    "lead",
    "expert",
    "replacement",
    "recused",
    "initiator",
)


def build(edition: str) -> Procedure:
    """The procedure with the terms of an edition of its order.

    Raises: LawGap("no_edition", edition).

    >>> build("2026-proposed").terms["second"].on("short")
    5
    """
    numbers = order_terms(edition, procedure=KEY)
    return Procedure(
        key=KEY,
        edition=edition,
        roles=ROLES,
        steps=SEQUENCE,
        terms={
            key: Length(term.ordinary, term.short, term.unit)
            for key, term in numbers.items()
            if term.unit in ("wd", "mo")
        },
        evening_hour=numbers["evening_hour"].ordinary,
        goal="verdict",
    )
