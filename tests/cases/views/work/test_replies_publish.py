"""Publishing: what will be seen and what is missing, some or all, and each author told."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from makul.cases.actions.replies import ReplyInput, draft_reply
from makul.cases.actions.rows import place_rest
from makul.cases.models import Case, Reply
from makul.notices.models import Notice
from tests.scene import Scene, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafted(scene: Scene, spoken: Case, at: datetime) -> Case:
    """Three rows: one answered in Kyrgyz, one in Russian alone, one accepted without words."""
    now = at + timedelta(days=2)
    place_rest(case=spoken, actor=scene.drafter(scene.union), now=now)
    said = (
        ReplyInput("declined", "Себеби"),
        ReplyInput("declined", "", "Причина"),
        ReplyInput("accepted"),
    )
    for row, content in zip(spoken.rows.order_by("number"), said, strict=True):
        draft_reply(row=row, content=content, actor=scene.drafter(scene.ministry), now=now)
    return spoken


def page_of(case: Case) -> str:
    return reverse("replies_publish", args=[case.number])


def test_words_missing_in_the_language_of_the_position_are_named(
    scene: Scene, drafted: Case
) -> None:
    page = browser(scene.signatory(scene.ministry)).get(page_of(drafted))
    assert [missing for _shown, missing in page.context["lines"]] == [[], ["ky"], []]
    assert [row.number for row in page.context["lacking"]] == [2]


def test_those_unticked_stay_drafts(scene: Scene, drafted: Case) -> None:
    client = browser(scene.signatory(scene.ministry))
    done = client.post(page_of(drafted), {"chosen": "1", "rows": ["1", "3"]})
    assert done.status_code == 303
    published = Reply.objects.filter(published_at__isnull=False)
    assert sorted(published.values_list("row__number", flat=True)) == [1, 3]
    assert sorted(Notice.objects.filter(kind="answered").values_list("party__key", flat=True)) == [
        "demo-aa-01",
        "demo-aa-02",
        "demo-union",
    ]


@pytest.mark.parametrize("rows", [[], ["99"], ["x"]])
def test_nothing_ticked_or_gone_comes_back(scene: Scene, drafted: Case, rows: list[str]) -> None:
    data = {"chosen": "1", "rows": rows}
    page = browser(scene.signatory(scene.ministry)).post(page_of(drafted), data)
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["rows"])
    assert not Reply.objects.filter(published_at__isnull=False).exists()


def test_how_many_are_told_is_said_before(scene: Scene, drafted: Case) -> None:
    page = browser(scene.drafter(scene.ministry)).get(page_of(drafted))
    assert (page.context["told"], page.context["unanswered"]) == (2, [])
    assert page.context["may_publish"] is False


def test_without_a_draft_there_is_nothing_to_look_at(scene: Scene, case: Case) -> None:
    page = browser(scene.signatory(scene.ministry)).get(page_of(case))
    assert page.url == reverse("replies_desk", args=[case.number])
