"""The texts of a case: the newest of each language, and every provision a remark may name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.queries.texts import draft_versions, known_eids
from makul.documents.actions import add_version
from makul.documents.models import Document
from makul.documents.storing import File
from tests.scene import DRAFT_RU, START, build_scene, submitted

pytestmark = pytest.mark.django_db


def test_the_texts_of_a_case_are_found_by_language() -> None:
    case = submitted(build_scene(bodies=1))
    assert set(draft_versions(case)) == {"ky", "ru"}
    assert "art_3__part_1" in known_eids(case)


def test_the_newest_text_stands_and_what_it_left_out_may_still_be_named() -> None:
    scene = build_scene(bodies=1)
    case = submitted(scene)
    shorter = DRAFT_RU[: DRAFT_RU.index("Статья 4")]
    add_version(
        document=Document.objects.get(kind="draft"),
        files=[File("ru", "draft-2.txt", shorter.encode())],
        actor=scene.signatory(scene.ministry),
        now=START + timedelta(days=1),
    )
    found = draft_versions(case)
    assert (found["ru"].number, found["ky"].number) == (2, 1)
    assert "art_4" in known_eids(case)
