"""The way of a case in words: each station as the part `steps` of the pages shows it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.queries.way import Station, way_of
from makul.cases.queries.work import working_days_left
from makul.cases.views.public.page import Shown, language
from makul.cases.views.work.words import step_name
from makul.core.errors import LawGap
from makul.law.forms import phrase
from makul.parties.rights import ROLES

MOST_NAMES = 2
STANCES = frozenset({"association_position", "revision_position", "amendment_position"})


def timeline(shown: Shown) -> list[dict[str, Any]]:
    """The stations of a case, told for a person."""
    way = way_of(shown.case, shown.facts, shown.status, today=shown.today)
    return [told(station, shown) for station in way]


def told(station: Station, shown: Shown) -> dict[str, Any]:
    is_past = station.state in {"done", "passed"}
    return {
        "state": station.state,
        "title": step_name(station.step),
        "who": who(station, shown),
        "at": local(station.at) if station.state in {"done", "late"} else None,
        "last_day": station.last_day,
        "left": working_days_left(shown.today, station.last_day),
        "because": () if station.state == "todo" else station.because,
        "note": note(station, shown) if is_past or station.at else "",
    }


def local(at: datetime | None) -> datetime | None:
    """The judge reckons in Bishkek time without a zone; pages show moments with one."""
    if at is None or timezone.is_aware(at):
        return at
    return timezone.make_aware(at)


def who(station: Station, shown: Shown) -> str:
    """Who did it or owes it: by name, or how many of how many."""
    if station.owed > MOST_NAMES:
        counted = _("%(done)s of %(owed)s") % {"done": station.done, "owed": station.owed}
        return str(counted)
    return ", ".join(named(key, shown) for key in station.parties)


def named(key: str, shown: Shown) -> str:
    """A party by its name; a role that no one party holds by the name of the role."""
    return str(ROLES[key]) if key in ROLES else shown.name(key)


def note(station: Station, shown: Shown) -> str:
    """What the step came to, or what silence did."""
    if station.silence == "deemed":
        return _("Nobody acted within the term; by the Order it counts as done.")
    if station.silence == "goes_on":
        return _("Nobody acted within the term; the case goes on without it.")
    lists = ["stance"] if station.step in STANCES else []
    lists += ["protocol.kind"] if station.step == "protocol" else []
    for name in lists:
        try:
            word = phrase(name, station.value, language=language())
        except LawGap:
            continue
        return word[:1].upper() + word[1:]
    return VALUES.get((station.step, station.value), lambda: "")()


VALUES = {
    ("screened", "affects"): lambda: _("It touches local self-government"),
    ("screened", "not_affecting"): lambda: _("It does not touch local self-government"),
    ("screened", "exempt"): lambda: _("It is exempt from conciliation"),
    ("appeal_decided", "dismissed"): lambda: _("The appeal was dismissed"),
    ("appeal_decided", "advice"): lambda: _("The appeal body gave its advice"),
    ("appeal_decided", "repeat"): lambda: _("Conciliation is to be repeated"),
    ("revised", "substantial"): lambda: _("The change is substantial"),
    ("revised", "minor"): lambda: _("The change is minor"),
}
