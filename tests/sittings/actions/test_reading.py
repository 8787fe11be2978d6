"""A reading is one entry with its text and vote; each row is traced; what was undone raises the watch."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from makul.bills.models import Alert, BillEvent
from makul.core.errors import BadInput, NotAllowed
from makul.documents.models import Document
from makul.journal.models import Entry
from makul.sittings.actions.reading import (
    FateInput,
    ReadingInput,
    put_bill_text,
    record_reading,
    trace_rows,
)
from makul.sittings.models import Reading, RowFate
from tests.scene import START, Scene, build_scene
from tests.sittings.scene import conciliated, make_bill, texts

pytestmark = pytest.mark.django_db
LATER = START + timedelta(days=60)
DAY = LATER.date()


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=3)


def entries(subject: str) -> list[tuple[str, str]]:
    found = Entry.objects.filter(subject=subject).order_by("number")
    return list(found.values_list("action", "value"))


def test_the_text_of_a_bill_is_read_into_provisions_and_the_former_stays(scene: Scene) -> None:
    bill = make_bill()
    actor = scene.drafter(scene.committee)
    first = put_bill_text(bill=bill, files=texts(changed=False), actor=actor, now=LATER)
    second = put_bill_text(bill=bill, files=texts(), actor=actor, now=LATER)
    assert first == second
    found = Document.objects.get(subject=bill.subject)
    assert list(found.versions.values_list("number", "language")) == [
        (1, "ky"),
        (1, "ru"),
        (2, "ky"),
        (2, "ru"),
    ]
    assert found.versions.get(number=2, language="ru").provisions.filter(eid="art_3").exists()
    assert entries(bill.subject) == [("document_registered", "draft"), ("version_added", "draft")]


@pytest.mark.parametrize("who", ["ministry", "union", "panel"])
def test_only_committee_and_desk_put_in_a_text(scene: Scene, who: str) -> None:
    actor = scene.drafter(getattr(scene, who))
    with pytest.raises(NotAllowed) as refused:
        put_bill_text(bill=make_bill(), files=texts(), actor=actor, now=LATER)
    assert refused.value.code == "wrong_role"


def test_a_text_without_a_file_is_none(scene: Scene) -> None:
    with pytest.raises(BadInput) as refused:
        put_bill_text(bill=make_bill(), files=[], actor=scene.drafter(scene.desk), now=LATER)
    assert refused.value.code == "no_files"


def test_a_reading_is_one_entry_and_the_register_of_bills_knows(scene: Scene) -> None:
    bill = make_bill()
    content = ReadingInput("1", DAY, votes_for=60, votes_against=5, abstained=1, is_carried=True)
    reading = record_reading(
        bill=bill, content=content, actor=scene.drafter(scene.committee), now=LATER
    )
    bill.refresh_from_db()
    assert (reading.votes_for, reading.is_carried, bill.stage) == (60, True, "reading_1")
    event = BillEvent.objects.get(bill=bill)
    assert (event.kind, event.readings, event.on) == ("reading", "1", DAY)
    assert entries(bill.subject)[-1] == ("bill_read", "1")


def test_a_reading_told_twice_is_one_reading_corrected(scene: Scene) -> None:
    bill, actor = make_bill(), scene.drafter(scene.committee)
    for votes in (60, 61):
        content = ReadingInput("1", DAY, votes_for=votes, votes_against=5, is_carried=True)
        record_reading(bill=bill, content=content, actor=actor, now=LATER)
    assert list(Reading.objects.values_list("numbers", "votes_for")) == [("1", 61)]
    assert BillEvent.objects.filter(bill=bill).count() == 1


def test_a_lost_vote_moves_the_bill_nowhere(scene: Scene) -> None:
    bill = make_bill()
    content = ReadingInput("1", DAY, votes_for=5, votes_against=60, is_carried=False)
    record_reading(bill=bill, content=content, actor=scene.drafter(scene.committee), now=LATER)
    bill.refresh_from_db()
    assert (bill.stage, BillEvent.objects.count()) == ("registered", 0)


def test_several_readings_at_once_raise_the_watch(scene: Scene) -> None:
    bill = make_bill()
    content = ReadingInput("2,3", DAY, is_carried=True)
    record_reading(bill=bill, content=content, actor=scene.drafter(scene.union), now=LATER)
    bill.refresh_from_db()
    assert (bill.stage, bill.track) == ("reading_3", "fast")
    assert Alert.objects.filter(bill=bill, kind=Alert.Kind.FAST_TRACK).count() == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (ReadingInput("4", DAY), "unknown_reading"),
        (ReadingInput("1", date(2030, 1, 1)), "in_the_future"),
    ],
)
def test_what_no_reading_can_be_is_refused(scene: Scene, content: ReadingInput, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        record_reading(
            bill=make_bill(), content=content, actor=scene.drafter(scene.committee), now=LATER
        )
    assert (refused.value.code, Reading.objects.count()) == (code, 0)


def traced(scene: Scene, *results: str) -> Reading:
    bill = make_bill(conciliated(scene))
    actor = scene.drafter(scene.committee)
    reading = record_reading(bill=bill, content=ReadingInput("1", DAY), actor=actor, now=LATER)
    assert bill.case
    rows = list(bill.case.rows.order_by("number"))
    fates = [
        FateInput(row, result, eid=row.eid, amendment="№ 4" if result == "reopened" else "")
        for row, result in zip(rows, results, strict=False)
    ]
    trace_rows(reading=reading, fates=fates, actor=actor, now=LATER)
    return reading


def test_each_row_has_its_fate_in_one_entry(scene: Scene) -> None:
    reading = traced(scene, "taken", "declined")
    told = RowFate.objects.filter(reading=reading).order_by("row__number")
    assert list(told.values_list("row__number", "result")) == [(1, "taken"), (2, "declined")]
    last = Entry.objects.filter(subject=reading.bill.subject).latest("number")
    assert (last.action, last.data["rows"]) == ("rows_traced", {"1": "taken", "2": "declined"})
    assert not BillEvent.objects.filter(kind="amendment").exists()


def test_a_row_that_was_settled_and_is_undone_raises_the_watch(scene: Scene) -> None:
    reading = traced(scene, "taken", "reopened")
    event = BillEvent.objects.get(kind="amendment")
    row = reading.fates.get(result="reopened").row
    assert (event.eids, event.text_ru) == ([row.eid], "№ 4")
    alert = Alert.objects.get(kind=Alert.Kind.REOPENED)
    assert list(alert.rows.all()) == [row]


def test_a_row_left_out_is_refused(scene: Scene) -> None:
    with pytest.raises(BadInput) as refused:
        traced(scene, "taken")
    assert (refused.value.code, RowFate.objects.count()) == ("rows_left_out", 0)


def test_a_reopened_row_says_by_what(scene: Scene) -> None:
    bill = make_bill(conciliated(scene))
    actor = scene.drafter(scene.committee)
    reading = record_reading(bill=bill, content=ReadingInput("1", DAY), actor=actor, now=LATER)
    assert bill.case
    fates = [FateInput(row, "reopened") for row in bill.case.rows.all()]
    with pytest.raises(BadInput) as refused:
        trace_rows(reading=reading, fates=fates, actor=actor, now=LATER)
    assert refused.value.code == "reopened_by_what"


def test_a_bill_without_a_conciliation_has_no_row_to_trace(scene: Scene) -> None:
    actor = scene.drafter(scene.committee)
    reading = record_reading(
        bill=make_bill(), content=ReadingInput("1", DAY), actor=actor, now=LATER
    )
    with pytest.raises(BadInput) as refused:
        trace_rows(reading=reading, fates=[], actor=actor, now=LATER)
    assert refused.value.code == "no_conciliation"
