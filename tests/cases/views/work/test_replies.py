"""The ministry's desk: rows filtered and answered one by one, then published together."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from makul.cases.actions.rows import place_rest
from makul.cases.models import Case, Reply
from tests.scene import Scene, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def placed(scene: Scene, spoken: Case, at: datetime) -> Case:
    place_rest(case=spoken, actor=scene.drafter(scene.union), now=at + timedelta(days=2))
    return spoken


def url(name: str, case: Case, *args: object) -> str:
    return reverse(name, args=[case.number, *args])


def test_rows_are_answered_one_after_another_and_published(scene: Scene, placed: Case) -> None:
    drafter = browser(scene.drafter(scene.ministry))
    accepted = {"kind": "accepted", "wording_ky": "Жаңы", "do": "next"}
    following = [drafter.post(url("reply_edit", placed, n), accepted).url for n in (1, 2, 3)]
    assert following == [
        url("reply_edit", placed, 2),
        url("reply_edit", placed, 3),
        url("replies_desk", placed),
    ]
    assert drafter.post(url("replies_publish", placed)).status_code == 403
    done = browser(scene.signatory(scene.ministry)).post(url("replies_publish", placed))
    assert (done.status_code, Reply.objects.filter(published_at__isnull=False).count()) == (303, 3)


def test_a_refusal_without_a_reason_comes_back(scene: Scene, placed: Case) -> None:
    client = browser(scene.drafter(scene.ministry))
    page = client.post(url("reply_edit", placed, 1), {"kind": "declined", "wording_ky": "Сөз"})
    assert (page.status_code, "Сөз" in page.content.decode()) == (422, True)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", [1, 2, 3]),
        ("?kind=proposal", [2]),
        ("?at=art_3", [1, 3]),
        ("?state=draft", [1]),
        ("?state=none&kind=objection", [3]),
        ("?state=nonsense", [1, 2, 3]),
    ],
)
def test_rows_are_filtered(scene: Scene, placed: Case, query: str, shown: list[int]) -> None:
    client = browser(scene.drafter(scene.ministry))
    client.post(url("reply_edit", placed, 1), {"kind": "accepted"})
    page = client.get(url("replies_desk", placed) + query)
    assert [one.row.number for one in page.context["page_obj"]] == shown


def test_nobody_else_sees_a_draft(scene: Scene, placed: Case) -> None:
    browser(scene.drafter(scene.ministry)).post(
        url("reply_edit", placed, 1), {"kind": "accepted", "text_ky": "Жашыруун"}
    )
    for party in (scene.union, scene.desk):
        page = browser(scene.signatory(party)).get(url("row_edit", placed, 1)).content.decode()
        assert "Жашыруун" not in page
    own = browser(scene.signatory(scene.bodies[0])).get(url("own_remarks", placed))
    assert "Жашыруун" not in own.content.decode()


def test_loose_remarks_are_placed_only_in_their_turn(scene: Scene, spoken: Case) -> None:
    client = browser(scene.drafter(scene.ministry))
    assert client.post(url("replies_desk", spoken)).status_code == 422
    assert spoken.rows.count() == 0
