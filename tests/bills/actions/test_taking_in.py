"""A file is taken in once: again it changes nothing, stopped on the way it goes on, its entry says what it held."""

from __future__ import annotations

from typing import Any

import pytest

from makul.bills.actions import taking_in
from makul.bills.actions.taking_in import RegisterFile, queue_file, take_in, take_queued
from makul.bills.models import Bill, Intake, IntakeFile
from makul.core.errors import BadInput
from makul.journal.models import Entry
from tests.bills.making import NOW
from tests.scene import build_scene

pytestmark = pytest.mark.django_db
HEAD = "number,title_ru,initiator_kind,registered_on"


def csv_file(*lines: str) -> RegisterFile:
    data = "\n".join([HEAD, *lines]).encode()
    return RegisterFile("kenesh", "bills.csv", "csv", data, is_demonstration=True)


def rows(count: int, *, title: str = "О налоге") -> list[str]:
    return [f"6-{n},{title} № {n},cabinet,2026-09-01" for n in range(count)]


def test_the_good_rows_are_kept_and_each_bad_one_is_refused_with_its_line() -> None:
    lines = [*rows(2), "x,y", *rows(1), "7,О чём-то,nobody,2026-09-01"]
    taken = take_in(file=csv_file(*lines), actor=None, now=NOW)
    assert [(one.line, one.code) for one in taken.refusals] == [
        (4, "row_cells"),
        (5, "row_twice"),
        (6, "row_unknown_word"),
    ]
    intake = taken.intake
    assert (intake.rows, intake.new, intake.changed, intake.refused) == (5, 2, 0, 3)
    assert [one["line"] for one in intake.refusals] == [4, 5, 6]
    assert (intake.state, intake.ended_at) == ("done", NOW)


def test_one_entry_with_the_digest_of_the_file_and_none_the_second_time() -> None:
    file = csv_file(*rows(3))
    intake = take_in(file=file, actor=None, now=NOW).intake
    entry = Entry.objects.get(subject="bills")
    assert (entry.action, entry.value, entry.data["sha256"]) == (
        "bills_taken_in",
        "kenesh",
        intake.sha256,
    )
    before = list(Bill.objects.values())
    again = take_in(file=file, actor=None, now=NOW).intake
    assert (again.new, again.changed, again.refused) == (0, 0, 0)
    assert (list(Bill.objects.values()), Entry.objects.count()) == (before, 1)


def test_a_changed_file_says_what_changed() -> None:
    take_in(file=csv_file(*rows(3)), actor=None, now=NOW)
    changed = take_in(
        file=csv_file(*rows(2), "6-2,О сборе,cabinet,2026-09-01"), actor=None, now=NOW
    )
    assert (changed.intake.new, changed.intake.changed) == (0, 1)
    assert changed.intake.changes[0]["fields"] == {"title_ru": ["О налоге № 2", "О сборе"]}


def test_progress_is_told_batch_by_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_in, "A_BATCH", 2)
    told: list[tuple[int, int]] = []
    take_in(
        file=csv_file(*rows(5)),
        actor=None,
        now=NOW,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(2, 5), (4, 5), (5, 5)]


def test_a_worker_killed_on_the_way_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = build_scene(bodies=1)
    monkeypatch.setattr(taking_in, "A_BATCH", 2)
    lines = [*rows(4), "bad,row", "6-0,О налоге № 0,cabinet,2026-09-01", *rows(7)[4:]]
    intake = queue_file(file=csv_file(*lines), actor=scene.drafter(scene.desk), now=NOW)
    real, calls = taking_in.keep_part, []

    def killed(*arguments: Any) -> None:
        calls.append(1)
        if len(calls) == 3:
            raise SystemExit
        real(*arguments)

    monkeypatch.setattr(taking_in, "keep_part", killed)
    with pytest.raises(SystemExit):
        take_queued(now=NOW)
    intake.refresh_from_db()
    assert (intake.state, intake.done, Bill.objects.count()) == ("reading", 4, 4)
    monkeypatch.setattr(taking_in, "keep_part", real)
    assert take_queued(now=NOW) == 1
    intake.refresh_from_db()
    assert (intake.state, intake.rows, intake.new, intake.refused) == ("done", 9, 7, 2)
    assert Bill.objects.count() == 7
    assert Entry.objects.get(subject="bills").data["new"] == 7
    assert not IntakeFile.objects.exists() and take_queued(now=NOW) == 0


def test_a_file_of_which_nothing_can_be_read_is_refused_at_the_door() -> None:
    scene = build_scene(bodies=1)
    file = RegisterFile("kenesh", "x.csv", "csv", b"PK\x03\x04", is_demonstration=True)
    with pytest.raises(BadInput, match="bills_not_text"):
        queue_file(file=file, actor=scene.drafter(scene.desk), now=NOW)
    assert not Intake.objects.exists()


def test_what_turns_out_unreadable_later_fails_and_is_said() -> None:
    scene = build_scene(bodies=1)
    intake = queue_file(file=csv_file(*rows(1)), actor=scene.drafter(scene.desk), now=NOW)
    IntakeFile.objects.update(data=b"", form="csv")
    take_queued(now=NOW)
    intake.refresh_from_db()
    assert (intake.state, intake.refusals[0]["code"]) == ("failed", "bills_empty")
