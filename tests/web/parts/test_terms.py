"""Due chips, the explanation of a due date, and the way of a case."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core.calendar import Calendar, Reason, months_term, working_days_term
from makul.web.parts.terms import as_rows, explained, folded, weeks

TODAY = date(2026, 4, 8)
CALENDAR = Calendar({}, years=range(2025, 2028))


def bare(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("language", "left", "last_day", "look", "words"),
    [
        ("ru", 12, date(2026, 4, 24), "", "12 рабочих дней — до 24 апреля"),
        ("ru", 3, date(2026, 4, 13), "soon", "3 рабочих дня — до 13 апреля"),
        ("ru", 1, date(2026, 4, 9), "soon", "1 рабочий день — до 9 апреля"),
        ("ru", 0, TODAY, "soon", "Сегодня — до 24:00"),
        ("ru", -2, date(2026, 4, 6), "late", "2 рабочих дня назад — 6 апреля"),
        ("ru", -21, date(2026, 3, 9), "late", "21 рабочий день назад — 9 марта"),
        ("ky", 3, date(2026, 4, 13), "soon", "3 жумуш күнү — 13-апрель"),
        ("ky", 0, TODAY, "soon", "Бүгүн — саат 24:00гө чейин"),
        ("ky", -1, date(2026, 4, 7), "late", "1 жумуш күнү өттү — 7-апрель"),
        ("en", 4, date(2026, 4, 14), "", "4 working days — until 14 April"),
        ("en", 1, date(2026, 4, 9), "soon", "1 working day — until 9 April"),
        ("en", None, date(2026, 4, 14), "", "until 14 April"),
        ("en", None, date(2026, 4, 7), "late", "The term is over — 7 April"),
    ],
)
def test_chips(
    rendered: Callable[..., str],
    language: str,
    left: int | None,
    last_day: date,
    look: str,
    words: str,
) -> None:
    page = rendered("{% due last today left %}", language, last=last_day, today=TODAY, left=left)
    assert (re.findall(r'class="due ([a-z]*)"', page), bare(page)) == ([look], words)


def test_what_was_done_in_time_and_late(rendered: Callable[..., str]) -> None:
    values = {"one": date(2026, 4, 1), "two": date(2026, 4, 2)}
    page = "{% due_met one two %}|{% due_met two one %}"
    assert bare(rendered(page, "ru", **values)) == (
        "Сделано 1 апреля ; срок был 2 апреля | Сделано 2 апреля ; срок был 1 апреля"
    )
    assert re.findall(r'class="due (\w+)"', rendered(page, "ru", **values)) == ["met", "late"]


def reasons() -> list[Reason]:
    return [
        Reason("evening", date(2026, 3, 3), {"hour": 18, "to": date(2026, 3, 4)}),
        Reason("start", date(2026, 3, 4), {"basis": "civil.208"}),
        Reason("rule", None, {"n": 15, "unit": "wd", "provisional_years": (2026,)}),
        Reason("skipped", date(2026, 3, 7), {"why": "weekend"}),
        Reason(
            "skipped",
            date(2026, 3, 20),
            {"why": "day_off", "names": {"ky": "Орозо айт", "ru": "Орозо айт"}, "estimated": True},
        ),
        Reason("month_end", date(2026, 2, 28), {"day": 31}),
        Reason("moved", date(2026, 3, 2), {"from": date(2026, 2, 28)}),
        Reason("not_before", date(2026, 3, 30)),
        Reason("event", date(2026, 4, 28), {"step": "scheduled"}),
        Reason("rule_before", None, {"n": 5}),
        Reason("not_named", None, {"step": "scheduled"}),
        Reason("law_gap", None, {"year": 2031}),
    ]


EXPLAINED = {
    "en": [
        "Delivered on 3 March after 18:00, so it counts as received on 4 March",
        "The event was on 4 March; that day is not counted",
        "15 working days, counted from the day after the event",
        "20 March — Орозо айт (estimated date)",
        "That month has no day 31, so the term ends on 28 February",
        "28 February is a day off, so the last day moves to 2 March",
        "Not earlier than 30 March",
        "Counted back from 28 April; that day is not counted",
        "At least 5 full working days must lie between",
        "No day is named yet to count back from",
        "The list of days off for 2031 is not known yet, so the last day cannot be told",
        "Saturdays and Sundays are not counted: 1 day",
        "The list of days off for 2026 is not final and may still change",
    ],
    "ru": [
        "Доставлено 3 марта после 18:00, поэтому днём получения считается 4 марта",
        "День события — 4 марта; он не считается",
        "15 рабочих дней со дня, следующего за событием",
        "20 марта — Орозо айт (расчётная дата)",
        "В том месяце нет 31-го числа, поэтому срок кончается 28 февраля",
        "28 февраля — нерабочий день, поэтому последний день переносится: 2 марта",
        "Не раньше: 30 марта",
        "Считается назад от 28 апреля; этот день не считается",
        "Между ними должно быть не меньше 5 полных рабочих дней",
        "День, от которого считать назад, ещё не назван",
        "Список нерабочих дней на 2031 год ещё не известен, поэтому последний день назвать нельзя",
        "Субботы и воскресенья не считаются: 1 день",
        "Список нерабочих дней (2026) ещё не окончательный и может измениться",
    ],
}


@pytest.mark.parametrize("language", list(EXPLAINED))
def test_each_kind_of_reason_is_a_sentence(language: str) -> None:
    from django.utils import translation

    with translation.override(language):
        lines = [line.replace("\u00a0", " ") for line in explained(as_rows(reasons()))]
    assert lines == EXPLAINED[language]


def test_the_explanation_names_its_acts_and_lies_one_tap_away(
    rendered: Callable[..., str],
) -> None:
    page = rendered("{% why because last %}", "ru", because=reasons(), last=date(2026, 3, 26))
    assert bare(page).startswith("Почему 26 марта ?")
    assert "Основание: Гражданский кодекс КР, статья 208" in bare(page)
    assert rendered("{% why none %}", "ru", none=None).strip() == ""


def test_a_term_its_reasons_and_their_data_read_alike(rendered: Callable[..., str]) -> None:
    term = working_days_term(date(2026, 3, 6), 4, calendar=CALENDAR)
    forms = (term, term.because, term.as_data()["because"])
    pages = {rendered("{% why it last %}", "ky", it=form, last=term.last_day) for form in forms}
    assert len(pages) == 1


@given(st.dates(date(2025, 1, 1), date(2027, 6, 1)), st.integers(1, 25))
def test_the_little_calendar_ends_on_the_last_day(start: date, days: int) -> None:
    term = working_days_term(start, days, calendar=CALENDAR)
    cells = [cell for week in weeks(as_rows(term)) for cell in week]
    monday = start - timedelta(days=start.weekday())
    last = next(n for n, cell in enumerate(cells) if cell["look"] == "last")
    assert monday + timedelta(days=last) == term.last_day
    assert [cell["n"] for cell in cells if cell["n"]] == list(range(1, days + 1))
    assert len(cells) % 7 == 0


def test_months_and_long_terms_have_no_little_calendar() -> None:
    assert weeks(as_rows(months_term(date(2026, 1, 31), 1, calendar=CALENDAR))) == []
    assert weeks(as_rows(working_days_term(date(2026, 1, 31), 60, calendar=CALENDAR))) == []


def test_the_way_of_a_case_shows_each_state(rendered: Callable[..., str]) -> None:
    timeline = [
        {"state": "done", "title": "Sent", "at": date(2026, 3, 2), "last_day": date(2026, 3, 3)},
        {"state": "skipped", "title": "Told", "last_day": date(2026, 3, 5)},
        {"state": "now", "title": "Said", "last_day": date(2026, 4, 14), "left": 4},
        {"state": "todo", "title": "Signed", "last_day": date(2026, 5, 19)},
    ]
    page = rendered("{% steps timeline %}", "en", timeline=timeline, today=TODAY)
    assert re.findall(r'<li class="([\w-]+)"', page) == ["done", "late", "now-step", "todo"]
    assert bare(page) == (
        "Sent 2 March ; the last day was 3 March Told The last day was 5 March "
        "Said 4 working days — until 14 April Signed Not later than 19 May"
    )


def test_steps_done_long_ago_are_folded_and_a_late_one_stays_in_sight(
    rendered: Callable[..., str],
) -> None:
    states = ["done"] * 4 + ["late"] + ["done"] * 6 + ["now"]
    timeline = [{"state": state, "title": f"Step {n}"} for n, state in enumerate(states)]
    page = rendered("{% steps timeline %}", "en", timeline=timeline, today=TODAY)
    assert re.findall(r"<summary>(.*?)</summary>", page) == ["4 steps done", "3 steps done"]
    assert re.findall(r"Step \d+", page) == [f"Step {n}" for n in range(12)]
    in_sight = bare(re.sub(r"(?s)<details.*?</details>", "", page))
    assert in_sight == "Step 4 Step 8 Step 9 Step 10 Step 11"


def test_a_short_way_is_not_folded() -> None:
    rows = [{"css": "done"}] * 5 + [{"css": "todo"}]
    assert [is_folded for is_folded, _run in folded(rows)] == [False, False]
    assert [row for _is, run in folded(rows) for row in run] == rows
