"""The agenda and the invitation as papers."""

from __future__ import annotations

import pytest

from makul.documents.word_writing import write_docx
from makul.sittings.actions.agenda import take_off_item
from makul.sittings.papers.agenda import agenda_paper, invitation_paper
from tests.scene import build_scene
from tests.sittings.papers.held_scene import word_text
from tests.sittings.scene import make_bill
from tests.sittings.sitting_scene import SET, invite, put_item, scheduled

pytestmark = pytest.mark.django_db


def test_the_agenda_marks_what_touches_local_communities_and_what_came_late() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting, touches=False)
    gone = put_item(scene, sitting)
    actor = scene.drafter(scene.committee)
    take_off_item(item=gone, reason="x", actor=actor, now=SET)
    invite(scene, sitting)
    put_item(scene, sitting, bill=make_bill(), readings="2,3")
    text = word_text(write_docx(agenda_paper(sitting, language="ru", now=SET)))
    assert "1 Информация об уличном освещении – Нет" in text
    assert "3 Об уличном освещении населённых пунктов demo № 6-1/26 чтение: 2, 3 Да" in text
    assert "Добавлен после рассылки повестки" in text
    assert " 2 Информация" not in text


def test_the_invitation_names_only_the_items_that_touch_local_communities() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting, touches=False)
    put_item(scene, sitting, bill=make_bill())
    text = word_text(write_docx(invitation_paper(sitting, scene.union, language="ky", now=SET)))
    assert "demo-union (ky)" in text
    assert "2026-жылдын 28-октябры, 10:00" in text
    assert "2 Калктуу конуштардын көчө жарыгы жөнүндө" in text
    assert "Көчө жарыгы жөнүндө маалымат" not in text


def test_without_such_an_item_it_says_none() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    text = word_text(write_docx(invitation_paper(sitting, scene.union, language="ru", now=SET)))
    assert "Нет" in text
