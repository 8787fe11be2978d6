"""Cases at four points of their way, and a reader who is not signed in."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from makul.cases.actions.outcomes import record_adoption
from makul.cases.models import Case
from makul.command.catalogue import compile_all
from tests.scene import (
    Scene,
    answer,
    build_scene,
    draw,
    file,
    notified,
    remark,
    submitted,
)

compile_all()
DAY = timedelta(days=1)
Page = Callable[..., str]


@pytest.fixture
def scene(db: None) -> Scene:
    return build_scene(bodies=3, at=timezone.now() - 200 * DAY)


@pytest.fixture
def empty(scene: Scene) -> Case:
    """Submitted an hour ago, nobody asked."""
    return submitted(scene, at=timezone.now() - timedelta(hours=1))


@pytest.fixture
def running(scene: Scene) -> Case:
    """Everyone is told, one body has objected, the others still may."""
    case = notified(scene, at=timezone.now() - 3 * DAY)
    file(scene, case, scene.bodies[0], "not_agreed", remark(), at=timezone.now() - 2 * DAY)
    return Case.objects.get(pk=case.pk)


@pytest.fixture
def finished(scene: Scene) -> Case:
    """Answered, replied to, put into a protocol of disagreements."""
    start = timezone.now() - 120 * DAY
    case = notified(scene, at=start)
    file(scene, case, scene.bodies[0], "not_agreed", remark(), at=start + DAY)
    file(scene, case, scene.bodies[1], "agreed", at=start + 2 * DAY)
    file(scene, case, scene.union, "not_agreed", remark("art_2"), at=start + 20 * DAY)
    answer(scene, case, at=start + 30 * DAY)
    draw(scene, case, at=start + 50 * DAY)
    return Case.objects.get(pk=case.pk)


@pytest.fixture
def bypassed(scene: Scene) -> Case:
    """A by-law adopted although nobody was asked."""
    case = submitted(scene, at=timezone.now() - 60 * DAY, act_kind="sub_statutory")
    record_adoption(
        case=case,
        decider=scene.committee,
        files=[],
        actor=scene.drafter(scene.desk),
        now=timezone.now() - 20 * DAY,
    )
    return Case.objects.get(pk=case.pk)


@pytest.fixture
def read(db: None) -> Page:
    """`read("/cases/", language="ru")`: the page as its visible words; `raw=True` as it was sent."""

    def page(path: str, *, language: str = "en", status: int = 200, raw: bool = False) -> str:
        client: Any = Client()
        client.cookies["language"] = language
        response = client.get(path)
        assert response.status_code == status, path
        text = response.content.decode()
        return text if raw else words(text)

    return page


def words(html: str) -> str:
    """The visible words of a page, without its marks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
