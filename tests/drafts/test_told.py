"""Of each party whether it was told: not yet, queued, delivered, failed, or in another way."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from makul.cases.actions.notifying import notify, record_handed_over
from makul.cases.actions.opening import set_circle
from makul.cases.models import Case
from makul.drafts.letters import notified_letter
from makul.drafts.told import STATES, counts_of, told_of
from makul.notices.actions import note_attempt
from makul.notices.models import Notice
from makul.notices.post import Answer
from tests.scene import Scene, make_party, screened

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(scene: Scene, at: datetime) -> Case:
    case, desk = screened(scene, at=at), scene.drafter(scene.desk)
    set_circle(case=case, bodies=scene.bodies, actor=desk, now=at)
    notify(case=case, write=notified_letter, actor=desk, now=at)
    return case


def test_each_state_is_told(scene: Scene, sent: Case, at: datetime) -> None:
    late = make_party("demo-aa-99", "executive", body_kind="aiyl_small", oblast="09")
    desk = scene.drafter(scene.desk)
    set_circle(case=sent, bodies=[late], actor=desk, now=at)
    of = {one.party_id: one for one in Notice.objects.filter(subject=sent.subject)}
    first, second, third = (of[body.pk] for body in scene.bodies)
    note_attempt(notice=first, answer=Answer(True, True, "ok"), now=at)
    note_attempt(notice=second, answer=Answer.refused("no mailbox"), now=at)
    note_attempt(notice=third, answer=Answer.refused("no mailbox"), now=at)
    record_handed_over(case=sent, body=third.party, actor=desk, now=at, how="by hand")
    rows = {row.party.key: row for row in told_of(sent)}
    assert [(key, row.state) for key, row in rows.items()] == [
        ("demo-union", "queued"),
        ("demo-aa-01", "delivered"),
        ("demo-aa-02", "failed"),
        ("demo-aa-03", "other_way"),
        ("demo-aa-99", "not_sent"),
    ]
    assert (rows["demo-aa-02"].how, rows["demo-aa-03"].how) == ("no mailbox", "by hand")
    assert counts_of(rows.values()) == dict.fromkeys(STATES, 1)


def test_many_bodies_take_no_more_queries(
    scene: Scene, sent: Case, at: datetime, django_assert_num_queries: Any
) -> None:
    more = [make_party(f"demo-more-{n}", "executive", body_kind="aiyl_small") for n in range(30)]
    desk = scene.drafter(scene.desk)
    set_circle(case=sent, bodies=more, actor=desk, now=at)
    notify(case=sent, write=notified_letter, actor=desk, now=at)
    with django_assert_num_queries(4):
        assert len(told_of(sent)) == 34
