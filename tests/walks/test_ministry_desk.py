"""The ministry's day: templates, rows given out, a sheet of replies, publishing, a new version."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from makul.cases.actions.rows import place_rest
from makul.cases.models import Assignment, Case, Reply, RowRevision
from makul.notices.models import Notice
from tests.browser.walker import DESK, PHONE
from tests.scene import DRAFT_KY, DRAFT_RU, file, notified, remark
from tests.walks.clock import Clock
from tests.walks.conftest import Office
from tests.walks.walk import Walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def begun(walk: Walk) -> Case:
    """Two bodies with four remarks, each in a row of its own."""
    start: datetime = timezone.now() - timedelta(days=30)
    case = notified(walk.scene, at=start)
    proposal = remark("art_4", kind="proposal")
    at = start + timedelta(days=1)
    file(walk.scene, case, walk.scene.bodies[0], "not_agreed", remark(), proposal, at=at)
    file(walk.scene, case, walk.scene.bodies[1], "not_agreed", remark("art_2"), remark(""), at=at)
    place_rest(case=case, actor=walk.scene.drafter(walk.scene.union), now=timezone.now())
    walk.number = case.number
    return case


@pytest.mark.parametrize(("language", "width"), [("ky", PHONE), ("ru", DESK)])
def test_a_day_at_the_ministry(
    language: str, width: int, office: Office, tmp_path: Path, clock: Clock
) -> None:
    walk = Walk.begin(language, office, tmp_path, clock)
    case = begun(walk)
    prepare(walk, width)
    give_out(walk, width)
    answer_one(walk, width)
    answer_together(walk, width)
    publish(walk, width)
    revise(walk, width)
    assert Reply.objects.filter(row__case=case, published_at__isnull=True).count() == 0
    assert [one.row.number for one in RowRevision.objects.all()] == [1]
    kinds = Notice.objects.order_by().values_list("kind", flat=True).distinct()
    assert {"answered", "revision_told"} <= set(kinds)


def prepare(walk: Walk, width: int) -> None:
    """A template with a place of its own that is filled in row by row."""
    drafter = walk.at(walk.scene.ministry, signs=False, width=width)
    drafter.go("reply_templates")
    drafter.look("no-templates")
    drafter.follow("New template")
    drafter.fill("Name of the template", "T-1")
    drafter.choose("The reply", walk.said("reply.kind", "partly"))
    drafter.fill_all({"Words in Kyrgyz": "{article}: {кат}", "Words in Russian": "{number}: {кат}"})
    drafter.look("template")
    drafter.press("Keep the template")
    drafter.look("templates")


def give_out(walk: Walk, width: int) -> None:
    drafter = walk.at(walk.scene.ministry, signs=False, width=width)
    drafter.go("replies_desk", walk.number)
    drafter.page.locator("[data-all]").check()
    drafter.page.get_by_label(drafter.named("With the ticked rows")).select_option(
        label=drafter.word("me")
    )
    drafter.look("desk")
    drafter.press("Do it")
    assert Assignment.objects.count() == 4


def answer_one(walk: Walk, width: int) -> None:
    """A template fills the form; what is typed is kept by itself."""
    drafter = walk.at(walk.scene.ministry, signs=False, width=width)
    drafter.go("reply_edit", walk.number, 1, who="me")
    drafter.press("T-1")
    drafter.fill("Reason in Kyrgyz", "3-берене: 12 каты")
    drafter.fill("Reason in Russian", "1: письмо 12")
    drafter.look("reply")
    drafter.press("Keep the draft and go to the next row")
    assert "/replies/2/?who=me" in drafter.page.url


def answer_together(walk: Walk, width: int) -> None:
    """Three rows on one sheet; the word left open is asked for at its row."""
    drafter = walk.at(walk.scene.ministry, signs=False, width=width)
    drafter.go("replies_desk", walk.number, state="none")
    drafter.page.locator("[data-all]").check()
    drafter.page.get_by_label(drafter.named("With the ticked rows")).select_option(label="T-1")
    drafter.press("Do it")
    button = drafter.page.locator("main form .btn").first
    with drafter.page.expect_navigation() as way:
        button.click()
    drafter.arrived(way.value, status=422)
    drafter.faults = [one for one in drafter.faults if "422" not in one]
    drafter.look("sheet-wrong")
    for field in drafter.page.locator("main textarea").all():
        field.fill(field.input_value().replace("{кат}", "№ 12"))
    drafter.look("sheet")
    with drafter.page.expect_navigation() as way:
        drafter.page.locator("main form .btn").first.click()
    drafter.arrived(way.value)
    assert Reply.objects.count() == 4


def publish(walk: Walk, width: int) -> None:
    minister = walk.at(walk.scene.ministry, signs=True, width=width)
    minister.go("replies_publish", walk.number)
    minister.look("publish")
    minister.press("Publish")
    minister.go("reply_edit", walk.number, 1)
    minister.look("published")


def revise(walk: Walk, width: int) -> None:
    """The minister submits a new text and says which row it meets."""
    minister = walk.at(walk.scene.ministry, signs=True, width=width)
    minister.go("statement", walk.number, "revised")
    minister.choose("Which of them", "Minor: neither of the two")
    minister.page.locator(f"input[name=language][value={walk.language}]").check()
    minister.fill("What has changed and why", "3")
    for code, text in (("ky", DRAFT_KY), ("ru", DRAFT_RU)):
        path = walk.folder / f"new-{code}.txt"
        path.write_text(text.replace("инспектор", "адис"))
        minister.page.locator(f"input[name=text_{code}]").set_input_files(path)
    minister.page.locator("input[name=is_sure]").check()
    minister.press(minister.page.locator("main h1").inner_text())
    minister.page.locator("input[name=how-1][value=settles]").check()
    minister.page.locator("input[name=is_sure]").check()
    minister.look("revision")
    minister.press("Put it on record")
