"""Conditions of a case and points on its way, as the steps of the Order refer to them."""

from __future__ import annotations

from makul.core.procedure import (
    All,
    Any,
    Both,
    Done,
    Ended,
    Filed,
    Has,
    Latest,
    Missed,
    Not,
    Over,
    Silence,
    Takes,
    When,
)

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
