"""Conciliation of draft normative legal acts: the table of the Model Order as data.

Terms stand in `order_2026/terms.yaml`, sentences in its chapters; here is only what follows what.
Where the table of the Order leaves an opening that the proof found, it is closed here and marked
*added*:

* `cleared` unused by the desk is deemed done: its silence must not keep a draft that needs no
  conciliation waiting (Order, art. 4, part 4). Its overdue stays on record.
* `lapsed` comes by itself when its months have run (art. 32: the result *lapses*), and its time runs
  from the end of the protocol's term where no protocol was drawn. Where nobody, neither the desk
  nor a side in its place, notified the side of local self-government, so that no later clock ever
  starts, it runs from the end of that term. Else a case in which everybody stays silent never ends.
* `protocol` waits for the opinions on a substantial revision also where no meeting is owed.

What the proof found of the longest ways (`figures`): 76, 41, 31 and 18 working days are as section 2
of the Order reckons them; its 86 and 36 hold only for a revision not later than the replies. The table
lets the initiator revise until the protocol is drawn, and the meeting's term then starts anew: 99 and 43.

Choices of reading, where the table may be read in two ways:

* *The end of `position`* (no association) is the last day of the bodies' terms, even if all filed
  before it: until that day each may replace its position (art. 19), and the reply follows the term
  (art. 13).
* All appeals filed in time are awaited; one decision that names no side answers all of them.
* A finding corrected to *affects* prevails over *not affecting* (art. 16: doubt is read in favour of
  conciliation). After silence has spoken, a late finding, acceptance or return has no effect.
* An appeal or contest after its term, and a decision on an appeal after its own, have no effect;
  they are on record as late.
"""

from __future__ import annotations

from makul.core.procedure import Clock, Done, Length, Notice, Procedure
from makul.law.order import order_terms
from makul.law.parameters import editions as parameter_editions
from makul.law.procedures.npa.result import RESULT_STEPS
from makul.law.procedures.npa.sequence import SEQUENCE

KEY = "npa"
EDITIONS = ("2026-proposed",)
ROLES = ("initiator", "association", "lsg", "facilitator", "decider", "appeal_body")
ACT_KINDS = ("law", "sub_statutory")
STEPS = (*SEQUENCE, *RESULT_STEPS)

# Shown beside an adoption: words on courts for the kind of act they apply to, and no others (Q27).
NOTICES = (
    Notice(
        (
            "consequence.bypass.record",
            "consequence.bypass.notice",
            "consequence.bypass.validity",
        ),
        Done("adopted"),
        on_skipped=True,
    ),
    Notice(("consequence.court.cost",), Done("adopted")),
    Notice(
        (
            "consequence.court.jurisdiction",
            "consequence.court.term",
            "consequence.court.standing",
            "consequence.court.procedure",
        ),
        Done("adopted"),
        kinds=("sub_statutory",),
        clock=Clock(Done("published"), "court_claim_months"),
    ),
    Notice(("consequence.court.advice",), Done("adopted")),
)


def build(edition: str) -> Procedure:
    """The procedure with the terms of an edition of the Order.

    Raises: LawGap("no_edition", edition).

    >>> build("2026-proposed").terms["position"].on("short")
    5
    """
    numbers = order_terms(edition)
    terms = {
        key: Length(term.ordinary, term.short, term.unit)
        for key, term in numbers.items()
        if term.unit in ("wd", "mo")
    }
    # The months for going to court are the Code's, not the Order's.
    claim = parameter_editions()["court_claim_months"][-1]
    months = int(claim.value)
    terms["court_claim_months"] = Length(months, months, claim.unit)
    return Procedure(
        key=KEY,
        edition=edition,
        roles=ROLES,
        steps=STEPS,
        terms=terms,
        evening_hour=numbers["evening_hour"].ordinary,
        silent_steps=("position", "association_position"),
        reaches="notified",
        goal="forwarded",
        notices=NOTICES,
        act_kinds=ACT_KINDS,
    )
