"""Reads meetings, the protocol and decisions in a constant number of queries."""

from datetime import timedelta

import pytest
from django.utils import timezone

from makul.cases.models import Case, Meeting, RowResult
from makul.cases.queries.outcome import closed_by, closing_papers, decisions_of, meetings_of
from tests.scene import Scene, answer, build_scene, draw, file, notified, remark

DAY = timedelta(days=1)


@pytest.fixture
def scene(db: None) -> Scene:
    return build_scene(bodies=2, at=timezone.now() - 200 * DAY)


@pytest.fixture
def case(scene: Scene) -> Case:
    start = timezone.now() - 120 * DAY
    case = notified(scene, at=start)
    file(scene, case, scene.bodies[0], "not_agreed", remark(), at=start + DAY)
    answer(scene, case, at=start + 30 * DAY)
    return case


def hold(case: Case, *, days: int) -> Meeting:
    at = timezone.now() - days * DAY
    return Meeting.objects.create(case=case, planned_at=at, invited_at=at, held_at=at)


def test_settled_rows_are_counted_by_meeting(case: Case) -> None:
    first, second = hold(case, days=60), hold(case, days=50)
    row = case.rows.order_by("number").first()
    RowResult.objects.create(meeting=second, row=row, is_settled=True)
    held = meetings_of(case)
    assert [one.meeting for one in held] == [first, second]
    assert [one.settled for one in held] == [0, 1]


def test_meetings_take_five_more_queries_whatever_their_number(
    case: Case, django_assert_num_queries
) -> None:
    for days in range(40, 50):
        hold(case, days=days)
    with django_assert_num_queries(5):
        assert len(meetings_of(case)) == 10


def test_no_protocol_no_papers_no_decisions(case: Case) -> None:
    assert (closed_by(case), closing_papers(case), decisions_of(case)) == (None, [], [])


def test_a_drawn_protocol_with_its_files(scene: Scene, case: Case) -> None:
    draw(scene, case, at=timezone.now() - 40 * DAY)
    closed = closed_by(Case.objects.get(pk=case.pk))
    assert closed is not None
    assert closed.protocol.kind == "disagreements"
    assert closed.signatures == []
    assert closed.protocol.version in closing_papers(case)
