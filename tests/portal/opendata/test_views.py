"""The files of open data: columns, letters, stable addresses, nothing personal, few queries."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from makul.portal.opendata.datasets import DATASETS
from tests.scene import Scene, submitted

pytestmark = pytest.mark.django_db


def body(path: str) -> bytes:
    answer = Client().get(path)
    assert answer.status_code == 200, path
    return b"".join(answer) if answer.streaming else answer.content


def rows(key: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body(f"/data/{key}.csv").decode(), newline="")))


def records(key: str) -> list[dict[str, object]]:
    return list(json.loads(body(f"/data/{key}.json")))


def test_the_page_explains_every_column_of_every_file(read) -> None:
    for language in ("ky", "ru", "en"):
        html = read("/open-data/", language=language, raw=True)
        for key, one in DATASETS.items():
            assert f"/data/{key}.csv" in html
            assert f"/data/{key}.json" in html
            for name in one.record.model_fields:
                assert f"<code>{name}</code>" in html
    assert "Number of the case; it never changes" in html


@pytest.mark.parametrize("key", list(DATASETS))
def test_csv_and_json_hold_the_same_records(finished, bypassed, house, key: str) -> None:
    table, told = rows(key), records(key)
    assert len(table) == len(told) > 0
    assert list(table[0]) == list(told[0]) == list(DATASETS[key].record.model_fields)


@pytest.mark.parametrize("key", list(DATASETS))
def test_an_empty_file_has_its_head(db: None, key: str) -> None:
    names = ",".join(DATASETS[key].record.model_fields)
    assert body(f"/data/{key}.csv").decode() == f"{names}\r\n"
    assert records(key) == []


def test_csv_is_plain_utf_8_by_rfc_4180(finished) -> None:
    data = body("/data/cases.csv")
    assert not data.startswith(b"\xef\xbb\xbf")
    assert finished.title_ky.encode() in data
    assert data.count(b"\r\n") == 2


def test_what_was_said_is_read_back_as_it_was_said(finished) -> None:
    row = finished.rows.get(number=1)
    row.text_ru = '=1+1, "в кавычках"\nи на двух строках'
    row.save()
    assert rows("rows")[0]["text_ru"] == row.text_ru


def test_a_case_in_both_languages_and_its_end(finished, bypassed) -> None:
    told = {one["number"]: one for one in rows("cases")}
    assert told[finished.number]["protocol"] == "disagreements"
    assert told[bypassed.number]["is_bypassed"] == "true"
    assert told[finished.number]["title_ru"] == finished.title_ru


def test_the_rows_of_a_case_that_are_not_open_are_not_given(running) -> None:
    assert records("rows") == []
    assert len(records("remarks")) == 1


def test_bodies_behind_a_row_are_named_by_their_keys(finished) -> None:
    assert rows("rows")[0]["bodies"] == "demo-aa-01"
    assert records("rows")[0]["bodies"] == ["demo-aa-01"]


def test_terms_missed_name_the_step_and_the_body(bypassed) -> None:
    found = records("missed-terms")
    assert found
    assert {one["case"] for one in found} == {bypassed.number}
    assert all(one["duty"] for one in found)


def test_one_case_whole(finished) -> None:
    found = json.loads(body(f"/data/cases/{finished.number}.json"))
    assert found["number"] == finished.number
    assert len(found["rows"]) == 2
    assert Client().get("/data/cases/2026-9999.json").status_code == 404


@pytest.mark.parametrize("key", list(DATASETS))
def test_no_address_and_no_name_of_a_person(finished, house, key: str) -> None:
    text = body(f"/data/{key}.json").decode()
    assert "@" not in text
    assert "head" not in text


@pytest.mark.parametrize("path", ["/data/cases.csv", "/data/rows.json", "/open-data/", "/api/v1/docs/"])  # fmt: skip
def test_an_unchanged_answer_is_not_sent_again(running, path: str) -> None:
    first = Client().get(path)
    again = Client().get(path, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_any_site_may_ask(db: None) -> None:
    assert Client().get("/data/cases.csv")["Access-Control-Allow-Origin"] == "*"
    assert Client().get("/data/nothing.csv").status_code == 404
    assert Client().post("/data/cases.csv").status_code == 405


@pytest.mark.parametrize("key", list(DATASETS))
def test_the_queries_do_not_grow_with_the_cases(finished, scene: Scene, key: str) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as found:
            body(f"/data/{key}.csv")
        return len(found)

    submitted(scene)
    before = count()
    submitted(scene)
    assert count() <= before + 2 * (key == "rows")
    assert before <= 16
