"""Cases on the association's own motion: bound by an agreement where there is one."""

from __future__ import annotations

import pytest

from makul.cases.actions.motions import Motion, open_own_motion
from makul.cases.actions.outcomes import record_adoption
from makul.cases.models import Case
from makul.cases.queries.judging import status_of
from makul.core.errors import BadInput, NotAllowed
from makul.parties.models import Party
from tests.scene import START, TEXTS, Scene, build_scene, make_party

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


def motion(scene: Scene, *, initiator: Party | None = None, title: str = "Мыйзам") -> Motion:
    return Motion("law", title, "", initiator or scene.ministry, [scene.committee], TEXTS)


def test_an_agreement_binds_its_initiator_all_the_same(scene: Scene) -> None:
    actor = scene.drafter(scene.union)
    case = open_own_motion(motion=motion(scene), actor=actor, now=START)
    roles = dict(case.participations.values_list("party__key", "role"))
    assert (case.agreement, roles["demo-desk"]) == (scene.agreement, "facilitator")


def test_without_an_agreement_facts_are_no_breaches(scene: Scene) -> None:
    other = make_party("demo-other", Party.Kind.MINISTRY)
    actor = scene.drafter(scene.union)
    case = open_own_motion(motion=motion(scene, initiator=other), actor=actor, now=START)
    record_adoption(case=case, decider=scene.committee, files=[], actor=actor, now=START)
    status = status_of(case, today=START.date())
    assert (case.agreement, status.breaches, bool(status.recorded)) == (None, (), True)


def test_what_is_missing_or_not_ones_right_is_refused(scene: Scene) -> None:
    with pytest.raises(BadInput) as refused:
        open_own_motion(
            motion=motion(scene, title=" "), actor=scene.drafter(scene.union), now=START
        )
    assert refused.value.code == "no_title"
    with pytest.raises(BadInput) as refused:
        nobody = Motion("law", "Мыйзам", "", scene.ministry, [])
        open_own_motion(motion=nobody, actor=scene.drafter(scene.union), now=START)
    assert refused.value.code == "no_decider"
    with pytest.raises(NotAllowed):
        open_own_motion(motion=motion(scene), actor=scene.signatory(scene.ministry), now=START)
    assert Case.objects.count() == 0
