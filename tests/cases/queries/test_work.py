"""What a party owes and waits for, day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from makul.cases.models import Case
from makul.cases.queries import work
from makul.cases.queries.judging import status_of
from makul.cases.queries.work import (
    active_cases,
    agenda_of,
    awaited_of,
    owed_counts,
    owed_in,
    reply_counts,
    tasks_of,
    working_days_left,
)
from makul.parties.models import Party
from tests.scene import START, Scene, answer, build_scene, draft, file, notified, remark

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


@pytest.fixture
def case(scene: Scene) -> Case:
    return notified(scene)


def groups(scene: Scene, day: date) -> dict[str, list[str]]:
    """The groups of the first body's day that hold something, with their steps."""
    agenda = agenda_of(scene.bodies[0], today=day)
    names = ("past", "today", "week", "later", "open")
    return {
        name: [task.step for task in getattr(agenda, name)]
        for name in names
        if getattr(agenda, name)
    }


def test_a_term_comes_nearer_and_passes(scene: Scene, case: Case) -> None:
    status = status_of(case, today=START.date())
    last_day = next(due.last_day for due in status.due if due.party == scene.bodies[0].key)
    days = (0, 7, 8, -1)
    found = [groups(scene, last_day - timedelta(days=n)) for n in days]
    assert found == [
        {"today": ["position"]},
        {"week": ["position"]},
        {"later": ["position"]},
        {"past": ["position"]},
    ]


def test_after_the_term_silence_is_on_record_and_an_answer_still_open(
    scene: Scene, case: Case
) -> None:
    [task] = agenda_of(scene.bodies[0], today=(START + timedelta(days=40)).date()).past
    assert (task.is_recorded, task.left is not None and task.left < 0) == (True, True)


def test_what_is_filed_is_no_longer_owed(scene: Scene, case: Case) -> None:
    file(scene, case, scene.bodies[0], "agreed")
    assert groups(scene, START.date() + timedelta(days=2)) == {}


def test_a_draft_that_lies_ready_is_told(scene: Scene, case: Case) -> None:
    draft(scene, case, scene.bodies[0], "agreed")
    [task] = agenda_of(scene.bodies[0], today=START.date()).later
    assert task.has_draft


def test_others_are_counted_together(scene: Scene, case: Case) -> None:
    status = status_of(case, today=START.date())
    awaited = {one.step: one.count for one in awaited_of(case, status, party=scene.union)}
    assert awaited == {"position": 2}
    own = [task.step for task in tasks_of(case, status, party=scene.union, today=START.date())]
    assert own == ["association_position"]


def test_a_closed_case_asks_nothing(scene: Scene, case: Case) -> None:
    assert active_cases(scene.union) == [case]
    case.is_closed, case.outcome = True, "withdrawn"
    case.save()
    assert active_cases(scene.union) == []


def test_past_the_limit_the_nearest_are_judged_and_the_rest_counted(
    scene: Scene, case: Case, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries
) -> None:
    later, undated = notified(scene), notified(scene)
    Case.objects.filter(pk=later.pk).update(next_due_on=START.date() + timedelta(days=90))
    Case.objects.filter(pk=undated.pk).update(next_due_on=None)
    assert active_cases(scene.union) == [case, later, undated]
    with django_assert_num_queries(6):
        assert agenda_of(scene.union, today=START.date()).rest == 0
    monkeypatch.setattr(work, "MOST_CASES", 2)
    with django_assert_num_queries(7):
        agenda = agenda_of(scene.union, today=START.date())
    assert (agenda.rest, {task.case.number for task in agenda.later}) == (
        1,
        {case.number, later.number},
    )


def test_the_rows_are_counted_by_what_they_lack(scene: Scene, case: Case) -> None:
    file(scene, case, scene.bodies[0], "not_agreed", remark(), remark("art_4"))
    assert reply_counts(case) == {"all": 0, "published": 0, "drafted": 0, "unanswered": 0}
    answer(scene, case)
    assert reply_counts(case) == {"all": 2, "published": 2, "drafted": 0, "unanswered": 0}


def test_working_days_are_not_guessed() -> None:
    friday, monday = date(2026, 9, 4), date(2026, 9, 7)
    assert [working_days_left(friday, monday), working_days_left(monday, friday)] == [1, -1]
    assert working_days_left(friday, None) is None
    assert working_days_left(friday, date(2199, 1, 1)) is None


def owed(scene: Scene, *parties: Party, day: date) -> list[int]:
    mandates = [scene.signatory(party) for party in parties]
    counts = owed_counts(mandates, today=day)
    return [counts[one.pk] for one in mandates]


def test_each_mandate_shows_what_its_party_owes(scene: Scene, case: Case) -> None:
    day = START.date() + timedelta(days=1)
    parties = (scene.bodies[0], scene.union, scene.panel)
    assert owed(scene, *parties, day=day) == [1, 1, 0]
    file(scene, case, scene.bodies[0], "agreed")
    assert owed(scene, *parties, day=day) == [0, 1, 0]


def test_the_count_is_that_of_the_page_of_today(scene: Scene, case: Case) -> None:
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    answer(scene, case)
    parties = [seat.party for seat in case.participations.select_related("party")]
    for days in (0, 10, 20, 36, 60, 200):
        day = START.date() + timedelta(days=days)
        status = status_of(case, today=day)
        shown = {
            party.key: sum(
                not task.is_recorded for task in tasks_of(case, status, party=party, today=day)
            )
            for party in parties
        }
        assert {key: owed_in(status)[key] for key in shown} == shown
        assert owed(scene, *parties, day=day) == list(shown.values())


def test_counting_costs_the_same_for_many_cases(
    scene: Scene, case: Case, django_assert_num_queries
) -> None:
    notified(scene)
    mandates, day = [scene.signatory(scene.union)], START.date()
    for queries in (8, 3):
        with django_assert_num_queries(queries):
            assert owed_counts(mandates, today=day) == {mandates[0].pk: 2}
