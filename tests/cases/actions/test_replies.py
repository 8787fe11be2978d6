"""Replies: drafted inside the ministry, published together by one who may sign."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.replies import ReplyInput, draft_reply, publish_replies
from makul.cases.actions.rows import place_rest
from makul.cases.models import Case, Row
from makul.cases.queries.judging import status_of, unsettled_rows
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from tests.scene import START, Scene, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=35)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def case(scene: Scene) -> Case:
    """One body, two objections and a proposal, each in a row of its own."""
    case = notified(scene)
    proposal = remark("art_4", kind="proposal")
    file(scene, case, scene.bodies[0], "not_agreed", remark(), remark("art_2"), proposal)
    place_rest(case=case, actor=scene.drafter(scene.union), now=NOW)
    return case


def reply(scene: Scene, row: Row, kind: str = "accepted", text: str = "") -> None:
    content = ReplyInput(kind=kind, text_ky=text)
    draft_reply(row=row, content=content, actor=scene.drafter(scene.ministry), now=NOW)


def publish(scene: Scene, case: Case) -> int:
    return publish_replies(case=case, actor=scene.signatory(scene.ministry), now=NOW)


@pytest.mark.parametrize("kind", ["partly", "declined"])
def test_less_than_accepted_needs_a_reason(scene: Scene, case: Case, kind: str) -> None:
    with pytest.raises(BadInput) as refused:
        reply(scene, case.rows.get(number=1), kind, " ")
    assert refused.value.code == "no_reason"


@pytest.mark.parametrize("kind", ["unanswered", "maybe", ""])
def test_only_the_three_replies_of_the_order_are_taken(scene: Scene, case: Case, kind: str) -> None:
    with pytest.raises(BadInput) as refused:
        reply(scene, case.rows.get(number=1), kind, "Себеби")
    assert refused.value.code == "unknown_reply"


def test_a_draft_settles_nothing_and_its_words_stay_out_of_the_journal(
    scene: Scene, case: Case
) -> None:
    reply(scene, case.rows.get(number=1), text="Жашыруун сөз")
    assert unsettled_rows(case).count() == 2
    entry = Entry.objects.get(subject=case.subject, action="reply_drafted")
    assert "Жашыруун" not in str(entry.data)


def test_only_a_signatory_of_the_ministry_publishes(scene: Scene, case: Case) -> None:
    reply(scene, case.rows.get(number=1))
    for actor, code in (
        (scene.drafter(scene.ministry), "may_not_sign"),
        (scene.signatory(scene.desk), "wrong_role"),
    ):
        with pytest.raises(NotAllowed) as refused:
            publish_replies(case=case, actor=actor, now=NOW)
        assert refused.value.code == code


def test_the_step_is_done_when_every_row_is_answered(scene: Scene, case: Case) -> None:
    reply(scene, case.rows.get(number=1))
    assert publish(scene, case) == 1
    assert not Entry.objects.filter(subject=case.subject, action="replied").exists()
    reply(scene, case.rows.get(number=2), "declined", "Себеби")
    reply(scene, case.rows.get(number=3), "declined", "Себеби")
    assert publish(scene, case) == 2
    assert Entry.objects.filter(subject=case.subject, action="replied").count() == 1
    assert unsettled_rows(case).get().number == 2
    assert status_of(case, today=NOW.date()).stage == "meeting"


def test_a_published_reply_stands(scene: Scene, case: Case) -> None:
    row = case.rows.get(number=1)
    reply(scene, row)
    publish(scene, case)
    row = case.rows.get(number=1)
    with pytest.raises(BadInput) as refused:
        reply(scene, row, "declined", "Себеби")
    assert refused.value.code == "already_published"
    with pytest.raises(BadInput) as refused:
        publish(scene, case)
    assert refused.value.code == "nothing_to_publish"
