"""What others did lately that concerns a party, and nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from makul.cases.models import Case
from makul.cases.queries.changes import LATELY, changes_for, concerns
from makul.journal.actions import record
from makul.journal.models import Entry
from makul.parties.models import Party
from tests.scene import START, Scene, answer, build_scene, draw, file, notified, remark

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


@pytest.fixture
def case(scene: Scene) -> Case:
    return notified(scene)


def steps(party: Party, now: datetime) -> list[tuple[str, int]]:
    return [(one.step, one.count) for one in changes_for(party, now=now)]


def test_the_bodies_learn_that_they_are_asked_and_not_what_others_were_told(
    scene: Scene, case: Case
) -> None:
    now = START + timedelta(days=1)
    assert steps(scene.bodies[0], now) == [("notified", 1)]
    assert steps(scene.union, now) == [("notified", 1), ("screened", 1)]
    assert steps(scene.panel, now) == []


def test_alike_steps_are_counted_together(scene: Scene, case: Case) -> None:
    for body in scene.bodies:
        file(scene, case, body, "agreed")
    found = dict(steps(scene.union, START + timedelta(days=2)))
    assert found["position"] == 2
    assert "position" not in dict(steps(scene.bodies[0], START + timedelta(days=2)))


def test_a_reply_concerns_those_whose_remarks_it_answers(scene: Scene, case: Case) -> None:
    file(scene, case, scene.bodies[0], "not_agreed", remark(), remark("art_2"))
    file(scene, case, scene.bodies[1], "agreed")
    now = START + timedelta(days=35)
    answer(scene, case, at=now)
    later = now + timedelta(hours=1)
    [change] = changes_for(scene.bodies[0], now=later)
    assert (change.step, change.by, dict(change.replies)) == (
        "replied",
        "demo-ministry",
        {"declined": 2},
    )
    assert steps(scene.bodies[1], later) == []
    assert "replied" not in dict(steps(scene.ministry, later))


def test_after_seven_days_it_is_no_news(scene: Scene, case: Case) -> None:
    assert steps(scene.bodies[0], START + LATELY - timedelta(hours=1)) == [("notified", 1)]
    assert steps(scene.bodies[0], START + LATELY) == []


def test_an_invitation_concerns_those_it_was_sent_to(scene: Scene, case: Case) -> None:
    entry = Entry(action="invited", data={"to": ["demo-aa-01"]}, party="demo-desk")
    seats = case.participations.select_related("party").filter(role__in=("lsg", "facilitator"))
    found = {seat.party.key: concerns(entry, seat, spoke=set()) for seat in seats}
    assert found == {"demo-aa-01": True, "demo-aa-02": False, "demo-desk": True}


def test_the_queries_do_not_grow(scene: Scene, case: Case, django_assert_num_queries) -> None:
    now = START + timedelta(days=35)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    answer(scene, case, at=now)
    draw(scene, case, at=now)
    other = notified(scene, at=now)
    file(scene, other, scene.bodies[0], "not_agreed", remark(), at=now)
    with django_assert_num_queries(4):
        assert len(changes_for(scene.bodies[0], now=now + timedelta(hours=1))) == 3


def test_a_step_of_another_procedure_is_news_to_everyone_but_the_one_who_took_it(
    scene: Scene, case: Case
) -> None:
    now = START + timedelta(days=1)
    Case.objects.filter(pk=case.pk).update(procedure="sitting")
    case.participations.filter(party=scene.committee).update(role="committee")
    record(subject=case.subject, action="minutes_drafted", party=scene.committee.key, at=now)
    later = now + timedelta(hours=1)
    assert ("minutes_drafted", 1) in steps(scene.union, later)
    assert steps(scene.committee, later) == []
