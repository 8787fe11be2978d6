"""A simulated year: how long its drafts take to play under the whole order, with every body."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bench.size import Size
from bench.stopwatch import Say, middle


def measure(size: Size, *, say: Say) -> dict[str, Any]:
    from makul.core.simulation import play
    from makul.core.simulation.report import report
    from makul.law.days_off import calendar
    from makul.law.procedures import procedure
    from makul.law.simulation import assumptions

    rules, days, settings = procedure("npa"), calendar(), assumptions("npa")
    settings = replace(settings, drafts_per_year=size.drafts)
    found = middle(lambda: report(play(rules, settings, calendar=days)), again=size.again)
    say(f"{size.drafts} drafts, {settings.bodies.parties} bodies: {found}")
    return {"drafts": size.drafts, "bodies": settings.bodies.parties, "s": round(found.s, 2)}
