"""What a new version meets: suggested from the comparison, said by the ministry, read by everyone."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from makul.cases.actions.rows import place_rest
from makul.cases.models import Case, RowRevision
from makul.notices.models import Notice
from tests.scene import DRAFT_RU, Scene, answer, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def placed(scene: Scene, spoken: Case, at: datetime) -> Case:
    """Rows 1 and 3 on article 3, part 1; row 2 on article 2, part 2."""
    place_rest(case=spoken, actor=scene.drafter(scene.union), now=at + timedelta(days=2))
    return spoken


def url(case: Case) -> str:
    return reverse("revision_rows", args=[case.number])


def revised(scene: Scene, case: Case) -> Client:
    """The minister submits a text in which article 3 is changed."""
    head = browser(scene.signatory(scene.ministry))
    text = DRAFT_RU.replace("назначается инспектор", "может назначаться инспектор")
    data = {
        "value": "minor",
        "language": "ru",
        "text": "Изменена статья 3",
        "text_ru": SimpleUploadedFile("draft-ru.txt", text.encode()),
        "is_sure": "on",
    }
    done = head.post(reverse("statement", args=[case.number, "revised"]), data)
    assert done.url == url(case)
    return head


def test_before_a_new_version_the_page_says_what_to_do(scene: Scene, placed: Case) -> None:
    page = browser(scene.signatory(scene.ministry)).get(url(placed))
    assert (page.status_code, page.context["revision"]) == (200, None)


def test_rows_of_changed_provisions_are_suggested_and_none_is_ticked(
    scene: Scene, placed: Case
) -> None:
    head = revised(scene, placed)
    page = head.get(url(placed))
    assert [one["row"].number for one in page.context["lines"]] == [1, 3]
    assert [one["how"].value() for one in page.context["lines"]] == ["no", "no"]
    assert page.context["others"] == 1
    every = head.get(url(placed) + "?all=1")
    assert [one["row"].number for one in every.context["lines"]] == [1, 2, 3]


def said(**more: str) -> dict[str, str]:
    given = {"how-1": "settles", "how-3": "no"}
    return given | {"eid-1": "art_3__part_1", "eid-3": "art_3__part_1", "is_sure": "on"} | more


def test_what_is_met_goes_on_record_and_stays_chosen(scene: Scene, placed: Case) -> None:
    head = revised(scene, placed)
    done = head.post(url(placed), said())
    assert done.url == reverse("replies_desk", args=[placed.number])
    one = RowRevision.objects.get()
    assert (one.row.number, one.eid, one.is_settling) == (1, "art_3__part_1", True)
    assert Notice.objects.filter(kind="revision_told").count() == 2
    again = head.get(url(placed)).context["lines"][0]
    assert again["how"].value() == "settles"


@pytest.mark.parametrize("more", [{"how-1": "no"}, {"is_sure": ""}, {"eid-1": "art_99"}])
def test_nothing_said_or_not_sure_comes_back(
    scene: Scene, placed: Case, more: dict[str, str]
) -> None:
    page = revised(scene, placed).post(url(placed), said(**more))
    assert (page.status_code, RowRevision.objects.count()) == (422, 0)


def test_everyone_reads_it_beside_the_row(scene: Scene, placed: Case, at: datetime) -> None:
    head = revised(scene, placed)
    head.post(url(placed), said())
    answer(scene, placed, at=at + timedelta(days=3))
    page = Client().get(reverse("case_rows", args=[placed.number]) + "?lang=en").content.decode()
    address = f"/cases/{placed.number}/versions/?old=draft-1&amp;new=draft-2#v-art_3"
    assert f'href="{address}"' in page


def test_a_body_reads_beside_its_own_remark_which_version_meets_it(
    scene: Scene, placed: Case
) -> None:
    revised(scene, placed).post(url(placed), said())
    page = browser(scene.signatory(scene.bodies[0])).get(
        reverse("own_remarks", args=[placed.number])
    )
    shown = [(one.row.number, len(met)) for one, met in page.context["table"]]
    assert sorted(shown) == [(1, 1), (2, 0)]
    address = f"/cases/{placed.number}/versions/?old=draft-1&amp;new=draft-2#v-art_3"
    assert page.content.decode().count(f'href="{address}"') == 1


def test_who_may_not_sign_only_looks(scene: Scene, placed: Case) -> None:
    revised(scene, placed)
    drafter = browser(scene.drafter(scene.ministry))
    assert drafter.get(url(placed)).context["may_act"] is False
    assert drafter.post(url(placed), said()).status_code == 403
    assert browser(scene.signatory(scene.union)).get(url(placed)).status_code == 403
