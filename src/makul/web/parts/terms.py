"""Due dates: how long is left, why this day, and the way of a case step by step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makul.core.errors import MakulError
from makul.law.sources import source
from makul.web.parts.dates import WEEKDAYS, WEEKDAYS_SHORT, as_day, day, day_plain, language
from makul.web.parts.words import icon

register = template.Library()

SOON = 3  # working days: the chip turns amber
LONGEST_TABLE = 7  # weeks: a longer term is told in words only


def chip(css: str, sign: str, strong: str, tail: str) -> SafeString:
    """What is left in bold, then the day."""
    dash = " — " if strong and tail else ""
    return format_html(
        '<span class="due {}">{}<span><b>{}</b>{}{}</span></span>',
        css,
        icon(sign),
        strong,
        dash,
        tail,
    )


@register.simple_tag
def due(last_day: object, today: object = None, left: int | None = None) -> SafeString | str:
    """`{% due last_day today working_days_left %}`: plain, soon (3 and fewer), today or late."""
    last, now = as_day(last_day), as_day(today)
    if last is None:
        return ""
    if now is not None and last == now:
        return chip("soon", "clock", _("Today"), _("until 24:00"))
    if (now is not None and last < now) or (left is not None and left < 0):
        n = abs(left or 0)
        words = ngettext("%(n)s working day ago", "%(n)s working days ago", n) % {"n": n}
        return chip("late", "late", words if n else _("The term is over"), day(last))
    until = format_html(_("until {day}"), day=day(last))
    if left is None:
        return chip("", "clock", "", until)
    words = ngettext("%(n)s working day", "%(n)s working days", left) % {"n": left}
    return chip("soon" if left <= SOON else "", "clock", words, until)


@register.simple_tag
def due_met(done_on: object, last_day: object = None) -> SafeString:
    """`{% due_met done_on last_day %}`: done, with the day that was due beside it."""
    done, last = as_day(done_on), as_day(last_day)
    late = bool(done and last and done > last)
    words = format_html(_("Done {day}"), day=day(done))
    if last:
        words = format_html(_("{done}; the last day was {day}"), done=words, day=day(last))
    css, sign = ("late", "late") if late else ("met", "agree")
    return format_html('<span class="due {}">{}<span>{}</span></span>', css, icon(sign), words)


def as_rows(because: Any) -> list[dict[str, Any]]:
    """Reasons as data, whether they came as objects, as data, or inside a term."""
    reasons: Iterable[Any] = getattr(because, "because", because) or ()
    return [dict(one) if isinstance(one, Mapping) else one.as_data() for one in reasons]


def number_of_rule(row: Mapping[str, Any]) -> str:
    """The rule in words, with its number of working days, days or months."""
    n = int(row.get("n", 0))
    if row.get("unit") == "cd":
        text = ngettext(
            "%(n)s calendar day, counted from the day after the event",
            "%(n)s calendar days, counted from the day after the event",
            n,
        )
    elif row.get("unit") == "mo":
        text = ngettext(
            "%(n)s month, counted from the day after the event",
            "%(n)s months, counted from the day after the event",
            n,
        )
    else:
        text = ngettext(
            "%(n)s working day, counted from the day after the event",
            "%(n)s working days, counted from the day after the event",
            n,
        )
    return text % {"n": n}


def full_days_before(row: Mapping[str, Any]) -> str:
    """The rule of a term counted back, with its number of full working days."""
    n = int(row.get("n", 0))
    text = ngettext(
        "At least %(n)s full working day must lie between",
        "At least %(n)s full working days must lie between",
        n,
    )
    return text % {"n": n}


def day_off(row: Mapping[str, Any]) -> str:
    """A day off by its name; a date that is only reckoned says so."""
    names = row.get("names") or {}
    text = f"{day_plain(row['on'])} — {names.get(language()) or names.get('ky', '')}"
    return f"{text} ({_('estimated date')})" if row.get("estimated") else text


def sentence(row: Mapping[str, Any]) -> str:
    """One reason as one sentence; weekends are told together elsewhere."""
    kind, on = row.get("kind"), day_plain(row.get("on"))
    match kind:
        case "start":
            return _("The event was on %(day)s; that day is not counted") % {"day": on}
        case "rule":
            return number_of_rule(row)
        case "skipped":
            return day_off(row)
        case "evening":
            return _(
                "Delivered on %(day)s after %(hour)s:00, so it counts as received on %(to)s"
            ) % {"day": on, "hour": row.get("hour"), "to": day_plain(row.get("to"))}
        case "moved":
            return _("%(from)s is a day off, so the last day moves to %(day)s") % {
                "from": day_plain(row.get("from")),
                "day": on,
            }
        case "month_end":
            return _("That month has no day %(n)s, so the term ends on %(day)s") % {
                "n": row.get("day"),
                "day": on,
            }
        case "not_before":
            return _("Not earlier than %(day)s") % {"day": on}
        case "event":
            return _("Counted back from %(day)s; that day is not counted") % {"day": on}
        case "rule_before":
            return full_days_before(row)
        case "not_named":
            return _("No day is named yet to count back from")
        case "law_gap":
            return _(
                "The list of days off for %(year)s is not known yet, so the last day cannot be told"
            ) % {"year": row.get("year", "")}
    return str(kind)


def is_weekend(row: Mapping[str, Any]) -> bool:
    return row.get("kind") == "skipped" and row.get("why") == "weekend"


def explained(rows: list[dict[str, Any]]) -> list[str]:
    """The reasons as sentences in their order, weekends counted once, doubts of the list last."""
    lines = [sentence(row) for row in rows if not is_weekend(row)]
    if n := sum(1 for row in rows if is_weekend(row)):
        text = ngettext(
            "Saturdays and Sundays are not counted: %(n)s day",
            "Saturdays and Sundays are not counted: %(n)s days",
            n,
        )
        lines.append(text % {"n": n})
    years = sorted({str(y) for row in rows for y in row.get("provisional_years", ())})
    if years:
        lines.append(
            _("The list of days off for %(years)s is not final and may still change")
            % {"years": ", ".join(years)}
        )
    return lines


def citations(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """The acts behind the reasons, each once, by their titles; a proposal says so."""
    keys = dict.fromkeys(
        str(row[name]) for row in rows for name in ("basis", "source") if row.get(name)
    )
    return [title for key in keys if (title := title_of(key))]


def title_of(key: str) -> str:
    try:
        return source(key).title(language())
    except MakulError:
        return ""


def weeks(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """A term in working days as weeks: each cell with its day, its number in the count, its look."""
    start = next((as_day(row["on"]) for row in rows if row["kind"] == "start"), None)
    rule = next((row for row in rows if row["kind"] == "rule"), None)
    if start is None or rule is None or rule.get("unit") != "wd":
        return []
    off = {as_day(row["on"]) for row in rows if row["kind"] == "skipped"}
    monday = start - timedelta(days=start.weekday())
    cells: list[dict[str, Any]] = []
    count, current = 0, monday
    while count < int(rule["n"]) or current.weekday() != 0:
        if len(cells) >= LONGEST_TABLE * 7:
            return []
        counted = current > start and current not in off and count < int(rule["n"])
        count += counted
        look = _look(current, start=start, counted=counted, count=count, whole=int(rule["n"]))
        cells.append({"day": current.day, "n": count if counted else "", "look": look})
        current += timedelta(days=1)
    return [cells[at : at + 7] for at in range(0, len(cells), 7)]


def _look(current: date, *, start: date, counted: bool, count: int, whole: int) -> str:
    """The class of a cell: the event, a counted day, the last day, a day off, or outside."""
    if current == start:
        return "day0"
    if counted:
        return "last" if count == whole else "on"
    return "off" if start < current and count < whole else ""


@register.inclusion_tag("web/part/why.html")
def why(because: Any, last_day: object = None) -> dict[str, Any]:
    """`{% why due.because due.last_day %}`: why this day, one tap away."""
    rows = as_rows(because)
    return {
        "last_day": as_day(last_day),
        "lines": explained(rows),
        "sources": citations(rows),
        "weeks": weeks(rows),
        "weekdays": list(zip(WEEKDAYS_SHORT[language()], WEEKDAYS[language()], strict=True)),
    }


STEP_LOOKS = {
    "done": ("done", "done"),
    "now": ("now-step", "cur"),
    "todo": ("todo", "todo"),
    "late": ("late", "skip"),
    "skipped": ("late", "skip"),
}


@register.inclusion_tag("web/part/steps.html", takes_context=True)
def steps(context: template.Context, timeline: Iterable[Any]) -> dict[str, Any]:
    """`{% steps timeline %}`: a list of dicts, see docs/pages.md (state, title, who, at, ...).

    Steps done long ago lie under one tap on a narrow screen; one that was late stays in sight.
    """
    rows: list[dict[str, Any]] = []
    for one in timeline:
        row = dict(one) if isinstance(one, Mapping) else dict(vars(one))
        row["css"], row["sign"] = STEP_LOOKS.get(str(row.get("state")), STEP_LOOKS["todo"])
        rows.append(row)
    return {"groups": folded(rows), "today": context.get("today")}


LAST_DONE, LEAST_FOLDED = 3, 3


def folded(rows: list[dict[str, Any]]) -> list[tuple[bool, list[dict[str, Any]]]]:
    """The way in runs: those of steps done, all but the last three, are to be folded.

    >>> [(is_folded, len(run)) for is_folded, run in folded([{"css": "done"}] * 8)]
    [(True, 5), (False, 3)]
    """
    done = [at for at, row in enumerate(rows) if row["css"] == "done"]
    former = set(done[:-LAST_DONE])
    runs = [list(run) for _key, run in groupby(range(len(rows)), key=lambda at: at in former)]
    return [
        (run[0] in former and len(run) >= LEAST_FOLDED, [rows[at] for at in run]) for run in runs
    ]
