"""Stretches of the road that several stories travel: from the package to the association's opinion."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from makul.cases.actions.positions import PositionInput
from makul.cases.actions.step import StatementInput, state_step
from makul.cases.models import Case, Statement
from makul.parties.models import Mandate
from makul.web.demonstration import moves, settled, texts
from makul.web.demonstration.bodies import UNREACHED
from makul.web.demonstration.opinions import heard, opinions_of
from makul.web.demonstration.stage import ADOPTER, UNION, Moments, Stage

OPINION = {
    "ky": "Ассоциация мүчөлөрүнүн окшош сын-пикирлерин саптарга бириктирди. Каршы пикирлер жөнгө салынганга чейин макул эмес.",
    "ru": "Ассоциация объединила сходные замечания членов в строки. До урегулирования возражений не согласна.",
}


def aimaks(first: int, count: int) -> list[str]:
    """Aiyl aimaks by number, without those no letter reaches."""
    found = [f"demo-aa-{number:02}" for number in range(first, first + count)]
    return [key for key in found if key not in UNREACHED]


def cities(first: int, count: int) -> list[str]:
    return [f"demo-city-{number}" for number in range(first, first + count)]


def asked(
    stage: Stage,
    key: str,
    *,
    initiator: str,
    start: int,
    circle: Sequence[str],
    decider: str = ADOPTER,
) -> Moments:
    """Submitted, found complete and affecting after two working days, told on the third."""
    yield from moves.submitted(stage, key, initiator=initiator, decider=decider, day=start)
    yield from moves.checked(stage, key, day=start + 2)
    now = yield from moves.told(stage, moves.case_of(key), circle, day=start + 3)
    return now


def answered(stage: Stage, key: str, *, bodies: Sequence[str], first: int, last: int) -> Moments:
    """What these bodies say of the draft, in turn."""
    opinions = opinions_of(stage, texts.act(key)["topics"], bodies)
    now = yield from heard(stage, moves.case_of(key), opinions, first=first, last=last)
    return now


def united(stage: Stage, key: str, *, day: int) -> Moments:
    """The association merges every remark and files its opinion the same day."""
    yield from settled.merged(stage, key, day=day)
    now = yield stage.at(day, 16, 20)
    content = PositionInput("not_agreed", "ky", "\n\n".join(OPINION.values()))
    moves.union_says(stage, moves.case_of(key), content, now=now)
    return now


def heard_out(
    stage: Stage,
    key: str,
    *,
    initiator: str,
    start: int,
    circle: Sequence[str],
    decider: str = ADOPTER,
) -> Moments:
    """The road up to the association's opinion, on the 23rd working day; every fourth is silent."""
    yield from asked(stage, key, initiator=initiator, start=start, circle=circle, decider=decider)
    bodies = [body for n, body in enumerate(circle) if n % 4 != 3]
    yield from answered(stage, key, bodies=bodies, first=start + 4, last=start + 17)
    now = yield from united(stage, key, day=start + 23)
    return now


def stated(
    stage: Stage,
    case: Case,
    step: str,
    *,
    right: str,
    actor: Mandate,
    at: datetime,
    words: dict[str, str],
    points: Sequence[str] = (),
    answers: Statement | None = None,
) -> Moments:
    """A step that is said in words, in both languages."""
    now = yield at
    content = StatementInput(
        step=step,
        right=right,
        text=f"{words['ky']}\n\n{words['ru']}",
        language="ky",
        points=points,
        answers=answers,
    )
    state_step(case=Case.objects.get(pk=case.pk), content=content, actor=actor, now=now)
    return now


def reached_protocol(
    stage: Stage,
    key: str,
    *,
    initiator: str,
    start: int,
    circle: Sequence[str],
    decider: str = ADOPTER,
) -> Moments:
    """The road up to the protocol, 45 working days after the package; the minutes are corrected."""
    yield from heard_out(
        stage, key, initiator=initiator, start=start, circle=circle, decider=decider
    )
    yield from settled.replied(stage, key, day=start + 33, initiator=initiator)
    yield from settled.invited(stage, key, day=start + 35, held=start + 42)
    yield from settled.met(stage, key, day=start + 42, initiator=initiator)
    yield from settled.corrected(stage, key, day=start + 43)
    now = yield from moves.drawn(stage, moves.case_of(key), day=start + 45)
    return now


def signed_by_both(stage: Stage, key: str, *, initiator: str, day: int) -> Moments:
    case = moves.case_of(key)
    now = yield from moves.signed(stage, case, [(initiator, day), (UNION, day + 1)])
    return now
