"""Rows, replies and meetings of the shorter stories: one row a topic, answered as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from makul.cases.actions.meetings import (
    MeetingRecord,
    PresenceInput,
    ResultInput,
    TaskInput,
    hold_meeting,
    invite_meeting,
)
from makul.cases.actions.minutes import correct_minutes
from makul.cases.actions.replies import ReplyInput, draft_reply, publish_replies
from makul.cases.actions.rows import RowWords, filed_remarks, merge_remarks
from makul.cases.models import Meeting, Row
from makul.web.demonstration import moves, texts
from makul.web.demonstration.stage import DESK, UNION, Moments, Stage, post_letters, said

PLACE = "Бишкек жана аралыктан / Бишкек и дистанционно"
MINUTES = {
    "ky": "{day} макулдашуу кеңешмеси (КӨРСӨТМӨ). Ар бир сап окулду, тараптар угулду.",
    "ru": "{day} – согласительное совещание (ДЕМОНСТРАЦИЯ). Каждая строка прочитана, стороны выслушаны.",
}

TASK = {
    "ky": "Макулдашылган редакцияны долбоордун эки тилдеги текстине киргизүү (КӨРСӨТМӨ).",
    "ru": "Внести согласованные редакции в текст проекта на обоих языках (ДЕМОНСТРАЦИЯ).",
}
CORRECTION = "1-сап боюнча: биз талаптын өзүнө каршы эмеспиз, каражаты берилбеген милдетке каршыбыз (КӨРСӨТМӨ)."


def merged(stage: Stage, key: str, *, day: int, topics: int | None = None) -> Moments:
    """The expert of the association merges the remarks of each topic (or of the first few)."""
    case = moves.case_of(key)
    now = yield stage.at(day, 10)
    for topic in texts.act(key)["topics"][:topics]:
        now = yield now + timedelta(minutes=12)
        alike = [one for one in filed_remarks(case) if one.eid == topic["eid"]]
        if alike:
            words = both_words(topic)
            merge_remarks(
                case=case, remarks=alike, actor=stage.drafter(UNION), now=now, words=words
            )
    return now


def both_words(topic: dict[str, Any]) -> RowWords:
    """A row in both languages, from the first remark of each."""
    first = {
        language: next(one for one in topic["remarks"] if one["language"] == language)
        for language in texts.LANGUAGES
    }
    return RowWords(
        text_ky=first["ky"]["text"],
        text_ru=first["ru"]["text"],
        wording_ky=first["ky"].get("wording", ""),
        wording_ru=first["ru"].get("wording", ""),
    )


def rows(key: str) -> Iterator[tuple[Row, dict[str, Any]]]:
    """The rows of a case, each with its topic."""
    topics = {topic["eid"]: topic for topic in texts.act(key)["topics"]}
    for row in moves.case_of(key).rows.order_by("number"):
        yield row, topics[row.eid]


def replies_drafted(
    stage: Stage, key: str, *, day: int, initiator: str, count: int | None = None
) -> Moments:
    """The ministry's specialist drafts the replies (or the first few of them)."""
    now = yield stage.at(day, 11)
    for row, topic in list(rows(key))[:count]:
        now = yield now + timedelta(minutes=15)
        reply = topic["reply"]
        content = ReplyInput(
            reply["kind"], text_ky=reply["ky"], text_ru=reply["ru"], **offered(topic)
        )
        draft_reply(row=row, content=content, actor=stage.drafter(initiator), now=now)
    return now


def offered(topic: dict[str, Any]) -> dict[str, str]:
    """The wording the ministry offers where it takes a remark into account in part."""
    reply = topic["reply"]
    words = reply.get("wording") or topic.get("agreed", {})
    if reply["kind"] != "partly":
        return {}
    return {f"wording_{language}": words.get(language, "") for language in texts.LANGUAGES}


def replied(stage: Stage, key: str, *, day: int, initiator: str) -> Moments:
    yield from replies_drafted(stage, key, day=day - 1, initiator=initiator)
    now = yield stage.at(day, 15)
    publish_replies(case=moves.case_of(key), actor=stage.signer(initiator), now=now)
    return now


def invited(stage: Stage, key: str, *, day: int, held: int) -> Moments:
    now = yield stage.at(day, 10, 20)
    invite_meeting(
        case=moves.case_of(key),
        planned_at=stage.at(held, 10),
        place=PLACE,
        actor=stage.drafter(DESK),
        now=now,
    )
    now = yield from post_letters(now)
    return now


def met(stage: Stage, key: str, *, day: int, initiator: str) -> Moments:
    """The meeting with its results: settled where a wording was agreed."""
    now = yield stage.at(day, 12, 10)
    case = moves.case_of(key)
    minutes = {name: text.format(day=said(now, name)) for name, text in MINUTES.items()}
    meeting = Meeting.objects.get(case=case, held_at=None)
    record = MeetingRecord(
        held_at=stage.at(day, 10),
        presences=presences(stage, initiator),
        results=list(results(key, meeting)),
        record_ky=minutes["ky"],
        record_ru=minutes["ru"],
        is_consent_taken=True,
        tasks=[
            TaskInput(stage.parties[initiator], TASK["ky"], TASK["ru"], due_on=stage.day(day + 2))
        ],
    )
    hold_meeting(meeting=meeting, content=record, actor=stage.drafter(DESK), now=now)
    return now


def presences(stage: Stage, initiator: str) -> list[PresenceInput]:
    return [
        PresenceInput(
            stage.parties[initiator], "министрдин орун басары / заместитель министра", True
        ),
        PresenceInput(stage.parties[UNION], "аткаруучу директор / исполнительный директор", True),
    ]


def corrected(stage: Stage, key: str, *, day: int) -> Moments:
    """The association corrects the record of its own words before anyone has signed."""
    now = yield stage.at(day, 14, 30)
    meeting = Meeting.objects.get(case=moves.case_of(key))
    actor = stage.drafter(UNION)
    correct_minutes(meeting=meeting, text=CORRECTION, language="ky", actor=actor, now=now)
    return now


def results(key: str, meeting: Meeting) -> Iterator[ResultInput]:
    """What became of each row that was discussed; the consent list is taken as it is."""
    consent = set(meeting.agenda.filter(part="consent").values_list("row", flat=True))
    for row, topic in rows(key):
        agreed = topic.get("agreed", {})
        if topic["reply"]["kind"] != "accepted" and row.pk not in consent:
            yield ResultInput(
                row,
                bool(agreed),
                wording_ky=agreed.get("ky", ""),
                wording_ru=agreed.get("ru", ""),
            )
