"""The operations of the API: what they answer, within which bounds, in how many queries."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from makul.cases.models import Remark
from makul.documents.models import Document, Provision, Version
from makul.documents.storing import store_versions
from tests.scene import TEXTS, Scene

pytestmark = pytest.mark.django_db
API = "/api/v1"


def ask(path: str, status: int = 200) -> Any:
    answer = Client().get(f"{API}{path}")
    assert answer.status_code == status, answer.content
    return answer.json()


def queries(path: str) -> int:
    with CaptureQueriesContext(connection) as found:
        ask(path)
    return len(found)


def test_the_list_tells_where_each_case_stands(running, finished) -> None:
    found = ask("/cases")
    assert (found["count"], found["page"], found["pages"]) == (2, 1, 1)
    told = {one["number"]: one for one in found["items"]}
    assert told[finished.number]["protocol"] == "disagreements"
    assert (told[running.number]["asked"], told[running.number]["answered"]) == (3, 1)
    assert told[running.number]["title_ky"] == running.title_ky
    assert told[running.number]["title_ru"] == running.title_ru


@pytest.mark.parametrize(
    ("query", "n"),
    [
        ("state=not_agreed", 1),
        ("state=bypassed", 0),
        ("q=жарыг", 2),
        ("q=налог", 0),
        ("initiator=demo-ministry", 2),
        ("initiator=nobody", 0),
        ("year=2020", 0),
        ("limit=1&page=2", 1),
        ("limit=1&page=3", 0),
    ],
)
def test_the_list_is_filtered(running, finished, query: str, n: int) -> None:
    assert len(ask(f"/cases?{query}")["items"]) == n


def test_one_case_with_its_parties_papers_and_terms(running) -> None:
    found = ask(f"/cases/{running.number}")
    assert {one["role"] for one in found["parties"]} >= {"initiator", "association", "lsg"}
    assert [one["language"] for one in found["papers"] if one["kind"] == "draft"] == ["ky", "ru"]
    assert {one["step"] for one in found["due"]} >= {"position"}
    assert found["missing_languages"] == []


def test_a_language_that_is_missing_is_null_and_said(running) -> None:
    document = Document.objects.get(subject=running.subject, kind="draft")
    store_versions(document, files=TEXTS[:1], number=2, now=running.opened_at)
    assert ask(f"/cases/{running.number}")["missing_languages"] == ["ky"]
    article = ask(f"/cases/{running.number}/provisions/art_3")
    assert article["version"] == 2
    assert (article["heading_ru"], article["heading_ky"]) == ("Ответственный за освещение", None)


def test_a_provision_with_its_remarks_takes_fewer_than_five_queries(running) -> None:
    path = f"/cases/{running.number}/provisions/art_3__part_1"
    found = ask(path)
    assert [one["eid"] for one in found["remarks"]] == ["art_3__part_1"]
    assert found["text_ky"] and found["text_ru"]
    position = running.positions.get(state="filed")
    Remark.objects.bulk_create(
        Remark(position=position, order=n, eid="art_3__part_1", kind="proposal", text=f"{n}")
        for n in range(10, 60)
    )
    assert len(ask(path)["remarks"]) == 51
    assert queries(path) < 5


def test_remarks_below_a_provision_belong_to_it(running) -> None:
    assert len(ask(f"/cases/{running.number}/provisions/art_3")["remarks"]) == 1
    assert ask(f"/cases/{running.number}/provisions/art_2")["remarks"] == []


def test_rows_are_open_once_the_association_has_filed(running, finished) -> None:
    early, late = ask(f"/cases/{running.number}/rows"), ask(f"/cases/{finished.number}/rows")
    assert (early["is_open"], early["items"]) == (False, [])
    assert late["is_open"]
    assert [(one["number"], one["reply"]) for one in late["items"]] == [
        (1, "declined"),
        (2, "declined"),
    ]
    assert late["items"][0]["bodies"] == ["demo-aa-01"]


def test_a_draft_of_a_position_is_nobodys_answer(running, scene: Scene) -> None:
    from tests.scene import draft

    draft(scene, running, scene.bodies[1], "agreed")
    found = ask(f"/cases/{running.number}/positions")
    assert [one["body"] for one in found["items"]] == ["demo-aa-01"]


def test_everything_of_a_case_in_one_answer(finished) -> None:
    found = ask(f"/cases/{finished.number}/whole")
    assert len(found["rows"]) == 2
    assert len(found["positions"]) == 3
    assert found["entries"][0]["action"] == "submitted"
    assert (
        len(found["provisions"])
        == Version.objects.get(
            document__subject=finished.subject, document__kind="draft", language="ru"
        ).provisions.count()
    )


def test_no_address_of_a_person_or_body_is_given(finished) -> None:
    assert b"@" not in Client().get(f"{API}/cases/{finished.number}/whole").content
    assert b"@" not in Client().get(f"{API}/bodies").content


def test_bodies_by_kind_and_one_by_one(running) -> None:
    assert [one["key"] for one in ask("/bodies?kind=ministry")["items"]] == ["demo-ministry"]
    assert ask("/bodies/demo-union")["name_ru"] == "demo-union (ru)"


@pytest.mark.parametrize(
    "path",
    [
        "/cases/2026-9999",
        "/cases/2026-9999/rows",
        "/cases/2026-9999/provisions",
        "/cases/2026-9999/provisions/art_1",
        "/cases/2026-9999/whole",
        "/bodies/nobody",
        "/nothing/here",
    ],
)
def test_what_is_not_there_is_404_in_json(db: None, path: str) -> None:
    assert ask(path, 404) == {"detail": "Not Found"}


@pytest.mark.parametrize(
    "path",
    [
        "/cases?limit=0",
        "/cases?limit=201",
        "/cases?page=99999999999999999999",
        "/cases?state=other",
        "/cases?year=1",
        "/cases/x",
        "/cases/2026-0001/provisions/%D1%8F",
        "/bodies?kind=x",
    ],
)
def test_what_is_out_of_bounds_is_422_and_named(db: None, path: str) -> None:
    assert ask(path, 422)["detail"][0]["loc"]


def test_only_reading_is_served(running) -> None:
    assert Client().post(f"{API}/cases").status_code == 405
    assert Client().delete(f"{API}/cases/{running.number}").status_code == 405


def test_any_site_may_ask_and_no_cookie_goes_out(running) -> None:
    answer = Client().get(f"{API}/cases", headers={"Origin": "https://example.org"})
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies
    asked = Client().options(f"{API}/cases")
    assert (asked.status_code, asked["Access-Control-Allow-Headers"]) == (204, "If-None-Match")


def test_an_unchanged_answer_is_not_sent_again(running, scene: Scene) -> None:
    from tests.scene import file

    first = Client().get(f"{API}/cases/{running.number}/positions")
    same = {"If-None-Match": first["ETag"]}
    again = Client().get(f"{API}/cases/{running.number}/positions", headers=same)
    assert (again.status_code, again.content) == (304, b"")
    other = Client().get(f"{API}/cases/{running.number}/remarks", headers=same)
    assert other.status_code == 200
    file(scene, running, scene.bodies[1], "agreed")
    changed = Client().get(f"{API}/cases/{running.number}/positions", headers=same)
    assert changed.status_code == 200


@pytest.mark.parametrize("part", ["positions", "remarks", "provisions", "entries", "rows", "whole"])
def test_the_queries_do_not_grow_with_the_case(finished, part: str) -> None:
    path = f"/cases/{finished.number}/{part}"
    before = queries(path)
    position = finished.positions.filter(state="filed").first()
    Remark.objects.bulk_create(
        Remark(position=position, order=n, eid="art_1", kind="proposal", text=f"{n}")
        for n in range(100, 140)
    )
    version = Version.objects.get(document__subject=finished.subject, document__kind="draft", language="ky")  # fmt: skip
    Provision.objects.bulk_create(
        Provision(version=version, order=n, eid=f"art_{n}", kind="article") for n in range(50, 90)
    )
    assert queries(path) == before <= 20


def test_the_queries_of_the_list_do_not_grow_with_the_cases(running, scene: Scene) -> None:
    from tests.scene import submitted

    before = queries("/cases")
    submitted(scene)
    submitted(scene)
    assert queries("/cases") == before <= 10


def test_the_states_of_the_description_are_those_of_the_lists() -> None:
    from makul.cases.queries.listing import STATES
    from makul.portal.api.description import description

    parameters = description()["paths"]["/api/v1/cases"]["get"]["parameters"]
    (state,) = [one for one in parameters if one["name"] == "state"]
    assert state["schema"]["anyOf"][0]["enum"] == list(STATES)
