"""The special protocol on inter-budget relations: beside the days the committees have for the budget.

Terms stand in `special_protocol_2026/terms.yaml`, sentences in its chapters; here is only what follows
what.

* Two clocks stand side by side. The frame, twenty calendar days of the factions and committees, is the
  Budget Code's and binds no step of ours: it is told as a notice with its last day. The terms of the
  steps are proposed; all of them together are as long, and each that ends on a day off moves on.
* Whoever is silent is gone on without: a side without items, without a position, a board without a
  vote, a hand not put under the protocol. Each is on record.
* Every case ends: with the law, with the bill withdrawn, or by itself once its months have run. What
  was given on each item is stated after the end.
* A law adopted before the protocol was attached is recorded; what it jumped over is a breach.
"""

from __future__ import annotations

from makul.core.procedure import Clock, Done, Length, Notice, Procedure
from makul.law.order import order_terms
from makul.law.procedures.special_protocol.sequence import SEQUENCE

KEY = "special_protocol"
EDITIONS = ("2026-proposed",)
ROLES = ("committee", "association", "government", "facilitator")
# The term of the law in force beside ours: no step of the protocol, told with its last day.
NOTICES = (
    Notice(
        ("special.frame",), Done("budget_opened"), clock=Clock(Done("budget_opened"), "committees")
    ),
)


def build(edition: str) -> Procedure:
    """The procedure with the terms of an edition of its order.

    Raises: LawGap("no_edition", edition).

    >>> build("2026-proposed").terms["committees"]
    Length(ordinary=20, short=20, unit='cd')
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
            if term.unit in ("wd", "cd", "mo")
        },
        evening_hour=numbers["evening_hour"].ordinary,
        goal="special_attached",
        notices=NOTICES,
    )
