"""The association's desk: suggestions ticked and merged, rows worded, remarks taken out, rows dropped."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from makul.cases.actions.rows import filed_remarks
from makul.cases.models import Case
from tests.scene import Scene, browser, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db


def url(name: str, case: Case, *args: object) -> str:
    return reverse(name, args=[case.number, *args])


def objections(case: Case) -> list[int]:
    return [one.pk for one in filed_remarks(case) if one.kind == "objection"]


def test_alike_remarks_are_merged_with_one_press(scene: Scene, spoken: Case) -> None:
    client = browser(scene.drafter(scene.union))
    page = client.get(url("rows_desk", spoken) + "?at=art_3").content.decode()
    assert [f'value="{pk}" id="r{pk}" checked' in page for pk in objections(spoken)] == [True, True]
    done = client.post(
        url("rows_desk", spoken) + "?at=art_3", {"remarks": objections(spoken), "into": "new"}
    )
    assert (done.status_code, spoken.rows.get().links.count()) == (303, 2)


def test_nothing_ticked_is_said_on_the_page(scene: Scene, spoken: Case) -> None:
    client = browser(scene.drafter(scene.union))
    page = client.post(url("rows_desk", spoken) + "?at=art_3", {"into": "new"})
    assert (page.status_code, spoken.rows.count()) == (422, 0)


def test_a_row_is_worded_and_a_remark_is_taken_out(scene: Scene, spoken: Case) -> None:
    client = browser(scene.drafter(scene.union))
    data = {"remarks": objections(spoken), "into": "new"}
    client.post(url("rows_desk", spoken) + "?at=art_3", data)
    words = {"text_ky": "Каражат жок", "text_ru": "Нет средств", "yearly_som": "86 400 000"}
    assert client.post(url("row_edit", spoken, 1), words).status_code == 303
    row = spoken.rows.get(number=1)
    assert (row.text_ru, row.yearly_som) == ("Нет средств", 86_400_000)
    out = client.post(url("row_edit", spoken, 1), {"do": f"out-{objections(spoken)[0]}"})
    assert (out.status_code, spoken.rows.count()) == (303, 2)


def test_a_minority_of_two_is_refused_on_the_form(scene: Scene, spoken: Case) -> None:
    client = browser(scene.drafter(scene.union))
    data = {"remarks": objections(spoken), "into": "new"}
    client.post(url("rows_desk", spoken) + "?at=art_3", data)
    page = client.post(url("row_edit", spoken, 1), {"text_ky": "Сөз", "is_minority": "on"})
    assert (page.status_code, "Сөз" in page.content.decode()) == (422, True)


def test_a_body_takes_its_own_remark_out(scene: Scene, spoken: Case) -> None:
    data = {"remarks": objections(spoken), "into": "new"}
    browser(scene.drafter(scene.union)).post(url("rows_desk", spoken) + "?at=art_3", data)
    client = browser(scene.signatory(scene.bodies[0]))
    mine, other = objections(spoken)
    assert client.post(url("own_remarks", spoken), {"out": other}).status_code == 422
    assert client.post(url("own_remarks", spoken), {"out": mine}).status_code == 303
    assert sorted(row.links.count() for row in spoken.rows.all()) == [1, 1]


def test_an_author_drops_its_row(scene: Scene, answered: Case) -> None:
    row = answered.rows.get(author=scene.bodies[0], kind="objection")
    other, own = (
        browser(scene.signatory(scene.bodies[1])),
        browser(scene.signatory(scene.bodies[0])),
    )
    assert other.post(url("row_drop", answered, row.number)).status_code == 403
    assert (
        url("row_drop", answered, row.number)
        in own.get(url("own_remarks", answered)).content.decode()
    )
    assert own.post(url("row_drop", answered, row.number)).status_code == 303
    row.refresh_from_db()
    assert row.is_dropped


def count(client: Any, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_the_queries_do_not_grow_with_the_remarks(at: datetime) -> None:
    scene = build_scene(bodies=12, at=at)
    case = notified(scene, at=at)
    client = browser(scene.drafter(scene.union))
    counts = []
    for few in (scene.bodies[:2], scene.bodies[2:]):
        for body in few:
            remarks = [remark(text=f"Каражат жок {n}") for n in range(10)]
            file(scene, case, body, "not_agreed", *remarks, at=at + timedelta(days=1))
        client.get(url("rows_desk", case))  # the first visit is kept
        counts.append(count(client, url("rows_desk", case) + "?at=art_3&like=0.2"))
    assert counts[0] == counts[1]
