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

from dataclasses import replace

from makul.core.procedure import (
    All,
    Any,
    Both,
    Clock,
    Done,
    Ended,
    Filed,
    Has,
    Latest,
    Length,
    Missed,
    Not,
    Notice,
    Over,
    Own,
    Procedure,
    Silence,
    Step,
    Takes,
    When,
)
from makul.law.order import order_terms
from makul.law.parameters import editions as parameter_editions

KEY = "npa"
EDITIONS = ("2026-proposed",)
ROLES = ("initiator", "association", "lsg", "facilitator", "decider", "appeal_body")
ACT_KINDS = ("law", "sub_statutory")

# Conditions ---------------------------------------------------------------------------------------
REMARKS, UNSETTLED, ASSOCIATION = Has("remarks"), Has("unsettled"), Takes("association")
ON_THE_ROAD = Filed("screened", ("affects",))
EXEMPT = Both((Filed("screened", ("not_affecting", "exempt")), Not(ON_THE_ROAD)))
NOT_REQUIRED = Both((EXEMPT, Not(Filed("contested"))))
REVISED = Filed("revised", ("substantial",))

# Points -------------------------------------------------------------------------------------------
# Conciliation opens: the package accepted and its need found, or claimed by a body (Q1).
OPENED = All((Done("accepted"), Any((Done("screened", ("affects",)), Done("contested")))))
# The opinions are in: the associations' or, where there is none, the term of the bodies (Q13, Q14).
OPINIONS = All(
    (
        OPENED,
        When(ASSOCIATION, Over("association_position")),
        When(Not(ASSOCIATION), Ended("position")),
    )
)
# The answers are given, or deemed declined; with no remarks none are owed (Q3, Q15).
ANSWERS = All((When(REMARKS, Done("replied")), When(Not(REMARKS), OPINIONS)))
AFTER_REVISION = When(REVISED, Over("revision_position"))
# The appeal road is finished, or was not opened (Q4).
APPEALS = Any((Over("appeal_decided"), Missed("appealed")))
# Nobody carried the notice to the side that must answer it: no later clock can start (Q2, Q5).
NOT_CARRIED = Any(
    (
        When(ASSOCIATION, Missed("notified", to="association")),
        When(Not(ASSOCIATION), Missed("notified", to="lsg")),
    )
)
RESULT = Latest((Done("protocol"), Missed("protocol"), NOT_CARRIED))

DEEMED = Silence("deemed")
GOES_ON = Silence("goes_on")

STEPS = (
    Step(
        "submitted",
        ("initiator",),
        duty="duty.initiator.1",
        right="right.initiator.1",
    ),
    Step(
        "accepted",
        ("facilitator",),
        (Clock(Done("submitted"), "accept"),),
        silence=DEEMED,
        duty="step.accepted.term",
        consequence="step.accepted.silence",
    ),
    Step(
        "returned",
        ("facilitator",),
        instead_of="accepted",
        closes={"*": "returned"},
        consequence="step.returned.again",
    ),
    Step(
        "screened",
        ("facilitator",),
        (Clock(Done("submitted"), "screen"),),
        values=("affects", "not_affecting", "exempt"),
        silence=Silence("deemed", "affects"),
        duty="step.screened.term",
        consequence="step.screened.silence",
    ),
    Step(
        "contested",
        ("association", "lsg"),
        (Clock(Done("screened", ("not_affecting", "exempt")), "contest"),),
        when=EXEMPT,
        silence=GOES_ON,
        void_late=True,
        right="right.association.2",
        consequence="step.contested.effect",
    ),
    Step(
        "cleared",
        ("facilitator",),
        (Clock(Missed("contested"), "clear"),),
        when=EXEMPT,
        closes={"*": "cleared"},
        silence=DEEMED,  # added
        in_turn=True,
        gate=True,
        duty="step.cleared.what",
    ),
    Step(
        "notified",
        ("facilitator",),
        (Clock(OPENED, "notify"),),
        to=("association", "lsg"),
        substitutes=("initiator", "association"),
        duty="duty.facilitator.3",
        consequence="duty.facilitator.5",
    ),
    Step(
        "position",
        ("lsg",),
        (Clock(Own("notified"), "position"),),
        each=True,
        opens=OPENED,
        until=Any((Done("replied"), Done("protocol"))),
        silence=GOES_ON,
        repeats=True,
        right="right.lsg.1",
        consequence="step.position.silence",
    ),
    Step(
        "association_position",
        ("association",),
        (Clock(Own("notified"), "association", floor=("association_floor", "position")),),
        each=True,
        opens=OPENED,
        until=Any((Done("replied"), Done("protocol"))),
        silence=GOES_ON,
        right="right.association.3",
        consequence="step.association_position.silence",
    ),
    Step(
        "replied",
        ("initiator",),
        (Clock(OPINIONS, "reply"),),
        when=REMARKS,
        until=Done("protocol"),
        silence=Silence("deemed", "declined", unsettles=True),
        duty="duty.initiator.2",
        consequence="step.replied.silence",
    ),
    Step(
        "settled",
        ("association", "lsg"),
        (Clock(ANSWERS),),
        when=Both((REMARKS, UNSETTLED)),
        until=Done("protocol"),
        optional=True,
        repeats=True,
        right="step.settled.what",
    ),
    Step(
        "revised",
        ("initiator",),
        (Clock(Done("notified")),),
        values=("substantial", "minor"),
        until=Done("protocol"),
        optional=True,
        right="right.initiator.3",
        consequence="step.revised.second",
    ),
    Step(
        "revision_position",
        ("association", "lsg"),
        (Clock(Done("revised", ("substantial",)), "revision"),),
        each=True,
        when=REVISED,
        until=Done("protocol"),
        silence=GOES_ON,
        right="step.revision_position.term",
    ),
    Step(
        "meeting",
        ("facilitator",),
        (Clock(All((ANSWERS, AFTER_REVISION)), "meeting"),),
        when=UNSETTLED,
        substitutes=("association",),
        until=Done("protocol"),
        silence=GOES_ON,
        duty="step.meeting.term",
        consequence="duty.facilitator.5",
    ),
    Step(
        "protocol",
        ("facilitator",),
        (
            Clock(
                All(
                    (
                        When(UNSETTLED, Over("meeting")),
                        When(Not(UNSETTLED), ANSWERS),
                        AFTER_REVISION,
                    )
                ),
                "protocol",
            ),
        ),
        substitutes=("initiator", "association"),
        values=(),
        gate=True,
        duty="step.protocol.term",
        consequence="step.protocol.silence",
    ),
    Step(
        "signed",
        ("association", "initiator"),
        (Clock(Done("protocol"), "sign"),),
        each=True,
        stand_in="lsg",
        silence=GOES_ON,
        duty="step.signed.term",
        consequence="step.signed.silence",
    ),
    Step(
        "signature_refused",
        ("association", "initiator"),
        each=True,
        stand_in="lsg",
        instead_of="signed",
        right="step.signature_refused.what",
    ),
    Step(
        "complained",
        ("initiator", "association", "lsg"),
        (
            Clock(
                Latest((Done("returned"), Done("screened"), Ended("notified"), Done("submitted"))),
                "complain",
            ),
        ),
        opens=Done("submitted"),
        side=True,
        repeats=True,
        after_close=True,
        right="step.complained.what",
    ),
    Step(
        "complaint_decided",
        ("appeal_body",),
        (Clock(Done("complained"), "complaint"),),
        answers="complained",
        after_close=True,
        duty="step.complaint_decided.term",
    ),
    Step(
        "appealed",
        ("association", "initiator"),
        (Clock(Over("signed"), "appeal"),),
        each=True,
        stand_in="lsg",
        when=UNSETTLED,
        silence=GOES_ON,
        void_late=True,
        right="right.association.6",
        consequence="step.appeal_decided.effect",
    ),
    Step(
        "waived",
        ("association", "initiator"),
        each=True,
        stand_in="lsg",
        instead_of="appealed",
        right="step.appealed.waived",
    ),
    Step(
        "appeal_decided",
        ("appeal_body",),
        (Clock(Done("appealed"), "appeal_decide"),),
        answers="appealed",
        values=("dismissed", "advice", "repeat"),
        closes={"repeat": "remitted"},
        silence=GOES_ON,
        void_late=True,
        duty="step.appeal_decided.term",
        consequence="step.appeal_decided.silence",
    ),
    Step(
        "forwarded",
        ("initiator",),
        (Clock(All((Over("signed"), When(UNSETTLED, APPEALS)))),),
        to=("decider",),
        gate=True,
        duty="duty.initiator.4",
        consequence="consequence.gate.1",
    ),
    Step(
        "considered",
        ("decider",),
        (Clock(Own("forwarded")),),
        each=True,
        when=UNSETTLED,
        duty="duty.decider.2",
        consequence="step.considered.silence",
    ),
    Step(
        "amended",
        ("decider",),
        (Clock(Done("forwarded")),),
        optional=True,
        repeats=True,
        right="right.decider.1",
        consequence="step.amended.silence",
    ),
    Step(
        "amendment_position",
        ("association",),
        (Clock(Done("amended", last=True), "amendment"),),
        each=True,
        anew=True,
        when=Filed("amended"),
        silence=GOES_ON,
        right="step.amendment_position.content",
    ),
    Step(
        "adopted",
        ("decider",),
        (
            Clock(
                All(
                    (
                        When(NOT_REQUIRED, Over("cleared")),
                        When(Not(NOT_REQUIRED), Over("forwarded")),
                        When(Both((Not(NOT_REQUIRED), UNSETTLED)), Over("considered")),
                        When(
                            Both((Filed("amended"), ASSOCIATION)),
                            Over("amendment_position"),
                        ),
                    )
                )
            ),
        ),
        closes={"*": "adopted"},
        gate=True,
        prevails=True,
        right="right.decider.1",
        consequence="consequence.bypass.record",
    ),
    Step(
        "rejected",
        ("decider",),
        (Clock(Done("forwarded")),),
        optional=True,
        closes={"*": "rejected"},
        right="right.decider.1",
    ),
    Step(
        "withdrawn",
        ("initiator",),
        (Clock(Done("submitted")),),
        optional=True,
        closes={"*": "withdrawn"},
        right="right.initiator.5",
        consequence="step.withdrawn.successor",
    ),
    Step(
        "lapsed",
        ("facilitator",),
        (
            Clock(RESULT, "lapse_protocol", stops=Done("forwarded")),
            Clock(Done("forwarded"), "lapse_decider", renewed="forwarded"),
        ),
        closes={"*": "lapsed"},
        silence=DEEMED,  # added
        optional=True,
        in_turn=True,
        waits=True,
        consequence="step.lapsed.what",
    ),
    Step(
        "published",
        ("facilitator",),
        (Clock(Done("adopted")),),
        when=Not(NOT_REQUIRED),
        after_close=True,
        duty="step.published.what",
    ),
    Step(
        "compared",
        ("facilitator",),
        (Clock(Done("published"), "compare"),),
        when=Not(NOT_REQUIRED),
        after_close=True,
        duty="step.compared.term",
    ),
)

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

# Steps whose time stands in a sentence about another step, for those who read the order by step.
SAME_SENTENCES = {"rejected": "adopted", "waived": "appealed"}


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
        steps=tuple(replace(step) for step in STEPS),
        terms=terms,
        evening_hour=numbers["evening_hour"].ordinary,
        silent_steps=("position", "association_position"),
        reaches="notified",
        goal="forwarded",
        notices=NOTICES,
    )
