"""The bodies reckoned by hand: habits, hours used up one answer after the other, late and silent."""

from __future__ import annotations

import numpy as np
import pytest

from makul.core.simulation.chance import Luck
from makul.core.simulation.crowd import NEVER, Asked, Crowd, new_rows, reached
from makul.core.simulation.settings import Bodies

WHO = np.arange(4)


def luck(answer: float = 0.0, *, when: float = 0.5, still: float = 0.99) -> np.ndarray:
    return np.array([[answer] * 4, [when] * 4, [still] * 4, [0.5] * 4])


def crowd(**changed: float) -> Crowd:
    plain = {"parties": 4, "answer_rate": 1, "at_once": 0, "last_day": 0, "hours_per_week": 0}
    return Crowd(Bodies(**{**plain, **changed}), seed=1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("habit", "place"), [({}, 18), ({"at_once": 1}, 12), ({"last_day": 1}, 25)]
)
def test_habits_use_the_term_differently(habit: dict[str, float], place: int) -> None:
    asked = crowd(**habit).answer("position", WHO, start=10, last=25, luck=luck())
    assert asked.filed.tolist() == [place] * 4


def test_hours_are_used_up_one_answer_after_the_other() -> None:
    # Five hours a week are one a day, so an answer of ten hours takes ten working days.
    busy = crowd(hours_per_week=5, hours_spread=0, hours_per_answer=10, at_once=1)
    first = busy.answer("position", WHO, start=10, last=25, luck=luck())
    second = busy.answer("position", WHO, start=12, last=30, luck=luck())
    third = busy.answer("position", WHO, start=13, last=35, luck=luck())
    assert first.filed.tolist() == [20] * 4
    assert second.filed.tolist() == [30] * 4
    assert third.filed.tolist() == [NEVER] * 4
    assert third.willing.all()


def test_some_file_late_and_their_hours_are_gone_too() -> None:
    busy = crowd(hours_per_week=5, hours_spread=0, hours_per_answer=20, late_filing=1)
    first = busy.answer("position", WHO, start=0, last=15, luck=luck())
    assert first.filed.tolist() == [20] * 4
    assert (first.answered.all(), first.in_time.any()) == (True, False)
    assert busy.answer("position", WHO, start=0, last=15, luck=luck()).filed.tolist() == [40] * 4


def test_the_mean_rate_is_the_rate_however_unlike_they_are() -> None:
    for rate in (0.1, 0.6, 0.95):
        many = Crowd(Bodies(parties=2_000, answer_rate=rate), seed=3)
        assert many.propensity.mean() == pytest.approx(rate, abs=0.01)
        alike = Crowd(Bodies(parties=5, answer_rate=rate, spread=0), seed=3)
        assert alike.propensity.tolist() == pytest.approx([rate] * 5)


def asked(*filed: int, last: int = 20) -> Asked:
    places = np.array(filed)
    return Asked("position", np.arange(len(filed)) + 7, 5, last, places, places != NEVER)


def test_the_first_the_last_and_a_silent_one_tell_all() -> None:
    assert [*asked(15, 9, NEVER, 12, 15).telling()] == [8, 7, 9]
    assert [*asked(NEVER, NEVER).telling()] == [7]
    assert [*asked(6, 6).telling()] == [7, 7]


def test_rows_are_of_those_in_time_and_never_more_than_the_remarks() -> None:
    own = Luck(1, 1, steps=3, bodies=40)
    bodies = Bodies(parties=40, remarks_per_answer=3, alike=0.5)
    late = Asked("position", np.arange(40), 0, 5, np.full(40, 9), np.full(40, fill_value=True))
    in_time = Asked("position", np.arange(40), 0, 9, np.full(40, 9), late.willing)
    assert new_rows(late, own, step=0, bodies=bodies) == (0, 0)
    made, new = new_rows(in_time, own, step=0, bodies=bodies)
    assert 0 < new < made
    all_new = Bodies(parties=40, remarks_per_answer=3, alike=0)
    assert new_rows(in_time, own, step=0, bodies=all_new) == (made, made)


def test_no_letter_is_both_late_and_lost() -> None:
    never, slow = reached(Luck(1, 2, steps=1, bodies=500), Bodies(slow=0.3, undelivered=0.2))
    assert not (never & slow).any()
    assert (never.sum(), slow.sum()) == (pytest.approx(100, abs=40), pytest.approx(150, abs=40))
