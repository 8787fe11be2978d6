"""The steps of a sitting: scheduled, invited, held, and its minutes drafted, corrected, approved."""

from __future__ import annotations

from makul.core.procedure import (
    All,
    ByAll,
    Clock,
    Done,
    Either,
    Latest,
    Named,
    Over,
    Own,
    Silence,
    Step,
    Takes,
    When,
)

ASSOCIATION = Takes("association")
OTHERS = Either((ASSOCIATION, Takes("invited")))  # somebody may correct the minutes
PLANNED = Named("scheduled", moved="postponed")
DEEMED = Silence("deemed")
GOES_ON = Silence("goes_on")
# What makes an invitation owed: the sitting, its new day, an item added after the agenda was sent.
TO_INVITE = Latest(
    (
        Done("scheduled"),
        Done("postponed", last=True),
        Done("agenda_changed", ("touches",), last=True),
    )
)

BEFORE = (
    Step(
        "scheduled",
        ("committee",),
        duty="duty.committee.1",
        right="right.committee.1",
    ),
    Step(
        "agenda_changed",
        ("committee",),
        (Clock(Done("scheduled")),),
        values=("touches", "other"),
        until=Done("held"),
        optional=True,
        repeats=True,
        right="right.committee.2",
        consequence="step.agenda_changed.again",
    ),
    Step(
        "invited",
        ("committee",),
        (Clock(TO_INVITE, "invite", before=PLANNED),),
        to=("association",),
        when=ASSOCIATION,
        until=Done("held"),
        anew=True,
        duty="duty.committee.2",
        consequence="consequence.invited.record",
    ),
    Step(
        "opinion",
        ("association",),
        (Clock(Own("invited")),),
        each=True,
        opens=Done("scheduled"),
        until=Done("held"),
        optional=True,
        repeats=True,
        right="right.association.2",
        consequence="step.opinion.minutes",
    ),
    Step(
        "postponed",
        ("committee",),
        (Clock(Done("scheduled")),),
        until=Done("held"),
        optional=True,
        repeats=True,
        right="right.committee.3",
        consequence="step.postponed.again",
    ),
    Step(
        "cancelled",
        ("committee",),
        (Clock(Done("scheduled")),),
        closes={"*": "cancelled"},
        until=Done("held"),
        optional=True,
        right="right.committee.3",
        consequence="step.cancelled.told",
    ),
)

AFTER = (
    Step(
        "held",
        ("committee",),
        (Clock(All((Done("scheduled"), When(ASSOCIATION, ByAll("invited"))))),),
        opens=Done("scheduled"),
        gate=True,
        duty="duty.committee.3",
        consequence="consequence.invited.notice",
    ),
    Step(
        "not_held",
        ("committee",),
        (Clock(PLANNED, "lapse_plan", stops=Done("held")),),
        closes={"*": "not_held"},
        silence=DEEMED,
        optional=True,
        in_turn=True,
        waits=True,
        consequence="step.not_held.what",
    ),
    Step(
        "dissent",
        ("committee", "association", "invited"),
        (Clock(Done("held")),),
        opens=Done("scheduled"),
        until=Done("minutes_approved"),
        optional=True,
        repeats=True,
        right="right.association.4",
        consequence="step.dissent.minutes",
    ),
    Step(
        "minutes_drafted",
        ("committee",),
        (Clock(Done("held"), "draft_minutes"),),
        duty="duty.committee.5",
        consequence="step.without_minutes.what",
    ),
    Step(
        "minutes_corrected",
        ("association", "invited"),
        (Clock(Done("minutes_drafted"), "correct"),),
        each=True,
        when=OTHERS,
        until=Done("minutes_approved"),
        silence=GOES_ON,
        void_late=True,
        repeats=True,
        right="right.association.5",
        consequence="step.minutes_corrected.attached",
    ),
    Step(
        "minutes_approved",
        ("committee",),
        (
            Clock(
                All((Done("minutes_drafted"), When(OTHERS, Over("minutes_corrected")))),
                "approve",
            ),
        ),
        closes={"deemed": "minutes_deemed", "*": "minutes_approved"},
        silence=Silence("deemed", "deemed"),
        gate=True,
        duty="duty.committee.6",
        consequence="step.minutes_approved.silence",
    ),
    Step(
        "without_minutes",
        ("committee",),
        (Clock(Done("held"), "lapse_minutes", stops=Done("minutes_drafted")),),
        closes={"*": "without_minutes"},
        silence=DEEMED,
        optional=True,
        in_turn=True,
        waits=True,
        consequence="step.without_minutes.what",
    ),
)

STEPS = (*BEFORE, *AFTER)
