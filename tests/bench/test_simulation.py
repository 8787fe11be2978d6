"""The simulated year of the bench says its sizes, and its work grows in step with the drafts."""

from __future__ import annotations

import cProfile
import pstats
from dataclasses import replace

from bench import simulation
from bench.size import Size
from bench.stopwatch import Say
from makul.core.simulation import play
from makul.law.days_off import calendar
from makul.law.procedures import procedure
from makul.law.simulation import assumptions


def test_it_says_what_was_played(small: Size, say: Say) -> None:
    figures = simulation.measure(small, say=say)
    assert (figures["drafts"], figures["bodies"]) == (small.drafts, 264)
    assert figures["s"] > 0


def calls(drafts: int, *, parties: int) -> int:
    """How many functions a play calls: the same on every machine, however busy it is."""
    settings = replace(assumptions("npa"), drafts_per_year=drafts)
    settings = replace(settings, bodies=replace(settings.bodies, parties=parties))
    profile, days = cProfile.Profile(), calendar()
    profile.runcall(play, procedure("npa"), settings, calendar=days)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def test_work_grows_with_the_drafts_and_hardly_with_the_bodies() -> None:
    calls(2, parties=10)
    few, many = calls(10, parties=60), calls(50, parties=60)
    assert many < 7 * few
    assert calls(10, parties=600) < 1.5 * few
