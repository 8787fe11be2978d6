"""A body from inside: who acts for it and what each has in hand."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.models import Assignment, Case, Row
from makul.cases.queries.house import colleagues_of
from tests.scene import (
    START,
    Scene,
    answer,
    build_scene,
    draft,
    file,
    make_mandate,
    notified,
    remark,
)

pytestmark = pytest.mark.django_db
TODAY = START.date() + timedelta(days=36)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def case(scene: Scene) -> Case:
    return notified(scene)


def in_hand(scene: Scene, party: object) -> list[list[tuple[str, int]]]:
    found = colleagues_of(party, today=TODAY)  # type: ignore[arg-type]
    return [[(one.kind, one.count) for one in who.in_hand] for who in found]


def test_who_signs_stands_first_and_who_drafts_has_the_draft(scene: Scene, case: Case) -> None:
    draft(scene, case, scene.bodies[0], "agreed")
    found = colleagues_of(scene.bodies[0], today=TODAY)
    assert [one.mandate.may_sign for one in found] == [True, False]
    assert in_hand(scene, scene.bodies[0]) == [[], [("position", 1)]]


def test_a_mandate_that_has_ended_is_left_out(scene: Scene) -> None:
    make_mandate(scene.desk, signs=False, to_on=TODAY - timedelta(days=1))
    assert len(colleagues_of(scene.desk, today=TODAY)) == 2


def test_rows_given_and_replies_drafted_are_counted(scene: Scene, case: Case) -> None:
    body, ministry = scene.bodies[0], scene.ministry
    file(scene, case, body, "not_agreed", remark(), remark("art_2"), remark("art_4"))
    answer(scene, case)
    rows = list(Row.objects.order_by("number"))
    rows[0].reply.delete()
    rows[1].reply.__class__.objects.filter(pk=rows[1].reply.pk).update(published_at=None)
    Assignment.objects.create(row=rows[0], mandate=scene.signatory(ministry), at=START)
    assert in_hand(scene, ministry) == [[("assigned", 1)], [("drafted", 1)]]


def test_the_queries_do_not_grow(scene: Scene, case: Case, django_assert_num_queries) -> None:
    draft(scene, case, scene.bodies[0], "agreed")
    for _time in range(2):
        draft(scene, notified(scene), scene.bodies[0], "agreed")
    with django_assert_num_queries(4):
        assert len(colleagues_of(scene.bodies[0], today=TODAY)[1].in_hand) == 3
