"""How the rows of the lighting law were settled or not: replies, the meeting, the protocol."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from makul.cases.actions.meetings import (
    MeetingRecord,
    PresenceInput,
    ResultInput,
    hold_meeting,
    invite_meeting,
)
from makul.cases.actions.replies import ReplyInput, draft_reply, publish_replies
from makul.cases.models import Meeting, Row
from makul.web.demonstration import moves, texts
from makul.web.demonstration.lighting.package import case, words
from makul.web.demonstration.stage import (
    DESK,
    MINISTRY,
    UNION,
    Moments,
    Stage,
    post_letters,
    said,
)


def rows() -> Iterator[tuple[Row, dict[str, Any]]]:
    """Each row of the case with what the text of the demonstration says of it, in one order."""
    stored = case().rows.order_by("number")
    yield from zip(stored, texts.read("lighting/rows"), strict=True)


def replied(stage: Stage, *, day: int) -> Moments:
    """Drafted row by row by the specialist, published together by the deputy minister."""
    now = yield stage.at(day - 2, 10)
    for row, told in rows():
        now = yield now + timedelta(minutes=15)
        reply, agreed = told["reply"], told.get("agreed", {})
        content = ReplyInput(
            kind=reply["kind"],
            text_ky=reply["ky"],
            text_ru=reply["ru"],
            wording_ky=agreed.get("ky", "") if reply["kind"] == "accepted" else "",
            wording_ru=agreed.get("ru", "") if reply["kind"] == "accepted" else "",
        )
        draft_reply(row=row, content=content, actor=stage.drafter(MINISTRY), now=now)
    now = yield stage.at(day, 16, 30)
    publish_replies(case=case(), actor=stage.signer(MINISTRY), now=now)
    return now


def met(stage: Stage, *, invited: int, held: int) -> Moments:
    now = yield stage.at(invited, 11)
    invite_meeting(
        case=case(),
        planned_at=stage.at(held, 10),
        place=words()["place"],
        actor=stage.drafter(DESK),
        now=now,
    )
    yield from post_letters(now)
    now = yield stage.at(held, 12, 20)
    days = {"held": stage.day(held), "invited": stage.day(invited), "until": stage.day(held + 2)}
    meeting = Meeting.objects.get(case=case())
    record = record_of(stage, days=days, held_at=stage.at(held, 10))
    hold_meeting(meeting=meeting, content=record, actor=stage.drafter(DESK), now=now)
    return now


def record_of(stage: Stage, *, days: dict[str, Any], held_at: datetime) -> MeetingRecord:
    minutes = {
        language: text.format(**{name: said(day, language) for name, day in days.items()})
        for language, text in texts.pair("lighting/minutes").items()
    }
    return MeetingRecord(
        held_at=held_at,
        presences=[
            PresenceInput(stage.parties[key], office, how == "decides", how == "remote")
            for key, office, how in words()["presences"]
        ],
        results=list(results()),
        record_ky=minutes["ky"],
        record_ru=minutes["ru"],
    )


def results() -> Iterator[ResultInput]:
    """Rows that were not accepted come before the meeting: settled with a wording, or not."""
    for row, told in rows():
        agreed, way_out = told.get("agreed"), told.get("way_out", {})
        if row.is_minority or told["reply"]["kind"] == "accepted":
            continue
        yield ResultInput(
            row,
            bool(agreed),
            wording_ky=agreed["ky"] if agreed else "",
            wording_ru=agreed["ru"] if agreed else "",
            note_ky=way_out.get("ky", ""),
            note_ru=way_out.get("ru", ""),
        )


def drawn(stage: Stage, *, day: int) -> Moments:
    stage.progress("Drawing the protocol of disagreements")
    now = yield from moves.drawn(stage, case(), day=day)
    return now


def signed(stage: Stage, *, by_ministry: int, by_union: int) -> Moments:
    dissent = words()["dissent"]
    now = yield from moves.signed(
        stage,
        case(),
        [(MINISTRY, by_ministry), (UNION, by_union)],
        dissent=f"{dissent['ky']}\n{dissent['ru']}",
    )
    return now


def waived(stage: Stage, *, day: int) -> Moments:
    """Both sides declare that they will not appeal."""
    now = stage.at(day, 10)
    for hour, key in ((11, MINISTRY), (14, UNION)):
        now = yield from moves.stepped(
            stage, case(), "waived", right="appeal", actor=stage.signer(key), at=stage.at(day, hour)
        )
    return now
