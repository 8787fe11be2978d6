"""The steps of an expertise, from its order to the second deliberation."""

from __future__ import annotations

from makul.core.procedure import (
    All,
    Both,
    Clock,
    Done,
    Filed,
    Not,
    Over,
    Silence,
    Step,
    Takes,
    When,
)

ORDERERS = ("committee", "association")
EXPERTS = ("lead", "replacement", "expert")  # the one who leads owes the common opinion
NAMED = ("lead", "expert")  # those appointed first
RECUSED = ("recused",)  # who has declared a conflict keeps the standing to have done so
DECLARED = ("none", "conflict")
CONFLICT = Filed("interests_declared", ("conflict",))
NOT_ALL_RECUSED = Not(Both((Not(Takes("lead")), Not(Takes("expert")))))
UNFAVOURABLE = Filed("verdict", ("not_acceptable",))
WITH_CHANGES = Filed("verdict", ("acceptable_with_changes",))
ASKED = Filed("materials_asked")
GOES_ON = Silence("goes_on")
KEPT = Silence("deemed", "kept")
# The experts know whom they may not be, and what they asked for has come or will not come.
READY = All(
    (
        Done("appointed"),
        When(NOT_ALL_RECUSED, Over("interests_declared")),
        When(CONFLICT, Over("replaced")),
        When(Filed("replaced"), Over("replacement_declared")),
        When(ASKED, Over("materials_given")),
    )
)

SEQUENCE = (
    Step("ordered", ORDERERS, right="right.committee.1"),
    Step(
        "appointed",
        ("facilitator",),
        (Clock(Done("ordered"), "appoint"),),
        substitutes=ORDERERS,
        repeats=True,
        duty="step.appointed.term",
        consequence="step.appointed.silence",
    ),
    Step(
        "interests_declared",
        NAMED,
        (Clock(Done("appointed", last=True), "declare"),),
        each=True,
        substitutes=RECUSED,
        values=DECLARED,
        silence=GOES_ON,
        duty="step.interests_declared.term",
        consequence="step.interests_declared.silence",
    ),
    Step(
        "replaced",
        ("facilitator",),
        (Clock(Done("interests_declared", ("conflict",)), "appoint"),),
        when=CONFLICT,
        substitutes=ORDERERS,
        repeats=True,
        silence=GOES_ON,
        duty="step.replaced.term",
    ),
    Step(
        "replacement_declared",
        ("replacement",),
        (Clock(Done("replaced", last=True), "declare"),),
        each=True,
        when=Filed("replaced"),
        substitutes=RECUSED,
        values=DECLARED,
        silence=GOES_ON,
        duty="step.replacement_declared.term",
        consequence="step.interests_declared.silence",
    ),
    Step(
        "materials_asked",
        EXPERTS,
        (Clock(Done("appointed")),),
        until=Done("verdict"),
        optional=True,
        right="right.expert.1",
    ),
    Step(
        "materials_given",
        ("initiator",),
        (Clock(Done("materials_asked"), "materials"),),
        when=ASKED,
        stand_in="committee",
        until=Done("verdict"),
        silence=GOES_ON,
        duty="step.materials_given.term",
        consequence="step.materials_given.silence",
    ),
    Step(
        "verdict",
        EXPERTS,
        (Clock(READY, "verdict"),),
        values=("acceptable", "acceptable_with_changes", "not_acceptable", "insufficient"),
        closes={"acceptable": "expertise_acceptable", "insufficient": "insufficient"},
        gate=True,
        duty="step.verdict.term",
        consequence="step.expertise_lapsed.what",
    ),
    Step(
        "dissented",
        EXPERTS,
        (Clock(Done("verdict"), "dissent"),),
        each=True,
        until=Done("expertise_attached"),
        optional=True,
        after_close=True,
        silence=GOES_ON,
        right="right.expert.2",
    ),
    Step(
        "expertise_attached",
        ("facilitator",),
        (Clock(Done("verdict"), "attach"),),
        substitutes=ORDERERS,
        after_close=True,
        duty="step.expertise_attached.term",
    ),
    Step(
        "changes_answered",
        ("initiator",),
        (Clock(Done("verdict"), "answer"),),
        when=WITH_CHANGES,
        stand_in="committee",
        values=("changed", "kept"),
        closes={"changed": "changes_made", "kept": "changes_declined"},
        silence=KEPT,
        duty="step.changes_answered.term",
        consequence="step.answered.silence",
    ),
    Step(
        "verdict_answered",
        ("initiator",),
        (Clock(Done("verdict"), "answer"),),
        when=UNFAVOURABLE,
        stand_in="committee",
        values=("changed", "kept"),
        silence=KEPT,
        duty="step.verdict_answered.term",
        consequence="step.answered.silence",
    ),
    Step(
        "second_deliberation",
        EXPERTS,
        (Clock(Done("verdict_answered"), "second"),),
        when=UNFAVOURABLE,
        values=("maintained", "acceptable_now", "verdict_withdrawn"),
        closes={
            "maintained": "twice_unacceptable",
            "acceptable_now": "acceptable_at_last",
            "verdict_withdrawn": "verdict_withdrawn",
        },
        silence=Silence("deemed", "maintained"),
        gate=True,
        duty="step.second_deliberation.term",
        consequence="step.second_deliberation.silence",
    ),
    Step(
        "second_attached",
        ("facilitator",),
        (Clock(Done("second_deliberation"), "attach"),),
        when=UNFAVOURABLE,
        substitutes=ORDERERS,
        after_close=True,
        duty="step.second_attached.term",
    ),
    Step(
        "order_revoked",
        ORDERERS,
        (Clock(Done("ordered")),),
        until=Done("verdict"),
        optional=True,
        closes={"*": "order_revoked"},
        right="right.committee.2",
    ),
    Step(
        "expertise_lapsed",
        ("facilitator",),
        (Clock(Done("ordered"), "lapse", stops=Done("verdict")),),
        closes={"*": "expertise_lapsed"},
        silence=Silence("deemed"),
        optional=True,
        in_turn=True,
        waits=True,
        consequence="step.expertise_lapsed.what",
    ),
)
