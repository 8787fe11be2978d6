"""The pages of the statistics: figures with their whole, the cases behind each, the same as CSV."""

from __future__ import annotations

import csv
from datetime import date

from makul.core.conduct import figures_of
from makul.portal.views.statistics import last_months


def test_each_figure_says_how_it_is_counted_and_leads_to_its_cases(finished, running, read) -> None:
    text, html = read("/statistics/"), read("/statistics/", raw=True)
    assert "Rows declined" in text
    assert "few cases 2 of 2 rows" in text
    assert 'href="/statistics/all/declined/"' in html
    assert 'href="/statistics/demo-ministry/"' in html
    assert "Of fewer than five no share" in text


def test_a_body_has_its_own_page(finished, read) -> None:
    text, html = read("/statistics/demo-ministry/"), read("/statistics/demo-ministry/", raw=True)
    assert "How this body conducts conciliation" in text
    assert 'href="/feeds/bodies/demo-ministry.atom?lang=en"' in html
    read("/statistics/demo-union/", status=404)
    read("/statistics/nobody/", status=404)


def test_the_cases_behind_a_number_and_the_rest_of_its_whole(finished, running, bypassed, read):
    text = read("/statistics/all/bypassed/")
    assert text.index("Cases that make up the number") < text.index(bypassed.number)
    assert running.number not in text
    text = read("/statistics/demo-ministry/short/")
    behind, _, rest = text.partition("The other cases among which it is counted")
    assert "None." in behind
    assert finished.number in rest
    read("/statistics/all/nonsense/", status=404)


def test_a_year_narrows_and_an_unknown_one_does_not(finished, read) -> None:
    year = finished.opened_at.year
    assert f'href="/statistics/all/declined/?year={year}"' in read(
        f"/statistics/?year={year}", raw=True
    )
    assert "All bodies together" in read("/statistics/?year=1990")


def test_without_a_case_there_is_nothing_to_count(db, read) -> None:
    assert "There is nothing to count yet" in read("/statistics/")


def test_the_table_for_machines_has_a_part_and_a_whole_of_each(finished, read) -> None:
    rows = list(csv.DictReader(read("/statistics.csv", raw=True).splitlines()))
    assert [row["body"] for row in rows] == ["demo-ministry"]
    assert (rows[0]["declined_part"], rows[0]["declined_of"]) == ("2", "2")
    keys = {key.rpartition("_")[0] for key in rows[0] if key.endswith("_part")}
    assert keys == set(figures_of([])) - {"cases"}


def test_queries_do_not_grow_with_cases(
    finished, running, bypassed, read, django_assert_max_num_queries
) -> None:
    for path in ("/statistics/", "/statistics/demo-ministry/", "/statistics/all/cases/"):
        with django_assert_max_num_queries(13):
            read(path)


def test_the_last_twelve_months() -> None:
    found = last_months(date(2026, 1, 31))
    assert (found[0], found[-1], len(found)) == (date(2025, 2, 1), date(2026, 1, 1), 12)
