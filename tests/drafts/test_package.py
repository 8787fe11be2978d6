"""The package as a list of tasks: each part with its state and what is missing."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.utils import translation

from makul.documents.storing import File
from makul.drafts.actions.preparing import put_paper
from makul.drafts.models import DraftAct
from makul.drafts.package import (
    PARTS,
    contents,
    has_table,
    is_whole,
    package_lines,
    papers_of,
    short_limits,
)
from makul.drafts.queries import with_package
from tests.scene import Scene

pytestmark = pytest.mark.django_db


def test_every_part_has_its_state(draft: DraftAct) -> None:
    states = {line.part: line.state for line in package_lines(draft)}
    assert list(states) == list(PARTS)
    assert states == {
        **dict.fromkeys(PARTS, "done"),
        "comparative": "not_needed",
        "attachments": "optional",
    }
    assert is_whole(draft)
    assert has_table(draft) is None


def test_what_is_missing_says_why(draft: DraftAct) -> None:
    draft.deciders.all().delete()
    draft.headings.filter(number=3).delete()
    found = {line.part: str(line.said) for line in package_lines(draft) if line.state == "missing"}
    assert found == {
        "note": "All eight headings must be written, in at least one language.",
        "deciders": "Choose the body that will decide on the act.",
    }
    assert not is_whole(draft)


def test_what_is_there_in_one_language_says_so(draft: DraftAct) -> None:
    draft.summary_ky = ""
    draft.headings.filter(number=2).update(text_ru="")
    said = {line.part: bool(line.said) for line in package_lines(draft) if line.state == "done"}
    assert (said["summary"], said["note"], said["costs"]) == (True, True, False)


def test_papers_stand_in_the_order_of_the_package(
    scene: Scene, draft: DraftAct, at: datetime
) -> None:
    actor = scene.drafter(scene.ministry)
    for kind in ("attachment", "comparative"):
        file = File("ru", f"{kind}.txt", b"text")
        put_paper(draft=draft, kind=kind, files=[file], actor=actor, now=at)
    found = with_package(draft.pk).get()
    rows = contents(found)["papers"]
    assert [one["item"].kind for one in rows] == ["draft", "comparative", "attachment"]
    assert rows[0]["languages"] == ["ky", "ru"]
    assert [one["version"].file_name for one in papers_of(found, "attachment")] == [
        "attachment.txt"
    ]
    assert has_table(found) is True


def test_the_limits_of_the_short_track_are_the_orders_own_words() -> None:
    with translation.override("ru"):
        said = short_limits()
    assert said[0].startswith("возлагают на органы МСУ новую обязанность")
    assert len(said) > 2
