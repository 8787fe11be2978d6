"""A changed draft: its text is the next version, and a substantial change opens a new answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.revising import revise_draft
from makul.cases.actions.step import StatementInput
from makul.cases.queries.judging import status_of
from makul.cases.queries.texts import draft_versions
from makul.core.errors import BadInput
from tests.scene import START, TEXTS, Scene, build_scene, notified

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=5)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


def content(value: str, text: str = "Статья 3 снята") -> StatementInput:
    return StatementInput("revised", "revise", text, "ru", value=value)


@pytest.mark.parametrize(("value", "is_asked"), [("substantial", True), ("minor", False)])
def test_a_substantial_change_is_answered_anew(scene: Scene, value: str, is_asked: bool) -> None:
    case = notified(scene)
    actor = scene.signatory(scene.ministry)
    revise_draft(case=case, content=content(value), files=TEXTS, actor=actor, now=NOW)
    numbers = {version.number for version in draft_versions(case).values()}
    asked = {
        may.party
        for may in status_of(case, today=NOW.date()).may
        if may.step == "revision_position"
    }
    assert (numbers, bool(asked)) == ({2}, is_asked)


def test_what_is_not_said_or_not_there_is_refused(scene: Scene) -> None:
    case, actor = notified(scene), scene.signatory(scene.ministry)
    for said, files, code in (
        (content("big"), TEXTS, "unknown_change"),
        (content("minor", " "), TEXTS, "no_words"),
        (content("minor"), (), "no_file_given"),
    ):
        with pytest.raises(BadInput) as refused:
            revise_draft(case=case, content=said, files=files, actor=actor, now=NOW)
        assert refused.value.code == code
    assert {version.number for version in draft_versions(case).values()} == {1}
