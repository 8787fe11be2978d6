"""What the asking of the many brought, and what it cost each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from makul.core.procedure.status import Kept
from makul.core.simulation.chance import Shares
from makul.core.simulation.crowd import Asked, Flags
from makul.core.simulation.draft import Draft, body_key
from makul.core.simulation.figures import share, spread
from makul.core.simulation.play import Played


@dataclass
class Tally:
    """What each body was asked and did; of all of them who was late, silent or never reached."""

    asked: Shares
    answered: Shares
    missed: Shares
    late: int = 0
    silent: int = 0
    unreached: int = 0


def asking(played: Played) -> dict[str, Any]:
    """How often the bodies were asked, what they did, and what it cost each of them.

    `asks` = `answered` + `silent` + `cut_short` + `not_notified`; `answered` = `in_time` + `late`;
    `silent` = `by_habit` + `for_want_of_hours`; `cut_short`: the case ended before their term did.
    """
    one, years = _tally(played), played.settings.years
    reached, filed, wanted = (int(n.sum()) for n in (one.asked, one.answered, one.missed))
    return {
        "asks": reached + one.unreached,
        "not_notified": one.unreached,
        "answered": filed,
        "in_time": filed - one.late,
        "late": one.late,
        "silent": one.silent,
        "by_habit": one.silent - wanted,
        "for_want_of_hours": wanted,
        "cut_short": reached - filed - one.silent,
        "share_answered": share(filed, reached),
        "asks_a_year": spread((one.asked / years).tolist()),
        "hours_a_year": spread(_hours(played, one).tolist()),
        "each": list(_each(played, one)),
    }


def _tally(played: Played) -> Tally:
    size = played.settings.bodies.parties
    one = Tally(np.zeros(size), np.zeros(size), np.zeros(size))
    for draft in played.drafts:
        for asked in _opinions(played, draft):
            said_nothing = silent_in(played, draft, asked)
            one.asked[asked.who] += 1
            one.answered[asked.who[asked.answered]] += 1
            one.missed[asked.who[asked.willing & said_nothing]] += 1
            one.late += int((asked.answered & ~asked.in_time).sum())
            one.silent += int(said_nothing.sum())
        one.unreached += _unreached(played, draft)
    return one


def _hours(played: Played, one: Tally) -> Shares:
    """Hours a year that each body spent on its answers."""
    hours = one.answered * played.settings.bodies.hours_per_answer / played.settings.years
    return np.asarray(np.round(hours, 1))


def _each(played: Played, one: Tally) -> Iterator[dict[str, Any]]:
    hours = _hours(played, one)
    for number in range(played.settings.bodies.parties):
        yield {
            "party": body_key(number),
            "asked": int(one.asked[number]),
            "answered": int(one.answered[number]),
            "missed_for_hours": int(one.missed[number]),
            "hours_a_year": float(hours[number]),
        }


def silent_in(played: Played, draft: Draft, asked: Asked) -> Flags:
    """Who let the whole term pass; where the case ended before it, nobody is called silent."""
    over = played.days.place(draft.closed_on or played.ended_on)
    return ~asked.answered if asked.last < over else np.zeros_like(asked.answered)


def _opinions(played: Played, draft: Draft) -> list[Asked]:
    return [one for one in draft.asked if one.step == played.settings.opinion]


def _unreached(played: Played, draft: Draft) -> int:
    """Bodies that should have been told and never were."""
    reaches = played.procedure.reaches
    if reaches is None or draft.said is None:
        return 0
    was_owed = any(
        kept.step == reaches and has_run(played, draft, kept) for kept in draft.said.kept
    )
    return draft.bodies - int(draft.delivered(reaches).sum()) if was_owed else 0


def has_run(played: Played, draft: Draft, kept: Kept) -> bool:
    """Whether a term was used or has passed before the case was over."""
    over = draft.closed_on or played.ended_on
    return kept.done_on is not None or (kept.last_day is not None and kept.last_day < over)
