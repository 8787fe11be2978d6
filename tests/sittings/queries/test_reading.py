"""Readings are read in a fixed number of questions; what became of a row is suggested by its words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.bills.models import Bill
from makul.sittings.actions.reading import (
    FateInput,
    ReadingInput,
    put_bill_text,
    record_reading,
    trace_rows,
)
from makul.sittings.models import Reading
from makul.sittings.queries.reading import (
    items_of,
    readings_of,
    rows_through,
    rows_to_trace,
    texts_to_read,
    totals_of,
)
from tests.scene import START, Scene, build_scene
from tests.sittings.scene import ASKED_KY, BEFORE_KY, conciliated, make_bill, texts

pytestmark = pytest.mark.django_db
LATER = START + timedelta(days=60)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=3)


def read(scene: Scene, bill: Bill, numbers: str, *, changed: bool, after: int = 0) -> Reading:
    """A text put in and read on a day."""
    actor, now = scene.drafter(scene.committee), LATER + timedelta(days=after)
    document = put_bill_text(bill=bill, files=texts(changed=changed), actor=actor, now=now)
    version = document.versions.order_by("-number", "language").first()
    content = ReadingInput(numbers, now.date(), version=version, is_carried=True)
    return record_reading(bill=bill, content=content, actor=actor, now=now)


def trace(scene: Scene, reading: Reading) -> None:
    rows, _text = rows_to_trace(reading, language="ky")
    fates = [FateInput(one.shown.row, one.suggested, amendment="№ 7") for one in rows]
    actor = scene.drafter(scene.committee)
    trace_rows(reading=reading, fates=fates, actor=actor, now=reading.recorded_at)


def test_a_wording_found_in_the_text_is_suggested_as_taken_in(scene: Scene) -> None:
    bill = make_bill(conciliated(scene))
    rows, text = rows_to_trace(read(scene, bill, "1", changed=True), language="ky")
    assert text.language == "ky"
    first = next(one for one in rows if one.shown.row.eid == "art_3__part_1")
    other = next(one for one in rows if one.shown.row.eid == "art_2__part_2")
    assert (BEFORE_KY in first.conciliated, ASKED_KY in first.considered) == (True, True)
    assert (first.suggested, other.suggested) == ("taken", "declined")


def test_without_a_text_nothing_is_suggested(scene: Scene) -> None:
    bill = make_bill(conciliated(scene))
    content = ReadingInput("1", LATER.date())
    reading = record_reading(
        bill=bill, content=content, actor=scene.drafter(scene.committee), now=LATER
    )
    rows, text = rows_to_trace(reading, language="ru")
    assert ([one.suggested for one in rows], text.provisions) == (["", ""], ())


def test_what_was_taken_in_and_is_gone_is_suggested_as_reopened(scene: Scene) -> None:
    bill = make_bill(conciliated(scene))
    trace(scene, read(scene, bill, "1", changed=True))
    second = read(scene, bill, "2,3", changed=False, after=7)
    rows, _text = rows_to_trace(second, language="ky")
    told = {one.shown.row.eid: (one.suggested, one.former.result) for one in rows if one.former}
    assert told == {
        "art_3__part_1": ("reopened", "taken"),
        "art_2__part_2": ("declined", "declined"),
    }


def test_each_row_is_followed_through_all_readings(scene: Scene) -> None:
    bill = make_bill(conciliated(scene))
    trace(scene, read(scene, bill, "1", changed=True))
    trace(scene, read(scene, bill, "2", changed=False, after=7))
    shown = readings_of(bill)
    ways = rows_through(bill, shown)
    told = [[fate.result if fate else "" for _reading, fate in way.fates] for way in ways]
    assert told == [["taken", "reopened"], ["declined", "declined"]]
    assert totals_of(ways) == [("declined", 1), ("reopened", 1)]
    assert [one.counts for one in shown] == [
        [("taken", 1), ("declined", 1)],
        [("declined", 1), ("reopened", 1)],
    ]
    assert [one.comparable for one in shown] == ["ky", "ky"]


def test_questions_do_not_grow_with_the_readings(scene: Scene) -> None:
    bill = make_bill(conciliated(scene))
    counts = []
    for after, numbers in enumerate(("1", "2", "3")):
        trace(scene, read(scene, bill, numbers, changed=True, after=after))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            rows_through(bill, readings_of(bill))
        counts.append(len(asked))
    assert counts == [6, 6, 6]


def test_a_bill_without_readings_asks_once(scene: Scene) -> None:
    bill = make_bill()
    with CaptureQueriesContext(connection) as asked:
        assert (readings_of(bill), items_of(bill), texts_to_read(bill)) == ([], [], [])
    assert len(asked) == 3
