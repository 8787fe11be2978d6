"""Municipal expertises: one deliberated twice, one without enough materials, others on their way."""

from __future__ import annotations

from typing import Any

from makul.bills.models import Bill
from makul.expertise.actions.materials import ask_materials
from makul.expertise.actions.ordering import (
    OrderInput,
    appoint_expert,
    declare_interest,
    order_expertise,
)
from makul.expertise.actions.register import ExpertInput, declare_standing, enter_expert
from makul.expertise.actions.verdict import answer_verdict, attach_opinion, dissent, sign_verdict
from makul.expertise.actions.worksheet import (
    CostInput,
    FindingInput,
    ProposalInput,
    keep_costs,
    keep_findings,
    keep_verdict,
)
from makul.expertise.models import Expert, Expertise
from makul.expertise.queries.opinion import opinion_of, text_digest
from makul.web.demonstration import bills, texts
from makul.web.demonstration.stage import (
    COMMITTEE,
    DESK,
    MINISTRY,
    UNION,
    Moments,
    Stage,
    Story,
    post_letters,
)

# Numbers of the invented register of bills.
PROPERTY, LIABILITY, BORDERS = "Д-8", "Д-22", "Д-39"
REPORTS, AVALANCHES, MINES = "Д-3", "Д-12", "Д-34"
FIRST, SECOND, THIRD, FOURTH = (f"demo-expert-{n}" for n in range(1, 5))
ENTERED = -149


def stories(stage: Stage) -> list[Story]:
    return [
        entered(stage),
        twice(stage),
        insufficient(stage),
        under_way(stage),
        begun(stage),
        with_changes(stage),
        answered(stage),
    ]


def told() -> dict[str, Any]:
    found: dict[str, Any] = texts.read("expertise")
    return found


def entered(stage: Stage) -> Story:
    """The register of experts, and what one of them declares for every expertise."""
    now = yield stage.at(ENTERED, 16)
    for key, said in told()["experts"].items():
        content = ExpertInput(**said)
        enter_expert(party=stage.parties[key], content=content, actor=stage.drafter(DESK), now=now)
    for key, said in told()["standing"].items():
        declare_standing(
            expert=expert_of(key),
            text=said["ky"],
            language="ky",
            body=stage.parties[said["body"]],
            to_on=None,
            actor=stage.signer(key),
            now=now,
        )


def expert_of(key: str) -> Expert:
    return Expert.objects.select_related("party").get(party__key=key)


def expertise_of(number: str) -> Expertise:
    """The expertise of a bill, as it stands now."""
    found = Expertise.objects.select_related("case", "bill", "ordered_by")
    return found.get(bill__source=bills.SOURCE, bill__number=number)


def ordered(
    stage: Stage, number: str, task: dict[str, str], *, by: str, initiator: str = "", day: int
) -> Moments:
    """An expertise of a bill is ordered."""
    now = yield stage.at(day, 10, 20)
    bill = Bill.objects.get(source=bills.SOURCE, number=number)
    content = OrderInput(
        facilitator=stage.parties[DESK],
        bill=bill,
        committee=stage.parties[COMMITTEE],
        initiator=stage.parties[initiator] if initiator else None,
        associations=[stage.parties[UNION]],
        task_ky=task["task_ky"],
        task_ru=task["task_ru"],
    )
    order_expertise(content=content, actor=stage.signer(by), now=now)
    return now


def appointed(stage: Stage, number: str, *keys: str, day: int) -> Moments:
    now = yield stage.at(day, 14, 10)
    for key in keys:
        appoint_expert(
            expertise=expertise_of(number),
            expert=expert_of(key),
            actor=stage.drafter(DESK),
            now=now,
        )
    now = yield from post_letters(now)
    return now


def declared(
    stage: Stage, number: str, key: str, *, day: int, hour: int, conflict: str = ""
) -> Moments:
    now = yield stage.at(day, hour)
    declare_interest(
        expertise=expertise_of(number),
        has_conflict=bool(conflict),
        text=conflict,
        language="ky",
        actor=stage.signer(key),
        now=now,
    )
    return now


def twice(stage: Stage) -> Story:
    """Not acceptable, kept by the ministry, deliberated a second time: it stands."""
    task = {f"task_{one}": words for one, words in told()["task"].items()}
    yield from ordered(stage, PROPERTY, task, by=COMMITTEE, initiator=MINISTRY, day=-20)
    yield from appointed(stage, PROPERTY, FIRST, SECOND, day=-19)
    yield from declared(stage, PROPERTY, FIRST, day=-18, hour=10)
    yield from declared(stage, PROPERTY, SECOND, day=-18, hour=15, conflict=told()["conflict"])
    yield from appointed(stage, PROPERTY, THIRD, day=-17)
    yield from declared(stage, PROPERTY, THIRD, day=-16, hour=11)
    yield from found(stage, PROPERTY, FIRST, day=-12)
    yield from signed(stage, PROPERTY, FIRST, "not_acceptable", told()["reasons"], day=-12)
    now = yield stage.at(-11, 10)
    dissent(
        expertise=expertise_of(PROPERTY),
        text=told()["dissent"],
        language="ky",
        actor=stage.signer(THIRD),
        now=now,
    )
    yield from attached(stage, PROPERTY, 1, day=-9)
    now = yield stage.at(-6, 17)
    answer_verdict(
        expertise=expertise_of(PROPERTY),
        value="kept",
        text=told()["answer"],
        language="ky",
        files=[],
        actor=stage.signer(MINISTRY),
        now=now,
    )
    yield from signed(stage, PROPERTY, FIRST, "maintained", told()["second"], day=-3, number_of=2)
    yield from attached(stage, PROPERTY, 2, day=-2)


def found(stage: Stage, number: str, key: str, *, day: int) -> Moments:
    """The worksheet: every question that is asked has its answer, costs have three estimates."""
    now = yield stage.at(day, 11, 30)
    expertise, actor, said = expertise_of(number), stage.signer(key), told()["findings"]
    asked = [one.question.key for one in opinion_of(expertise).asked]
    keep_findings(
        expertise=expertise,
        findings={
            one: FindingInput(said[one]["answer"], said[one]["ky"], said[one]["ru"])
            for one in asked
            if one in said
        },
        actor=actor,
        now=now,
    )
    keep_costs(expertise=expertise, lines=list(cost_lines()), actor=actor, now=now)
    return now


def cost_lines() -> list[CostInput]:
    source = told()["source"]
    return [
        CostInput(kind, term, bodies, low, likely, high, source["ky"], source["ru"])
        for kind, (bodies, *six) in told()["costs"].items()
        for term, (low, likely, high) in (("one_off", six[:3]), ("yearly", six[3:]))
    ]


def signed(
    stage: Stage,
    number: str,
    key: str,
    value: str,
    reasons: dict[str, str],
    *,
    day: int,
    number_of: int = 1,
) -> Moments:
    """The verdict is kept, read whole and signed."""
    now = yield stage.at(day, 16, 30)
    expertise, actor = expertise_of(number), stage.signer(key)
    is_worded = value in ("not_acceptable", "acceptable_with_changes")
    proposals = [ProposalInput(**told()["proposal"])] if is_worded else []
    verdict = keep_verdict(
        expertise=expertise,
        deliberation=number_of,
        value=value,
        reasons_ky=reasons["ky"],
        reasons_ru=reasons["ru"],
        proposals=proposals,
        actor=actor,
        now=now,
    )
    sign_verdict(verdict=verdict, sha256=text_digest(verdict), actor=actor, now=now)
    now = yield from post_letters(now)
    return now


def attached(stage: Stage, number: str, deliberation: int, *, day: int) -> Moments:
    now = yield stage.at(day, 9, 50)
    attach_opinion(
        expertise=expertise_of(number),
        deliberation=deliberation,
        actor=stage.drafter(DESK),
        now=now,
    )
    return now


def insufficient(stage: Stage) -> Story:
    """Materials were asked for and did not come: no judgement on the draft."""
    said = told()["insufficient"]
    task = {"task_ky": said["task_ky"], "task_ru": said["task_ru"]}
    yield from ordered(stage, LIABILITY, task, by=UNION, day=-18)
    yield from appointed(stage, LIABILITY, FOURTH, day=-17)
    yield from declared(stage, LIABILITY, FOURTH, day=-16, hour=9)
    now = yield stage.at(-15, 12)
    ask_materials(
        expertise=expertise_of(LIABILITY),
        text=said["asked"],
        language="ky",
        actor=stage.signer(FOURTH),
        now=now,
    )
    reasons = {"ky": said["reasons_ky"], "ru": said["reasons_ru"]}
    yield from signed(stage, LIABILITY, FOURTH, "insufficient", reasons, day=-7)
    yield from attached(stage, LIABILITY, 1, day=-5)


def under_way(stage: Stage) -> Story:
    """Experts are appointed and have declared; the opinion is owed."""
    said = told()["under_way"]
    yield from ordered(stage, BORDERS, said, by=UNION, initiator="", day=-6)
    yield from appointed(stage, BORDERS, FOURTH, THIRD, day=-5)
    yield from declared(stage, BORDERS, FOURTH, day=-4, hour=10)
    yield from declared(stage, BORDERS, THIRD, day=-4, hour=12)
    now = yield stage.at(-1, 15)
    keep_verdict(
        expertise=expertise_of(BORDERS),
        deliberation=1,
        value="acceptable",
        reasons_ky=said["draft_ky"],
        reasons_ru="",
        actor=stage.signer(FOURTH),
        now=now,
    )


def begun(stage: Stage) -> Story:
    """An expert is recused and another is to be appointed; the one who leads has still to declare."""
    yield from ordered(stage, REPORTS, told()["begun"], by=UNION, day=-3)
    yield from appointed(stage, REPORTS, FOURTH, SECOND, day=-2)
    words = told()["conflict"]
    yield from declared(stage, REPORTS, SECOND, day=-1, hour=11, conflict=words)


def with_changes(stage: Stage) -> Story:
    """Acceptable with changes: the ministry has still to answer, the desk to attach."""
    said = told()["with_changes"]
    yield from ordered(stage, AVALANCHES, said, by=COMMITTEE, initiator=MINISTRY, day=-10)
    yield from appointed(stage, AVALANCHES, FIRST, FOURTH, day=-9)
    yield from declared(stage, AVALANCHES, FIRST, day=-8, hour=13)
    yield from declared(stage, AVALANCHES, FOURTH, day=-8, hour=14)
    yield from signed(stage, AVALANCHES, FIRST, "acceptable_with_changes", said["reasons"], day=-1)


def answered(stage: Stage) -> Story:
    """Not acceptable, and the ministry has changed the text: the experts deliberate again."""
    said = told()["answered"]
    yield from ordered(stage, MINES, said, by=COMMITTEE, initiator=MINISTRY, day=-14)
    yield from appointed(stage, MINES, FOURTH, day=-13)
    yield from declared(stage, MINES, FOURTH, day=-12, hour=12)
    yield from signed(stage, MINES, FOURTH, "not_acceptable", said["reasons"], day=-8)
    yield from attached(stage, MINES, 1, day=-7)
    now = yield stage.at(-2, 12)
    answer_verdict(
        expertise=expertise_of(MINES),
        value="changed",
        text=said["answer"],
        language="ky",
        files=[],
        actor=stage.signer(MINISTRY),
        now=now,
    )
