"""Committees sit: one with the association heard, one without inviting it, two to come; and a bill is read."""

from __future__ import annotations

import json
from collections.abc import Generator
from datetime import datetime, timedelta
from typing import Any

from makul.bills.actions.taking_in import RegisterFile, take_in
from makul.bills.models import Bill
from makul.cases.actions.opening import make_agreement
from makul.cases.models import Agreement, Row
from makul.documents.models import Version
from makul.journal.actions import record
from makul.sittings.actions.agenda import ItemInput, add_item
from makul.sittings.actions.dissenting import DissentInput, hand_in_dissent
from makul.sittings.actions.inviting import invite_associations
from makul.sittings.actions.minutes import (
    answer_correction,
    approve_minutes,
    correct_minutes,
    draft_minutes,
)
from makul.sittings.actions.opining import prepare_opinion, release_opinion
from makul.sittings.actions.reading import (
    FateInput,
    ReadingInput,
    put_bill_text,
    record_reading,
    trace_rows,
)
from makul.sittings.actions.recording import (
    BallotInput,
    PresenceInput,
    SpeechInput,
    decide_item,
    hold_sitting,
    note_presence,
    note_speech,
    record_ballot,
)
from makul.sittings.actions.scheduling import SittingInput, schedule_sitting
from makul.sittings.models import AgendaItem, Convocation, House, Reading, Sitting
from makul.sittings.queries.reading import SUGGESTED
from makul.web.demonstration import bills, moves, texts
from makul.web.demonstration.lighting import package as lighting
from makul.web.demonstration.lighting import settling
from makul.web.demonstration.stage import (
    COMMITTEE,
    DESK,
    MINISTRY,
    PANEL,
    UNION,
    Moments,
    Stage,
    Story,
    post_letters,
)

CONVOCATION = "VIII"
LOCAL, AGRARIAN = "demo-jk-local", "demo-jk-agrarian"
HOUSES = (COMMITTEE, LOCAL, AGRARIAN)
LIGHTING = "lighting"
KENESH = "Д-3"  # a bill of deputies in the invented register
ENTERED = -149


def stories(stage: Stage) -> list[Story]:
    told_in_order = (entered, considered, uninvited, waiting, lately, invited, due)
    return [story(stage) for story in told_in_order]


def entered(stage: Stage) -> Story:
    """The committees of the convocation, and their undertaking to keep the order of sittings."""
    now = yield stage.at(ENTERED, 15)
    convocation = Convocation.objects.create(number=CONVOCATION, source=told()["source"])
    for number, key in enumerate(HOUSES, 1):
        House.objects.create(
            convocation=convocation,
            party=stage.parties[key],
            number=number,
            as_of=stage.day(ENTERED),
            source=told()["source"],
        )
    record(subject="committees", action="committees_loaded", party="operator", at=now)
    for number, key in enumerate(HOUSES, 1):
        agreement = Agreement(
            procedure="sitting",
            edition="2026-proposed",
            initiator=stage.parties[key],
            association=stage.parties[UNION],
            facilitator=stage.parties[DESK],
            appeal_body=stage.parties[PANEL],
            document=f"№ К-{number} (көрсөтмө / демонстрация)",
            signed_on=stage.day(ENTERED),
        )
        now = yield now + timedelta(minutes=number)
        make_agreement(agreement=agreement, now=now)


def told() -> dict[str, Any]:
    found: dict[str, Any] = texts.read("sittings")
    return found


def registered(stage: Stage, key: str, *, day: int, now: datetime) -> Bill:
    """A bill of the Cabinet in the invented register, its conciliation named in the row."""
    said = told()["bills"][key]
    title = lighting.case() if key == LIGHTING else moves.case_of(key)
    row = {
        "number": said["number"],
        "title_ky": title.title_ky,
        "title_ru": title.title_ru,
        "initiator_kind": said["who"],
        "registered_on": stage.day(day).isoformat(),
        "committee": COMMITTEE,
        "stage": "committee",
        "case_number": title.number,
    }
    data = json.dumps({"bills": [row]}, ensure_ascii=False).encode()
    name = f"demo-register-{key}.json"
    file = RegisterFile(bills.SOURCE, name, "json", data, is_demonstration=True)
    take_in(file=file, actor=stage.drafter(DESK), now=now)
    return bills.bill_of(said["number"])


def planned(stage: Stage, house: str, *, day: int, now: datetime) -> Sitting:
    content = SittingInput(stage.parties[house], stage.at(day, 10), told()["place"]["ky"])
    return schedule_sitting(content=content, actor=stage.drafter(house), now=now)


def put(
    stage: Stage, sitting: Sitting, reason: str, *, now: datetime, **content: Any
) -> AgendaItem:
    """An item that touches local communities, with the reason."""
    words = ItemInput(touches_local=True, reason=told()["reasons"][reason], **content)
    actor = stage.drafter(sitting.house.key)
    return add_item(sitting=sitting, content=words, actor=actor, now=now)


def considered(stage: Stage) -> Story:
    """The lighting law: invited in time, heard, voted, with a dissent; then read three times."""
    now = yield stage.at(-46, 10)
    bill = registered(stage, LIGHTING, day=-46, now=now)
    text = put_bill_text(
        bill=bill,
        files=texts.files("bill", texts=texts.pair("lighting/draft")),
        actor=stage.drafter(COMMITTEE),
        now=now,
    )
    now = yield stage.at(-45, 11)
    version = text.versions.get(number=1, language="ky")
    sitting = planned(stage, COMMITTEE, day=-36, now=now)
    item = put(stage, sitting, "lighting", now=now, bill=bill, readings="1", version=version)
    plan = ItemInput(title_ky=told()["other"]["plan"]["ky"], title_ru=told()["other"]["plan"]["ru"])
    other = add_item(sitting=sitting, content=plan, actor=stage.drafter(COMMITTEE), now=now)
    now = yield stage.at(-44, 12)
    invite_associations(sitting=sitting, actor=stage.drafter(COMMITTEE), now=now)
    yield from post_letters(now)
    yield from opined(stage, item, day=-38, is_released=True)
    yield from heard(stage, item, other, day=-36)
    yield from minuted(stage, sitting, day=-34)
    yield from read(stage, bill, item, version, day=-33)
    now = yield stage.at(-21, 17)
    text = put_bill_text(
        bill=bill,
        files=texts.files("bill-2", texts=adopted(stage)),
        actor=stage.drafter(COMMITTEE),
        now=now,
    )
    version = text.versions.get(number=2, language="ky")
    content = ReadingInput("2,3", stage.day(-21), version=version, is_carried=True)
    yield from traced(stage, bill, content, at=now + timedelta(minutes=30))


def adopted(stage: Stage) -> dict[str, str]:
    """The text of the second reading is the one that was adopted the day after."""
    pair = texts.pair("lighting/adopted")
    return {code: text.replace("{day}", "—") for code, text in pair.items()}


def opined(stage: Stage, item: AgendaItem, *, day: int, is_released: bool) -> Moments:
    """The opinion is drawn up from the conciliation; the director hands it in."""
    now = yield stage.at(day, 14)
    opinion = prepare_opinion(item=item, actor=stage.drafter(UNION), now=now)
    if is_released:
        now = yield now + timedelta(hours=1)
        release_opinion(opinion=opinion, actor=stage.signer(UNION), now=now)
    return now


def heard(stage: Stage, item: AgendaItem, other: AgendaItem, *, day: int) -> Moments:
    """Who is there, who speaks in which order, how it is voted; the association dissents."""
    now = yield stage.at(day, 10, 5)
    sitting, clerk = item.sitting, stage.drafter(COMMITTEE)
    present = [
        PresenceInput("member", office=told()["offices"]["deputy"]["ky"], count=9),
        PresenceInput("initiator", party=stage.parties[MINISTRY]),
        PresenceInput("association", party=stage.parties[UNION]),
    ]
    note_presence(sitting=sitting, presences=present, actor=clerk, now=now)
    note = item.opinions.get().note("ky")
    for content in speeches(stage, note=note):
        now = yield now + timedelta(minutes=6)
        note_speech(item=item, content=content, actor=clerk, now=now)
    now = yield now + timedelta(minutes=10)
    record_ballot(item=item, content=BallotInput(7, 1, True, abstained=1), actor=clerk, now=now)
    decided(item, "decision", stage=stage, now=now)
    record_ballot(item=other, content=BallotInput(9, 0, True), actor=clerk, now=now)
    decided(other, "plan_decision", stage=stage, now=now)
    dissent = DissentInput(told()["dissent"]["text"], told()["dissent"]["language"])
    hand_in_dissent(item=item, content=dissent, actor=stage.signer(UNION), now=now)
    now = yield stage.at(day, 12, 10)
    hold_sitting(
        sitting=sitting,
        held_at=stage.at(day, 10, 5),
        ended_at=stage.at(day, 12),
        has_quorum=True,
        actor=clerk,
        now=now,
    )
    return now


def speeches(stage: Stage, *, note: str) -> list[SpeechInput]:
    said, offices = told()["speeches"], told()["offices"]
    return [
        SpeechInput(
            party=stage.parties[MINISTRY],
            text_ky=said["ministry"]["ky"],
            text_ru=said["ministry"]["ru"],
        ),
        SpeechInput(party=stage.parties[UNION], text_ky=note, is_word_for_word=True),
        SpeechInput(
            office=offices["deputy"]["ky"],
            text_ky=said["deputy"]["ky"],
            text_ru=said["deputy"]["ru"],
        ),
    ]


def decided(item: AgendaItem, key: str, *, stage: Stage, now: datetime) -> None:
    words, house = told()[key], item.sitting.house.key
    decide_item(
        item=item,
        decision_ky=words["ky"],
        decision_ru=words["ru"],
        actor=stage.drafter(house),
        now=now,
    )


def minuted(stage: Stage, sitting: Sitting, *, day: int) -> Moments:
    """Drafted, corrected by the association, answered, approved by the chair."""
    now = yield stage.at(day, 16)
    sitting.refresh_from_db()
    minutes = draft_minutes(sitting=sitting, actor=stage.drafter(COMMITTEE), now=now)
    yield from post_letters(now)
    now = yield stage.at(day + 1, 11)
    correction = correct_minutes(
        minutes=minutes,
        text=told()["correction"]["text"],
        language=told()["correction"]["language"],
        actor=stage.drafter(UNION),
        now=now,
    )
    now = yield stage.at(day + 2, 10)
    answer_correction(
        correction=correction,
        is_taken=True,
        answer=told()["answer"],
        actor=stage.drafter(COMMITTEE),
        now=now,
    )
    now = yield stage.at(day + 5, 15)
    approve_minutes(minutes=minutes, actor=stage.signer(COMMITTEE), now=now)
    return now


def read(stage: Stage, bill: Bill, item: AgendaItem, version: Version, *, day: int) -> Moments:
    content = ReadingInput(
        "1",
        stage.day(day),
        item=item,
        version=version,
        votes_for=61,
        votes_against=9,
        abstained=3,
        is_carried=True,
    )
    now = yield from traced(stage, bill, content, at=stage.at(day + 6, 11))
    return now


def traced(stage: Stage, bill: Bill, content: ReadingInput, *, at: datetime) -> Moments:
    """The reading on record, and what its text made of each row; the first only weighs the idea."""
    now = yield at
    clerk = stage.drafter(COMMITTEE)
    reading = record_reading(bill=bill, content=content, actor=clerk, now=now)
    reading = Reading.objects.select_related("bill__case", "version").get(pk=reading.pk)
    fates = [
        fate(row, said) if "," in content.numbers else FateInput(row, "not_considered")
        for row, said in settling.rows()
    ]
    trace_rows(reading=reading, fates=fates, actor=clerk, now=now)
    return now


def fate(row: Row, said: dict[str, Any]) -> FateInput:
    """What the second reading made of a row: as the published comparison has it."""
    result = SUGGESTED[said["outcome"]["result"]]
    amendment = told()["amendment"] if result == "reopened" else ""
    return FateInput(row, result, eid=said["outcome"]["eid"], amendment=amendment)


def uninvited(stage: Stage) -> Story:
    """A bill of deputies is considered; nobody invites the association, and the minutes pass in silence."""
    now = yield stage.at(-16, 11)
    sitting = planned(stage, AGRARIAN, day=-11, now=now)
    bill = bills.bill_of(KENESH)
    item = put(stage, sitting, "kenesh", now=now, bill=bill, readings="1")
    now = yield stage.at(-11, 12)
    clerk = stage.drafter(AGRARIAN)
    present = [PresenceInput("member", office=told()["offices"]["deputy"]["ky"], count=8)]
    note_presence(sitting=sitting, presences=present, actor=clerk, now=now)
    record_ballot(item=item, content=BallotInput(8, 0, True), actor=clerk, now=now)
    decided(item, "kenesh_decision", stage=stage, now=now)
    hold_sitting(sitting=sitting, held_at=stage.at(-11, 10), actor=clerk, now=now, has_quorum=True)
    now = yield stage.at(-8, 16)
    sitting.refresh_from_db()
    draft_minutes(sitting=sitting, actor=clerk, now=now)


def waiting(stage: Stage) -> Story:
    """Minutes drafted three days ago: who was there may still correct them."""
    sitting = yield from roads(stage, day=-5)
    now = yield stage.at(-2, 16)
    sitting.refresh_from_db()
    draft_minutes(sitting=sitting, actor=stage.drafter(COMMITTEE), now=now)
    yield from post_letters(now)


def lately(stage: Stage) -> Story:
    """A sitting of yesterday whose minutes are still to be drafted."""
    yield from roads(stage, day=-1)


def roads(stage: Stage, *, day: int) -> Generator[datetime, datetime, Sitting]:
    """The committee hears how roads are kept in winter; the association is invited and comes."""
    now = yield stage.at(day - 9, 11)
    sitting, clerk = planned(stage, COMMITTEE, day=day, now=now), stage.drafter(COMMITTEE)
    title = told()["other"]["roads"]
    item = put(stage, sitting, "roads", now=now, title_ky=title["ky"], title_ru=title["ru"])
    now = yield stage.at(day - 8, 12)
    invite_associations(sitting=sitting, actor=clerk, now=now)
    yield from post_letters(now)
    now = yield stage.at(day, 12)
    present = [
        PresenceInput("member", office=told()["offices"]["deputy"]["ky"], count=8),
        PresenceInput("association", party=stage.parties[UNION]),
    ]
    note_presence(sitting=sitting, presences=present, actor=clerk, now=now)
    decided(item, "roads_decision", stage=stage, now=now)
    hold_sitting(sitting=sitting, held_at=stage.at(day, 10), actor=clerk, now=now, has_quorum=True)
    return sitting


def invited(stage: Stage) -> Story:
    """A sitting in three days: the association is invited, its opinion lies drafted."""
    now = yield stage.at(-7, 10)
    bill = registered(stage, "hydrants", day=-7, now=now)
    now = yield now + timedelta(minutes=10)
    sitting = planned(stage, COMMITTEE, day=3, now=now)
    item = put(stage, sitting, "hydrants", now=now, bill=bill, readings="1")
    now = yield stage.at(-6, 11)
    invite_associations(sitting=sitting, actor=stage.drafter(COMMITTEE), now=now)
    yield from post_letters(now)
    yield from opined(stage, item, day=-1, is_released=False)


def due(stage: Stage) -> Story:
    """A sitting in nine days: the invitation is still owed."""
    now = yield stage.at(-1, 15)
    sitting = planned(stage, LOCAL, day=9, now=now)
    bill = bills.bill_of(KENESH)
    put(stage, sitting, "kenesh", now=now, bill=bill, readings="2")
