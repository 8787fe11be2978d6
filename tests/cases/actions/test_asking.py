"""A draft laid before the one who signs: told once, inside the body, and only for a draft of its own."""

from __future__ import annotations

import pytest

from makul.cases.actions.asking import ask_signature
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from makul.notices.models import Notice
from tests.scene import START, build_scene, draft, file, notified, remark

pytestmark = pytest.mark.django_db


def test_the_same_draft_is_told_once_and_a_changed_one_again() -> None:
    scene = build_scene(bodies=1)
    case, body = notified(scene), scene.bodies[0]
    for at in (START, START, START.replace(hour=15)):
        position = draft(scene, case, body, "not_agreed", remark(), at=at)
        ask_signature(position=position, actor=scene.drafter(body), now=at)
    assert Notice.objects.filter(kind="signature_requested").count() == 2
    entries = Entry.objects.filter(subject=case.subject, action="signature_requested")
    assert [one.party for one in entries] == [body.key] * 3


def test_the_letter_is_in_the_language_of_the_body() -> None:
    scene = build_scene(bodies=1)
    case, body = notified(scene), scene.bodies[0]
    body.language = "ru"
    body.save()
    position = draft(scene, case, body, "not_agreed", remark())
    ask_signature(position=position, actor=scene.drafter(body), now=START)
    letter = Notice.objects.get(kind="signature_requested")
    assert (letter.language, "не согласовано" in letter.body) == ("ru", True)


def test_what_is_filed_or_another_s_is_not_asked_for() -> None:
    scene = build_scene(bodies=2)
    case, (body, other) = notified(scene), scene.bodies
    waiting = draft(scene, case, other, "agreed")
    with pytest.raises(BadInput, match="not_your_position"):
        ask_signature(position=waiting, actor=scene.drafter(body), now=START)
    filed = file(scene, case, body, "agreed")
    with pytest.raises(BadInput, match="not_a_draft"):
        ask_signature(position=filed, actor=scene.drafter(body), now=START)
    with pytest.raises(NotAllowed):
        ask_signature(position=waiting, actor=scene.drafter(scene.ministry), now=START)
