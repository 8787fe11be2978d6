"""The list of a month."""

from datetime import date

import pytest
from django.http import Http404
from django.utils import timezone, translation

from makul.cases.views.public.not_agreed import month_name, month_of, months


def test_the_month_of_the_protocol_names_the_draft(finished, read) -> None:
    month = timezone.localdate(finished.protocol.drawn_at)
    text = read(f"/not-agreed/?month={month:%Y-%m}")
    assert finished.number in text
    assert "demo-committee (en)" in text
    assert "No draft was left without agreement" in read("/not-agreed/?month=2020-01")


def test_a_term_missed_stands_in_the_month_of_its_last_day(bypassed, read) -> None:
    missed = timezone.localdate(bypassed.opened_at)
    text = read(f"/not-agreed/?month={missed:%Y-%m}") + read("/not-agreed/?month=2020-01")
    assert text.count("Acceptance of the package Not done within the term demo-desk (en)") == 1


def test_months_of_addresses() -> None:
    today = date(2026, 3, 15)
    assert month_of("", today=today) == date(2026, 2, 1)
    assert month_of("2025-12", today=today) == date(2025, 12, 1)
    for bad in ("2026-00", "26-01", "2026-1", "2026-01-01", "9999-12", "x"):
        with pytest.raises(Http404):
            month_of(bad, today=today)


def test_months_are_named_in_each_language() -> None:
    named = []
    for code in ("ky", "ru", "en"):
        with translation.override(code):
            named.append(month_name(date(2026, 3, 1)))
    assert named == ["2026-жылдын марты", "март 2026", "March 2026"]


def test_two_years_of_months_at_most() -> None:
    assert months(date(2026, 1, 1), today=date(2026, 3, 9)) == [
        date(2026, 3, 1),
        date(2026, 2, 1),
        date(2026, 1, 1),
    ]
    assert len(months(date(2000, 1, 1), today=date(2026, 3, 9))) == 24
    assert months(None, today=date(2026, 3, 9)) == []


def test_every_month_is_told_with_its_numbers(finished, read) -> None:
    drawn = timezone.localdate(finished.protocol.drawn_at).replace(day=1)
    with translation.override("en"):
        name = month_name(drawn)
    assert f"{name} 1 1" in read("/not-agreed/")


def test_the_list_of_a_month_is_a_table_too(finished, read) -> None:
    day = timezone.localdate(finished.protocol.drawn_at)
    lines = read(f"/not-agreed.csv?month={day:%Y-%m}", raw=True).splitlines()
    assert lines[0].startswith("case,title_ky,title_ru,protocol_on,")
    assert lines[1].startswith(f"{finished.number},")
    assert lines[1].endswith(",demo-committee")
    assert len(lines) == 2
    read("/not-agreed.csv?month=2026-13", status=404)
