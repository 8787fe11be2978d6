"""The Order is proved: every case ends, and the longest ways are those found by search."""

from __future__ import annotations

import pytest

from makul.core.procedure import Done
from makul.core.proof import Setting, faults_of, measure, search
from makul.law.procedures import procedure
from makul.law.procedures.figures import RECKONED, figures

# Who only has rights changes no way: without the bodies the walk is a third as long.
CAST = tuple(role for role in procedure().roles if role != "lsg")


def test_it_is_rightly_put_together() -> None:
    assert list(faults_of(procedure())) == []


def test_without_an_association_every_case_ends() -> None:
    roles = tuple(role for role in procedure().roles if role != "association")
    found = search(procedure(), Setting(roles))
    assert found.dead_ends == []
    assert found.outcomes == {
        "adopted",
        "cleared",
        "lapsed",
        "rejected",
        "remitted",
        "returned",
        "withdrawn",
    }


@pytest.mark.parametrize("track", ["ordinary", "short"])
def test_the_longest_dispute_is_the_one_section_2_reckoned(track: str) -> None:
    timely = Setting(CAST, track=track, is_late=False)
    found = measure(procedure(), timely, goal="forwarded", marks=("contested", "revised"))
    assert found.dead_ends == []
    assert found.ways[frozenset()] == RECKONED[track, "dispute"]


def test_the_figures_name_each_way_once() -> None:
    """The short walk of the figures themselves: nothing unsettled, no revision, no contest."""
    revised = procedure().step("revised")
    assert revised.until == Done("protocol")
    assert {way for _, way in RECKONED} == {"dispute", "contest_and_revision", "nothing_unsettled"}
    assert figures(procedure(), "short").__class__.__name__ == "generator"
