"""Each author is told once what became of all its remarks, in its own language."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings

from makul.cases.actions.replies import ReplyInput, draft_reply, publish_replies
from makul.cases.actions.rows import filed_remarks, merge_remarks, place_rest
from makul.cases.models import Case
from makul.core.errors import BadInput
from makul.journal.models import Entry
from makul.notices.models import Notice
from tests.scene import START, Scene, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=35)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=3)


@pytest.fixture
def case(scene: Scene) -> Case:
    """Two bodies in one row, the first in two more of its own; the third said nothing."""
    case = notified(scene)
    own = (remark("art_2"), remark("art_4", kind="proposal"))
    file(scene, case, scene.bodies[0], "not_agreed", remark(), *own)
    file(scene, case, scene.bodies[1], "not_agreed", remark())
    union = scene.drafter(scene.union)
    alike = [one for one in filed_remarks(case) if one.eid == "art_3__part_1"]
    merge_remarks(case=case, remarks=alike, actor=union, now=NOW)
    place_rest(case=case, actor=union, now=NOW)
    return case


def reply(
    scene: Scene, case: Case, number: int, kind: str = "declined", ky: str = "Себеби"
) -> None:
    content = ReplyInput(kind, ky, "" if ky else "Причина")
    actor = scene.drafter(scene.ministry)
    draft_reply(row=case.rows.get(number=number), content=content, actor=actor, now=NOW)


def publish(scene: Scene, case: Case, numbers: list[int] | None = None) -> int:
    head = scene.signatory(scene.ministry)
    return publish_replies(case=case, actor=head, now=NOW, numbers=numbers)


def letters(case: Case) -> dict[str, Notice]:
    found = Notice.objects.filter(subject=case.subject, kind="answered").select_related("party")
    return {one.party.key: one for one in found}


def test_one_letter_a_body_names_all_its_rows(scene: Scene, case: Case) -> None:
    for number in (1, 2, 3):
        reply(scene, case, number)
    publish(scene, case)
    told = letters(case)
    assert sorted(told) == ["demo-aa-01", "demo-aa-02", "demo-union"]
    first = [line[:2] for line in told["demo-aa-01"].body.splitlines() if line[1:2] == "."]
    assert first == ["1.", "2.", "3."]
    assert [line[:2] for line in told["demo-aa-02"].body.splitlines() if line[1:2] == "."] == ["1."]


def test_the_letter_leads_to_the_rows_of_its_body(scene: Scene, case: Case) -> None:
    reply(scene, case, 1)
    publish(scene, case)
    told = letters(case)
    path = f"/cases/{case.number}/rows/"
    assert (told["demo-aa-02"].path, told["demo-union"].path) == (f"{path}?party=demo-aa-02", path)
    assert f"{settings.BASE_URL}{path}?party=demo-aa-02" in told["demo-aa-02"].body


def test_a_reason_in_the_other_language_is_said_to_be_so(scene: Scene, case: Case) -> None:
    reply(scene, case, 1, ky="")
    publish(scene, case)
    body = letters(case)["demo-aa-02"].body
    assert (letters(case)["demo-aa-02"].language, "Причина" in body) == ("ky", False)


def test_some_are_published_and_told_before_the_others(scene: Scene, case: Case) -> None:
    for number in (1, 2, 3):
        reply(scene, case, number)
    assert publish(scene, case, [2]) == 1
    assert sorted(letters(case)) == ["demo-aa-01", "demo-union"]
    assert not Entry.objects.filter(subject=case.subject, action="replied").exists()
    with pytest.raises(BadInput):
        publish(scene, case, [2])
    assert publish(scene, case) == 2
    assert Notice.objects.filter(kind="answered").count() == 5
    assert Entry.objects.filter(subject=case.subject, action="replied").count() == 1
