"""An office works its hours, the most urgent first, and takes no step before its day."""

from __future__ import annotations

from makul.core.simulation.desk import Desk, Job
from makul.core.simulation.settings import Office


def job(number: int, *, wanted: int = 0, last: int = 99, hours: float = 1) -> Job:
    return Job(number, (str(number),), "step", "desk", wanted, last, hours=hours)


def taken(desk: Desk, day: int) -> list[int]:
    return [one.draft for one in desk.work(day, week=day // 5)]


def test_without_a_limit_all_is_done_on_its_day() -> None:
    desk = Desk(Office(), silent=0)
    desk.put(job(1, wanted=2, hours=1000))
    desk.put(job(2, wanted=0, hours=1000))
    assert [taken(desk, day) for day in range(3)] == [[2], [], [1]]
    assert desk.load.waited == [0, 0]


def test_the_most_urgent_goes_first_and_the_rest_waits() -> None:
    desk = Desk(Office(hours_per_day=2), silent=0)
    desk.put(job(1, last=9, hours=3))
    desk.put(job(2, last=5, hours=2))
    assert [taken(desk, day) for day in range(3)] == [[2], [], [1]]
    assert desk.load.waited == [0, 2]
    assert desk.load.hours == {0: 5.0}
    assert desk.load.queue == {0: 1}


def test_what_is_not_needed_any_more_takes_no_hours() -> None:
    desk = Desk(Office(hours_per_day=2), silent=0)
    gone = job(1, hours=100)
    desk.put(gone)
    desk.put(job(2, last=100, hours=2))
    gone.is_off = True
    assert taken(desk, 0) == [2]


def test_work_done_early_waits_for_its_day_without_counting_as_queue() -> None:
    desk = Desk(Office(hours_per_day=8), silent=0)
    desk.put(job(1, wanted=7))
    assert [taken(desk, day) for day in (0, 6, 7)] == [[], [], [1]]
    assert (desk.load.waited, max(desk.load.queue.values())) == ([0], 0)
