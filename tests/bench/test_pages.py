"""The queries of a page do not grow with what it shows; each figure is of what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.urls import reverse

from bench import act_page, assets, case_list, consultations, merge, scene
from bench.size import Size
from bench.stopwatch import Page, Say, page
from makul.cases.models import Case, Remark, RowRemark
from makul.core.errors import MakulError
from makul.documents.models import Provision

pytestmark = pytest.mark.django_db


def listed(cases: int, small: Size, say: Say) -> int:
    with rolled_back():
        return int(case_list.measure(replace(small, cases=cases), say=say)["queries"])


class rolled_back:
    """Each measurement finds an empty database, as in the command."""

    def __enter__(self) -> None:
        self.point = connection.savepoint()

    def __exit__(self, *_: object) -> None:
        connection.savepoint_rollback(self.point)


def test_a_list_of_ten_and_of_a_hundred_cases_take_the_same_queries(small: Size, say: Say) -> None:
    few = listed(10, small, say)
    assert few == listed(100, small, say)
    assert 1 < few < 10


def test_a_short_and_a_long_act_take_the_same_queries(small: Size, say: Say) -> None:
    with rolled_back():
        few = act_page.measure(small, say=say)
    many = act_page.measure(replace(small, articles=60, remarks=300), say=say)
    assert (few["remarks"], many["remarks"]) == (40, 300)
    assert few["queries"] == many["queries"] < 15
    assert many["html_kb"] > 2 * few["html_kb"]
    assert articles_of(Case.objects.get()) == {"ky": 60, "ru": 60}


def test_more_consultations_and_comments_take_the_same_queries(small: Size, say: Say) -> None:
    with rolled_back():
        few = consultations.measure(small, say=say)
    many = consultations.measure(
        replace(small, cases=20, peers_articles=20, peers_remarks=200), say=say
    )
    assert (few["paragraphs"], many["paragraphs"]) == (5 * 4 + 9 * 4, 20 * 4 + 19 * 4)
    asked = ("most_queries", "paragraph_queries")
    assert [few[name] for name in asked] == [many[name] for name in asked]
    assert many["paragraph_queries"] < 5 and many["most_queries"] < 20


def articles_of(case: Case) -> dict[str, int]:
    found = Provision.objects.filter(version__document__subject=case.subject, kind="article")
    languages = list(found.values_list("version__language", flat=True))
    return {code: languages.count(code) for code in ("ky", "ru")}


def test_the_work_that_is_timed_merges_and_is_taken_back(small: Size, say: Say) -> None:
    house = scene.build_house(bodies=20)
    case = scene.build_case(house, articles=4)
    scene.file_positions(case, house, remarks_each=10)
    merge.desk_work(case, house.mandate("association"))()
    assert not RowRemark.objects.exists()
    groups, _taken = merge.merge_all(case, house.mandate("association"))
    assert case.rows.count() == groups > 1
    assert merge.groups_of(case) == []


def test_merging_tells_its_sizes(small: Size, say: Say) -> None:
    figures = merge.measure(small, say=say)
    assert (figures["positions"], figures["remarks"]) == (6, 30)


def test_the_same_remarks_are_made_each_time(small: Size) -> None:
    texts = []
    for _again in range(2):
        with rolled_back():
            house = scene.build_house(bodies=5)
            case = scene.build_case(house, articles=5)
            scene.file_positions(case, house, remarks_each=4)
            texts.append(list(Remark.objects.order_by("pk").values_list("eid", "kind", "text")))
    assert texts[0] == texts[1]
    assert len(set(texts[0])) > 10


def test_assets_are_those_the_pages_name(small: Size, say: Say, said: list[str]) -> None:
    assert 1 < assets.measure(small, say=say) < 60
    assert "web/base.css" in said[0]


def test_assets_are_found_in_a_page() -> None:
    text = (
        '<link rel="icon" href="/i.svg"><link rel="stylesheet" href="/a.css"><script src="/b.js">'
    )
    assert assets.linked(text * 2) == ["/a.css", "/b.js"]


def test_a_page_that_is_not_served_gives_no_figure() -> None:
    with pytest.raises(MakulError, match="answers 404"):
        page(scene.anyone(), "/no-such-page/", times=1)


def test_a_page_counts_its_queries(small: Size) -> None:
    house = scene.build_house(bodies=1)
    scene.build_case(house, articles=2)
    found = page(scene.anyone(), reverse("case_list"), times=3)
    assert isinstance(found, Page)
    assert found.queries > 1
    assert found.html_kb == round(len(found.text.encode()) / 1000, 1)
