"""A case told to its bodies some days ago, and browsers of those who act in it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from makul.cases.models import Case
from tests.scene import Scene, answer, build_scene, file, notified, remark

DAYS = 4


@pytest.fixture
def at() -> datetime:
    """When the case was submitted, accepted and told: a few days before the pages are opened."""
    return timezone.now() - timedelta(days=DAYS)


@pytest.fixture
def scene(at: datetime) -> Scene:
    return build_scene(bodies=3, at=at)


@pytest.fixture
def case(scene: Scene, at: datetime) -> Case:
    return notified(scene, at=at)


@pytest.fixture
def spoken(scene: Scene, case: Case, at: datetime) -> Case:
    """The same, with objections of two bodies and a proposal of one."""
    day = at + timedelta(days=1)
    proposal = remark("art_2__part_2", kind="proposal", text="Жылына бир жолу", yearly_som=None)
    file(scene, case, scene.bodies[0], "not_agreed", remark(), proposal, at=day)
    file(scene, case, scene.bodies[1], "not_agreed", remark(), at=day)
    return case


@pytest.fixture
def answered(scene: Scene, spoken: Case, at: datetime) -> Case:
    """The same, with every row declined with a reason (before its turn: it is recorded all the same)."""
    answer(scene, spoken, at=at + timedelta(days=2))
    return spoken
