"""What came of the lighting law: the decider's reasons, the adopted text, who won each point."""

from __future__ import annotations

from makul.cases.actions.outcomes import (
    ComparisonInput,
    DecisionInput,
    compare_rows,
    consider_rows,
    record_adoption,
)
from makul.cases.actions.step import StatementInput, state_step
from makul.web.demonstration import moves, texts
from makul.web.demonstration.lighting.package import case, words
from makul.web.demonstration.lighting.settling import rows
from makul.web.demonstration.stage import COMMITTEE, DESK, MINISTRY, Moments, Stage, said


def forwarded(stage: Stage, *, day: int) -> Moments:
    now = yield from moves.stepped(
        stage,
        case(),
        "forwarded",
        right="forward",
        actor=stage.signer(MINISTRY),
        at=stage.at(day, 10, 30),
        to=COMMITTEE,
    )
    return now


def decided(stage: Stage, *, day: int) -> Moments:
    """The committee gives its reasons row by row; the act is adopted the same day."""
    now = yield stage.at(day, 11)
    decisions = [
        DecisionInput(
            row, told["decision"]["taken"], told["decision"]["ky"], told["decision"]["ru"]
        )
        for row, told in rows()
        if "decision" in told
    ]
    consider_rows(case=case(), decisions=decisions, actor=stage.signer(COMMITTEE), now=now)
    now = yield stage.at(day, 15, 45)
    adopted = {
        language: text.replace("{day}", said(stage.day(day), language))
        for language, text in texts.pair("lighting/adopted").items()
    }
    record_adoption(
        case=case(),
        decider=stage.parties[COMMITTEE],
        files=texts.files("adopted", texts=adopted),
        actor=stage.drafter(COMMITTEE),
        now=now,
    )
    return now


def compared(stage: Stage, *, published: int, compared: int) -> Moments:
    now = yield stage.at(published, 12)
    note = StatementInput(
        step="published",
        right="record_outcome",
        text="\n".join(words()["published"].values()),
        language="ky",
    )
    state_step(case=case(), content=note, actor=stage.drafter(DESK), now=now)
    now = yield stage.at(compared, 15)
    comparisons = [
        ComparisonInput(
            row,
            told["outcome"]["result"],
            eid=told["outcome"]["eid"],
            is_promise_kept=told["outcome"]["kept"],
            note_ky=told["outcome"]["ky"],
            note_ru=told["outcome"]["ru"],
        )
        for row, told in rows()
    ]
    compare_rows(case=case(), comparisons=comparisons, actor=stage.drafter(DESK), now=now)
    return now
