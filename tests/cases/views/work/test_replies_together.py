"""Many replies on one sheet: each fitted, each to be changed, kept all together or not at all."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from makul.cases.actions.answering import TemplateInput, keep_template
from makul.cases.actions.rows import place_rest
from makul.cases.models import Case, Reply
from tests.scene import Scene, answer, browser

pytestmark = pytest.mark.django_db
MANY = 120


@pytest.fixture
def sheet(scene: Scene, spoken: Case, at: datetime) -> str:
    """The address of the sheet for the first two of three rows, with a template."""
    place_rest(case=spoken, actor=scene.drafter(scene.union), now=at + timedelta(days=2))
    content = TemplateInput("Минфин", "partly", "{article}: {кат} каты", "По строке {number}")
    template = keep_template(content=content, actor=scene.drafter(scene.ministry), now=at)
    path = reverse("replies_together", args=[spoken.number])
    return f"{path}?rows=1,2&template={template.pk}"


def test_each_row_has_the_template_with_its_own_places(scene: Scene, sheet: str) -> None:
    page = browser(scene.drafter(scene.ministry)).get(sheet)
    form = page.context["form"]
    assert [form[f"text_ky-{n}"].value() for n in (1, 2)] == [
        "3-берене, 1-бөлүк: {кат} каты",
        "2-берене, 2-бөлүк: {кат} каты",
    ]
    assert [form[f"text_ru-{n}"].value() for n in (1, 2)] == ["По строке 1", "По строке 2"]


def test_a_word_left_open_comes_back_at_its_row(scene: Scene, sheet: str) -> None:
    data = {"kind-1": "partly", "text_ky-1": "12 каты", "kind-2": "partly", "text_ky-2": "{кат}"}
    page = browser(scene.drafter(scene.ministry)).post(sheet, data)
    form = page.context["form"]
    assert (page.status_code, list(form.errors), Reply.objects.count()) == (422, ["text_ky-2"], 0)
    assert "12 каты" in page.content.decode()


def test_a_refusal_without_a_reason_comes_back_at_its_row(scene: Scene, sheet: str) -> None:
    data = {"kind-1": "declined", "kind-2": "accepted"}
    page = browser(scene.drafter(scene.ministry)).post(sheet, data)
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["text_ky-1"])


def test_all_are_kept_as_drafts(scene: Scene, sheet: str, spoken: Case) -> None:
    data = {"kind-1": "partly", "text_ky-1": "12 каты", "kind-2": "accepted"}
    done = browser(scene.drafter(scene.ministry)).post(sheet, data)
    desk = reverse("replies_desk", args=[spoken.number])
    assert (done.status_code, done.url) == (303, f"{desk}?state=draft")
    drafts = Reply.objects.filter(published_at__isnull=True).order_by("row__number")
    assert [(one.kind, one.text_ky) for one in drafts] == [("partly", "12 каты"), ("accepted", "")]


def test_published_rows_are_left_out_and_said_to_be(
    scene: Scene, sheet: str, spoken: Case, at: datetime
) -> None:
    answer(scene, spoken, at=at + timedelta(days=2))
    page = browser(scene.drafter(scene.ministry)).get(sheet)
    assert (page.context["rows"], page.context["published"]) == ([], [1, 2])


@pytest.mark.parametrize("query", ["", "?rows=x,99999999,-1", "?rows=1&template=x"])
def test_an_address_made_up_breaks_nothing(scene: Scene, sheet: str, query: str) -> None:
    page = browser(scene.drafter(scene.ministry)).get(sheet.partition("?")[0] + query)
    assert (page.status_code, page.context["template"]) == (200, None)


def test_others_have_no_sheet(scene: Scene, sheet: str) -> None:
    assert browser(scene.drafter(scene.union)).get(sheet).status_code == 403
