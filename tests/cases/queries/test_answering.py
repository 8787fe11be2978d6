"""The ministry's desk: what is assigned to whom, which rows fit which filters."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.replies import ReplyInput, draft_reply
from makul.cases.actions.rows import place_rest
from makul.cases.models import Assignment, Case
from makul.cases.queries.answering import assigned_counts
from tests.scene import START, Scene, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=35)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def case(scene: Scene) -> Case:
    """One body, two objections and a proposal, each in a row of its own."""
    case = notified(scene)
    proposal = remark("art_4", kind="proposal")
    file(scene, case, scene.bodies[0], "not_agreed", remark(), remark("art_2"), proposal)
    place_rest(case=case, actor=scene.drafter(scene.union), now=NOW)
    return case


def test_each_sees_what_is_assigned_to_it_by_case(
    scene: Scene, case: Case, django_assert_num_queries
) -> None:
    drafter = scene.drafter(scene.ministry)
    for row in case.rows.all()[:2]:
        Assignment.objects.create(row=row, mandate=drafter, at=NOW)
    draft_reply(row=case.rows.get(number=1), content=ReplyInput("accepted"), actor=drafter, now=NOW)
    with django_assert_num_queries(2):
        [one] = assigned_counts(drafter)
    assert (one.case, one.unanswered, one.drafted) == (case, 1, 1)
    assert assigned_counts(scene.signatory(scene.ministry)) == []
