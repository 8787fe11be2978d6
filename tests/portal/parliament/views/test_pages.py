"""The hub of Parliament's side and its statistics: three languages, empty and full, few queries."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client

from makul.law.procedures import KEYS
from makul.law.procedures.about import about
from makul.portal.parliament.mechanisms import MECHANISMS

pytestmark = pytest.mark.django_db
PAGES = ("/parliament/", "/statistics/parliament/")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_an_empty_page_says_what_will_be_there(read, path: str, language: str) -> None:
    html = read(path, language=language, raw=True)
    assert html.count('class="empty"') == (len(MECHANISMS) if path == "/parliament/" else 1)


def test_the_hub_shows_each_mechanism_and_leads_to_how_it_works(read, bill, alert) -> None:
    alert(bill("6-17"), "no_case")
    html = read("/parliament/", raw=True)
    assert html.count("<h2") == len(MECHANISMS) + 1
    assert "Көчө жарыгы жөнүндө 6-17" in html
    for key in KEYS:
        linked = f'href="/how-it-works/{key}/"' in html
        assert linked == (key != "npa")
        assert (about(key, language="en").how in html) or key == "npa"


def test_every_figure_says_how_it_is_counted(read, bill, alert) -> None:
    alert(bill("6-17"), "no_case")
    text = read("/statistics/parliament/")
    assert "Each is counted once." in text
    assert "1 of 1: bills" in text
    assert "too few" in text


def test_the_table_for_machines_is_the_same_in_every_language(bill, alert) -> None:
    alert(bill("6-17"), "no_case")
    told = [
        Client(headers={"Accept-Language": code}).get(f"/statistics/parliament.csv?lang={code}")
        for code in ("ky", "ru")
    ]
    assert told[0].content == told[1].content
    rows = list(csv.DictReader(io.StringIO(told[0].content.decode(), newline="")))
    assert {"group": "bills", "figure": "alerts", "by": "", "part": "1", "of": ""} in rows
    found = {(row["figure"], row["by"]): row["part"] for row in rows}
    assert found["No conciliation", "Deputies of the Jogorku Kenesh"] == "1"


def test_a_year_of_which_there_is_nothing_is_no_filter(read, bill) -> None:
    bill("6-17")
    assert read("/statistics/parliament/?year=1999") == read("/statistics/parliament/")


@pytest.mark.parametrize("path", [*PAGES, "/statistics/parliament.csv"])
def test_few_queries_and_304(path: str, bill, alert, django_assert_max_num_queries) -> None:
    for n in range(5):
        alert(bill(str(n)), "no_case")
    with django_assert_max_num_queries(20):
        first = Client().get(path)
    assert first.status_code == 200
    again = Client().get(path, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
