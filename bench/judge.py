"""The judge: how long it takes over a very long case, the slowest of three shapes it may have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from bench.size import Size
from bench.stopwatch import Say, middle

START = datetime(2026, 3, 2, 10)  # noqa: DTZ001 - the judge takes Bishkek time without a zone
TODAY = date(2026, 9, 1)
OFFICES = {
    "minfin": "initiator",
    "union": "association",
    "desk": "facilitator",
    "cabinet": "decider",
    "panel": "appeal_body",
}
BODIES = 264


def measure(size: Size, *, say: Say) -> dict[str, Any]:
    from makul.core.procedure import status
    from makul.law.days_off import calendar
    from makul.law.procedures import procedure

    order, days, taken = procedure("npa"), calendar(), []
    for shape in SHAPES:
        facts = SHAPES[shape](size.judged)
        work = partial(status, order, facts, calendar=days, today=TODAY)
        found = middle(work, again=size.again)
        say(f"{shape}, {len(facts.entries)} entries: {found}")
        taken.append(found)
    return {"entries": size.judged, "s": round(max(taken).s, 3)}


def many_bodies(entries: int) -> Any:
    bodies = [f"aa-{number:05}" for number in range((entries - 4) // 2)]
    return case(entries, bodies, [filing(n, body) for n, body in enumerate(bodies)])


def again_and_again(entries: int, *, step: str = "position") -> Any:
    bodies = [f"aa-{number:05}" for number in range(min(BODIES, entries // 4))]
    filings = [
        filing(n, bodies[n % len(bodies)], step=step) for n in range(entries - 4 - len(bodies))
    ]
    return case(entries, bodies, filings)


def filing(number: int, body: str, *, step: str = "position") -> Any:
    """One filing, most of them in time, some late."""
    from makul.core.procedure import Entry

    return Entry(step, body, START + timedelta(days=2 + number % 25, seconds=number % 40_000))


def case(entries: int, bodies: list[str], filings: list[Any]) -> Any:
    """The facts of a case in which all were told, with so many entries in all."""
    from makul.core.procedure import Facts

    found = [*opening(bodies), *filings]
    found += opening(bodies[:1])[-1:] * (entries - len(found))  # told twice, to fill up
    parties = {**OFFICES, **dict.fromkeys(bodies, "lsg")}
    return Facts(
        track="ordinary",
        act_kind="law",
        parties=parties,
        entries=found,
        remarks=len(filings),
        unsettled=2,
    )


def opening(bodies: list[str]) -> list[Any]:
    return list(_opening(bodies))


def _opening(bodies: list[str]) -> Iterator[Any]:
    from makul.core.procedure import Entry

    yield Entry("submitted", "minfin", START)
    yield Entry("accepted", "desk", START + timedelta(hours=1))
    yield Entry("screened", "desk", START + timedelta(hours=2), value="affects")
    for body in ("union", *bodies):
        yield Entry("notified", "desk", START + timedelta(days=1), to=body)


# A case with very many bodies, one with few that file again and again, one whose bodies complain.
SHAPES: dict[str, Callable[[int], Any]] = {
    "many bodies, each told and filing once": many_bodies,
    f"{BODIES} bodies filing again and again": again_and_again,
    f"{BODIES} bodies complaining again and again": partial(again_and_again, step="complained"),
}
