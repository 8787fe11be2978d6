"""A smaller case of the demonstration led from its package as far as its story goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any

from makul.cases.actions.meetings import (
    MeetingRecord,
    PresenceInput,
    ResultInput,
    hold_meeting,
    invite_meeting,
)
from makul.cases.actions.positions import PositionInput
from makul.cases.actions.replies import ReplyInput, draft_reply, publish_replies
from makul.cases.actions.rows import RowWords, filed_remarks, merge_remarks
from makul.cases.models import Case, Meeting
from makul.web.demonstration import moves, texts
from makul.web.demonstration.bodies import UNREACHED, kinds_of_all
from makul.web.demonstration.opinions import heard, opinions_of
from makul.web.demonstration.stage import COMMITTEE, DESK, UNION, Moments, Stage, post_letters


@dataclass(frozen=True, slots=True)
class Circle:
    """One invented draft, whose it is, and the bodies it is sent to: `count` of them from `first`."""

    stage: Stage
    key: str
    initiator: str
    first: int
    count: int

    @property
    def bodies(self) -> list[str]:
        return list(islice(kinds_of_all(), self.first, self.first + self.count))

    @property
    def case(self) -> Case:
        return moves.case_of(self.key)

    def opened(self, *, day: int, value: str = "affects") -> Moments:
        """Submitted, and two days later checked and screened."""
        yield from moves.submitted(
            self.stage, self.key, initiator=self.initiator, decider=COMMITTEE, day=day
        )
        now = yield from moves.checked(self.stage, self.key, day=day + 2, value=value)
        return now

    def told(self, *, day: int) -> Moments:
        now = yield from moves.told(self.stage, self.case, self.bodies, day=day)
        return now

    def heard(self, *, first: int, last: int, silent: int = 4) -> Moments:
        """All but every `silent`-th body answer."""
        speaking = [
            body
            for place, body in enumerate(self.bodies)
            if place % silent and body not in UNREACHED
        ]
        opinions = opinions_of(self.stage, topics(), speaking)
        now = yield from heard(self.stage, self.case, opinions, first=first, last=last)
        return now

    def merged(self, *, day: int) -> Moments:
        """The association's expert puts alike remarks together, its director files the opinion."""
        now = yield self.stage.at(day, 10)
        groups = [[r for r in filed_remarks(self.case) if r.eid == one["eid"]] for one in topics()]
        for topic, remarks in zip(topics(), groups, strict=True):
            now = yield now + timedelta(minutes=15)
            words = RowWords(**in_words(topic))
            actor = self.stage.drafter(UNION)
            merge_remarks(case=self.case, remarks=remarks, actor=actor, now=now, words=words)
        now = yield self.stage.at(day, 15)
        summary = "\n".join(texts.read("words")["union"].values())
        content = PositionInput("not_agreed", "ky", summary)
        moves.union_says(self.stage, self.case, content, now=now)
        return now

    def drafted(self, *, day: int, rows: int = 3) -> Moments:
        """The ministry drafts its replies to the first `rows` rows."""
        now = yield self.stage.at(day, 9, 50)
        for row, topic in zip(self.case.rows.order_by("number")[:rows], topics(), strict=False):
            now = yield now + timedelta(minutes=20)
            reply = topic["reply"]
            content = ReplyInput(
                kind=reply["kind"],
                text_ky=reply["ky"],
                text_ru=reply["ru"],
                wording_ky=topic["wording"]["ky"] if reply["kind"] == "accepted" else "",
                wording_ru=topic["wording"]["ru"] if reply["kind"] == "accepted" else "",
            )
            draft_reply(row=row, content=content, actor=self.stage.drafter(self.initiator), now=now)
        return now

    def replied(self, *, day: int) -> Moments:
        yield from self.drafted(day=day)
        now = yield self.stage.at(day, 16, 40)
        publish_replies(case=self.case, actor=self.stage.signer(self.initiator), now=now)
        return now

    def invited(self, *, day: int, planned: int) -> Moments:
        now = yield self.stage.at(day, 11, 15)
        invite_meeting(
            case=self.case,
            planned_at=self.stage.at(planned, 10),
            place=texts.read("words")["place"],
            actor=self.stage.drafter(DESK),
            now=now,
        )
        now = yield from post_letters(now)
        return now

    def met(self, *, day: int) -> Moments:
        """One row settled, one not; the third was accepted before."""
        now = yield self.stage.at(day, 12)
        said = texts.read("words")
        record = MeetingRecord(
            held_at=self.stage.at(day, 10),
            presences=[
                PresenceInput(self.stage.parties[self.party(key)], office, how == "decides")
                for key, office, how in said["offices"]
            ],
            results=self.results(said["open_note"]),
            record_ky=said["minutes"]["ky"],
            record_ru=said["minutes"]["ru"],
        )
        meeting = Meeting.objects.select_related("case").get(case=self.case)
        hold_meeting(meeting=meeting, content=record, actor=self.stage.drafter(DESK), now=now)
        return now

    def party(self, key: str) -> str:
        return self.initiator if key == "ministry" else key

    def results(self, note: dict[str, str]) -> list[ResultInput]:
        rows = self.case.rows.filter(kind="objection").order_by("number")
        found = []
        for row, topic in zip(rows, topics(), strict=False):
            agreed = topic.get("agreed", {"ky": "", "ru": ""})
            found.append(
                ResultInput(
                    row,
                    "agreed" in topic,
                    wording_ky=agreed["ky"],
                    wording_ru=agreed["ru"],
                    note_ky=note["ky"],
                    note_ru=note["ru"],
                )
            )
        return found

    def to_protocol(self, *, told: int, union: int, replied: int, met: int, drawn: int) -> Moments:
        """The whole road from the package to the protocol, by the days of its steps."""
        yield from self.opened(day=told - 3)
        yield from self.told(day=told)
        yield from self.heard(first=told + 2, last=union - 4)
        yield from self.merged(day=union)
        yield from self.replied(day=replied)
        yield from self.invited(day=replied + 1, planned=met)
        yield from self.met(day=met)
        now = yield from moves.drawn(self.stage, self.case, day=drawn)
        return now


def topics() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = texts.read("topics")
    return found


def in_words(topic: dict[str, Any]) -> dict[str, str]:
    return {
        **{f"text_{language}": topic["summary"][language] for language in texts.LANGUAGES},
        **{f"wording_{language}": topic["wording"][language] for language in texts.LANGUAGES},
    }
