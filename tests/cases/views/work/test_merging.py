"""The desk in three panes: a line is opened, ticked lines go into the row at the side, pages stay light."""

from __future__ import annotations

from datetime import datetime, timedelta
from time import perf_counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from makul.cases.actions.rows import filed_remarks
from makul.cases.models import Case, Position, Remark
from tests.scene import Scene, browser, build_scene, notified

pytestmark = pytest.mark.django_db
MOST_BYTES, MOST_QUERIES, MOST_SECONDS = 500_000, 20, 1.0


def url(case: Case, query: str = "") -> str:
    return f"{reverse('rows_desk', args=[case.number])}?at=art_3{query}"


def objections(case: Case) -> list[int]:
    return [one.pk for one in filed_remarks(case) if one.kind == "objection"]


def test_ticked_lines_are_merged_into_the_row_at_the_side(scene: Scene, spoken: Case) -> None:
    client = browser(scene.drafter(scene.union))
    first, second = objections(spoken)
    client.post(url(spoken), {"remarks": [first], "into": "new"})
    page = client.get(url(spoken, "&sel=row-1"))
    assert 'name="into_row" value="1"' in page.content.decode()
    done = client.post(url(spoken), {"pick": [f"{second}"], "into": "new", "into_row": "1"})
    assert (done.status_code, spoken.rows.get().links.count()) == (303, 2)


def test_two_ticked_rows_become_one(scene: Scene, spoken: Case) -> None:
    client = browser(scene.drafter(scene.union))
    for pk in objections(spoken):
        client.post(url(spoken), {"remarks": [pk], "into": "new"})
    client.post(url(spoken), {"pick": ["row-1", "row-2"], "into": "1"})
    assert [row.links.count() for row in spoken.rows.all()] == [2]


def test_leaving_apart_makes_a_row_of_its_own(scene: Scene, spoken: Case) -> None:
    client = browser(scene.drafter(scene.union))
    first, second = objections(spoken)
    client.post(url(spoken), {"remarks": [first], "into": "new"})
    client.post(url(spoken), {"remarks": [second], "into": "1", "into_row": "new"})
    assert [row.links.count() for row in spoken.rows.all()] == [1, 1]


def test_a_line_like_a_row_says_so(scene: Scene, spoken: Case) -> None:
    client = browser(scene.drafter(scene.union))
    client.post(url(spoken), {"remarks": [objections(spoken)[0]], "into": "new"})
    assert "the same words as row 1" in client.get(url(spoken)).content.decode()


def test_an_unknown_line_and_unknown_filters_are_no_fault(scene: Scene, spoken: Case) -> None:
    client = browser(scene.drafter(scene.union))
    page = client.get(url(spoken, "&sel=r9&state=x&kind=y&stance=z&like=w&page=q&oblast=77"))
    assert (page.status_code, "Nothing fits" in page.content.decode()) == (200, True)


def test_thousands_of_remarks_stay_quick(at: datetime) -> None:
    scene = build_scene(bodies=264, at=at)
    case = notified(scene, at=at)
    union = scene.drafter(scene.union)
    day = at + timedelta(days=1)
    known = {"case": case, "language": "ky", "state": "filed", "stance": "not_agreed"}
    positions = Position.objects.bulk_create(
        [
            Position(party=body, drafted_by=union, filed_at=day, changed_at=day, **known)
            for body in scene.bodies
        ]
    )
    topics = ["Каражат каралган эмес", "Штат жок", "Мөөнөт өтө кыска", "Реестр кайталанат"]
    Remark.objects.bulk_create(
        [
            Remark(
                position=one,
                order=n,
                eid=f"art_{n % 4 + 1}",
                kind="objection",
                text=f"{topics[n % 4]} {n // 4} {one.pk % 7}",
            )
            for one in positions
            for n in range(20)
        ]
    )
    client = browser(union)
    client.get(url(case))
    begun = perf_counter()
    with CaptureQueriesContext(connection) as queries:
        page = client.get(url(case))
    took = perf_counter() - begun
    assert (page.context["counts"].remarks, page.status_code) == (5_280, 200)
    sizes = (len(queries) <= MOST_QUERIES, len(page.content) < MOST_BYTES, took < 2 * MOST_SECONDS)
    assert sizes == (True, True, True)
