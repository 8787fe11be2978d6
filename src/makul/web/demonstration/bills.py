"""An invented register of bills is read; a deputies' bill goes past local bodies while the watch looks on."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from makul.bills.actions.answering import file_opinion, let_be
from makul.bills.actions.finding import find_touching
from makul.bills.actions.noticing import notice_pending
from makul.bills.actions.taking_in import RegisterFile, take_in
from makul.bills.models import Alert, Bill
from makul.web.demonstration import texts
from makul.web.demonstration.stage import COMMITTEE, DESK, UNION, Stage, Story

SOURCE = "demo-kenesh"
PASSED_BY, LET_BE, UNLIKE = "Д-2", "Д-17", "Д-8"
# What becomes of the bill that is passed by: working days from the day of loading, kind, readings.
ROAD = (
    (-14, "agenda", ""),
    (-12, "agenda_changed", ""),
    (-9, "fast_track", "2,3"),
    (-8, "adopted", ""),
)


def stories(stage: Stage) -> list[Story]:
    return [watched(stage)]


def watched(stage: Stage) -> Story:
    """The register is read; the association answers; the bill is adopted all the same."""
    now = yield stage.at(-21, 9, 10)
    read(stage, now=now)
    now = yield stage.at(-20, 15)
    let_be(
        alert=alert_of(LET_BE),
        reason=texts.read("bills")["let_be"]["ky"],
        actor=stage.signer(UNION),
        now=now,
    )
    now = yield stage.at(-19, 11)
    find_touching(
        bill=bill_of(UNLIKE),
        touches="yes",
        interests=["property"],
        actor=stage.drafter(DESK),
        now=now,
    )
    now = yield stage.at(-18, 16)
    file_opinion(alert=alert_of(PASSED_BY), actor=stage.signer(UNION), now=now)
    for day, _kind, _readings in ROAD:
        now = yield stage.at(day, 18, 20)
        read(stage, now=now, until=day)


def bill_of(number: str) -> Bill:
    return Bill.objects.get(source=SOURCE, number=number)


def alert_of(number: str) -> Alert:
    return Alert.objects.get(bill__source=SOURCE, bill__number=number, kind="no_case")


def read(stage: Stage, *, now: datetime, until: int = -21) -> None:
    """The register as it stood that day, taken in whole: what was known changes nothing."""
    rows = [passed_by(stage, until=until), *others(stage)]
    data = json.dumps({"bills": rows}, ensure_ascii=False).encode()
    file = RegisterFile(SOURCE, "demo-register.json", "json", data, is_demonstration=True)
    take_in(file=file, actor=stage.drafter(DESK), now=now)
    notice_pending(now=now)


def passed_by(stage: Stage, *, until: int) -> dict[str, Any]:
    said, words = texts.read("bills")["passed_by"], texts.read("bills")["events"]
    events = [
        {
            "kind": kind,
            "on": stage.day(day).isoformat(),
            "readings": readings,
            "text_ky": words[kind]["ky"],
            "text_ru": words[kind]["ru"],
        }
        for day, kind, readings in ROAD
        if day <= until
    ]
    return {
        "number": said["number"],
        "title_ky": said["ky"],
        "title_ru": said["ru"],
        "summary_ky": said["summary_ky"],
        "summary_ru": said["summary_ru"],
        "initiator_kind": said["who"],
        "registered_on": stage.day(said["day"]).isoformat(),
        "committee": COMMITTEE,
        "stage": "adopted" if until >= ROAD[-1][0] else "committee",
        "events": events,
    }


def others(stage: Stage) -> list[dict[str, Any]]:
    return [
        {
            "number": f"Д-{number}",
            "title_ky": ky,
            "title_ru": ru,
            "initiator_kind": who,
            "registered_on": stage.day(day).isoformat(),
            "committee": COMMITTEE,
            "stage": reached,
        }
        for number, day, who, reached, ky, ru in texts.read("bills")["bills"]
    ]
