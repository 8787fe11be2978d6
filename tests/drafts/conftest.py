"""A ministry with a package begun, whole or submitted, and files as people hand them in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone, translation

from makul.cases.models import Case
from makul.core.provisions import Act, split
from makul.documents.reading import read_act
from makul.drafts.actions.finishing import name_deciders
from makul.drafts.models import DraftAct
from tests.scene import Scene, build_scene, prepared, submitted

AMENDING = """ДЕМОНСТРАЦИЯ

О внесении изменений в Закон «О благоустройстве (демонстрационный)»

Статья 1. Изменения
Внести в Закон Кыргызской Республики «О благоустройстве (демонстрационный)» следующие изменения:
1) в части 1 статьи 4 слово «ежегодно» заменить словом «ежеквартально»;
2) статью 5 признать утратившей силу.

Статья 2. Вступление в силу
Настоящий Закон вступает в силу с 1 января 2027 года.
"""


def upload(name: str, data: bytes | str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


def act(text: str) -> Act:
    """A text read as an act."""
    return split(read_act(text.encode(), name="act.txt"))


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """What is said outside a page is said in English."""
    with translation.override("en"):
        yield


@pytest.fixture
def at() -> datetime:
    """Two days ago: pages read the clock, and what was done before them lies in the past."""
    return timezone.now() - timedelta(days=2)


@pytest.fixture
def scene(at: datetime) -> Scene:
    return build_scene(bodies=3, at=at)


@pytest.fixture
def draft(scene: Scene, at: datetime) -> DraftAct:
    """A whole package, with the committee named to decide."""
    made = prepared(scene, at=at)
    name_deciders(
        draft=made, deciders=[scene.committee], actor=scene.drafter(scene.ministry), now=at
    )
    return DraftAct.objects.get(pk=made.pk)


@pytest.fixture
def case(scene: Scene, at: datetime) -> Case:
    """A package submitted and waiting for its check."""
    return submitted(scene, at=at)
