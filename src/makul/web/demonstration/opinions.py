"""What invented bodies say of a draft: drafted by the one, filed by the other, day after day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle
from typing import Any

from makul.cases.actions.positions import (
    PositionInput,
    RemarkInput,
    draft_position,
    file_position,
)
from makul.cases.models import Case, Position
from makul.web.demonstration.stage import Moments, Stage

DESK_WORK = timedelta(minutes=25)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one body says; `topics` are the places of its remarks in the table of what was said."""

    body: str
    content: PositionInput


def remark_of(said: dict[str, Any], *, eid: str, kind: str) -> RemarkInput:
    return RemarkInput(
        eid=eid,
        kind=kind,
        text=said["text"],
        wording=said.get("wording", ""),
        reason=said.get("reason", ""),
        once_som=said.get("once"),
        yearly_som=said.get("yearly"),
    )


def moments(stage: Stage, count: int, *, first: int, last: int) -> list[datetime]:
    """So many moments spread over working days and hours, in their order."""
    days = last - first + 1
    found = [stage.at(first + n * days // count, 9 + n * 5 % 8, n * 17 % 60) for n in range(count)]
    return sorted(found)


def heard(
    stage: Stage, case: Case, opinions: Sequence[Opinion], *, first: int, last: int
) -> Moments:
    """Each body drafts, and 25 minutes later its head files."""
    now = stage.at(first, 9)
    waiting: list[tuple[datetime, Position, str]] = []
    for start, opinion in zip(
        moments(stage, len(opinions), first=first, last=last), opinions, strict=True
    ):
        while waiting and waiting[0][0] <= start:
            now = yield from released(stage, *waiting.pop(0))
        now = yield start
        position = draft_position(
            case=case, content=opinion.content, actor=stage.drafter(opinion.body), now=now
        )
        waiting.append((now + DESK_WORK, position, opinion.body))
    for one in waiting:
        now = yield from released(stage, *one)
    return now


def released(stage: Stage, at: datetime, position: Position, body: str) -> Moments:
    now = yield at
    file_position(position=position, actor=stage.signer(body), now=now)
    return now


def opinions_of(
    stage: Stage, topics: Sequence[dict[str, Any]], bodies: Iterable[str]
) -> list[Opinion]:
    """One opinion a body in the language of its paperwork: topics and their wordings in turn.

    Every fifth body has no remark: it agrees, or is not affected.
    """
    turns = {
        (n, language): cycle([one for one in topic["remarks"] if one["language"] == language])
        for n, topic in enumerate(topics)
        for language in ("ky", "ru")
    }
    found = []
    for place, body in enumerate(bodies):
        language = stage.parties[body].language
        chosen = [place % len(topics), (place * 2 + 1) % len(topics)][: 1 + place % 3 % 2]
        if place % 5 == 4:
            stance = "agreed" if place % 2 else "not_affected"
            found.append(Opinion(body, PositionInput(stance, language)))
            continue
        remarks = [
            remark_of(next(turns[n, language]), eid=topics[n]["eid"], kind=topics[n]["kind"])
            for n in dict.fromkeys(chosen)
        ]
        stance = "not_agreed" if place % 2 else "agreed_with_remarks"
        found.append(Opinion(body, PositionInput(stance, language, "", remarks)))
    return found
