"""Sittings of committees and of the chamber: the part of associations in them, as data.

Terms stand in `sitting_2026/terms.yaml`, sentences in its chapters; here is only what follows what.

Choices of reading:

* The invitation is owed so many full working days *before the day the sitting is planned for*: the day
  stands in the value of `scheduled`, and each postponement names another. An item added late does not
  move that last day: an invitation that could no longer be in time is late, and that is what the
  record is to show.
* A postponement, and an item touching local communities added after the agenda was sent, make the
  invitation owed anew (`anew`).
* `held` is never refused. Where an association was not invited by then, it is a breach `skipped`.
* `not_held` and `without_minutes` come by themselves when their months have run, and silence on the
  draft approves the minutes as drafted, with every correction attached: so each case ends.
"""

from __future__ import annotations

from makul.core.procedure import Done, Length, Notice, Procedure
from makul.law.order import order_terms
from makul.law.procedures.sitting.steps import STEPS

KEY = "sitting"
EDITIONS = ("2026-proposed",)
ROLES = ("committee", "association", "invited")

NOTICES = (
    Notice(
        (
            "consequence.invited.record",
            "consequence.invited.notice",
            "consequence.invited.again",
        ),
        Done("held"),
        on_skipped=True,
    ),
)


def build(edition: str) -> Procedure:
    """The procedure with the terms of an edition of its order.

    Raises: LawGap("no_edition", edition).

    >>> build("2026-proposed").terms["invite"]
    Length(ordinary=5, short=2, unit='wd')
    """
    numbers = order_terms(edition, procedure=KEY)
    terms = {
        key: Length(term.ordinary, term.short, term.unit)
        for key, term in numbers.items()
        if term.unit in ("wd", "mo")
    }
    return Procedure(
        key=KEY,
        edition=edition,
        roles=ROLES,
        steps=STEPS,
        terms=terms,
        silent_steps=("opinion",),
        reaches="invited",
        goal="minutes_approved",
        notices=NOTICES,
    )
