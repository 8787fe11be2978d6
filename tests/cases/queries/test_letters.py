"""Whose letters a party reads: its own, and those of the cases it conducts."""

from __future__ import annotations

import pytest

from makul.cases.models import Case
from makul.cases.queries.letters import letters_of, states_of
from makul.notices.models import Notice
from makul.parties.models import Party
from tests.scene import START, Scene, build_scene, submitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


@pytest.fixture
def case(scene: Scene) -> Case:
    return submitted(scene)


def letter(case: Case, party: Party, state: str = "queued") -> Notice:
    return Notice.objects.create(
        key=f"letter-{Notice.objects.count()}",
        subject=case.subject,
        kind="notified",
        party=party,
        language="ky",
        title="Кат",
        body="Урматтуу кесиптештер",
        state=state,
        created_at=START,
        next_try_at=START,
    )


def test_a_body_reads_its_own_letters_and_who_conducts_reads_them_all(
    scene: Scene, case: Case
) -> None:
    first, second = (letter(case, body) for body in scene.bodies)
    assert list(letters_of(scene.bodies[0])) == [first]
    for party in (scene.desk, scene.union, scene.ministry):
        assert list(letters_of(party)) == [second, first]


def test_who_decides_reads_no_letter_of_others(scene: Scene, case: Case) -> None:
    letter(case, scene.bodies[0])
    assert list(letters_of(scene.committee)) == []


def test_every_state_is_counted_and_none_is_left_out(scene: Scene, case: Case) -> None:
    for state in ("queued", "queued", "failed"):
        letter(case, scene.bodies[0], state)
    expected = dict.fromkeys(Notice.State.values, 0) | {"queued": 2, "failed": 1}
    assert states_of(letters_of(scene.desk)) == expected
