"""The Order is proved: every case ends, and the longest ways are those found by search."""

from __future__ import annotations

from makul.core.proof import Setting, faults_of, measure, owing_roles, search
from makul.law.procedures import KEYS, procedure
from makul.law.procedures.figures import figures, longest_ways, tracks_of, words_of


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


def test_the_ways_with_an_association_come_to_an_end_too() -> None:
    roles = owing_roles(procedure())
    assert roles == ("initiator", "association", "facilitator", "decider", "appeal_body")
    assert search(procedure(), Setting(roles, 0, 0)).dead_ends == []


def test_the_longest_ways_are_found_and_section_2_is_put_right() -> None:
    """Section 2 has 31, 36 and 18 days; its 36 holds only for a revision up to the replies."""
    assert {
        figure.way: (figure.days, figure.reckoned) for figure in figures(procedure(), "short")
    } == {
        "dispute": (31, 31),
        "contest_and_revision": (36, 36),
        "nothing_unsettled": (18, 18),
        "late_revision": (43, None),
        "silent_desk": (33, None),
        "evening": (38, None),
    }


def test_the_longest_ordinary_dispute() -> None:
    timely = Setting(owing_roles(procedure()), is_late=False)
    found = measure(procedure(), timely, goal="forwarded", marks=("contested", "revised"))
    assert found.ways == {
        frozenset(): 76,
        frozenset({"contested"}): 81,
        frozenset({"revised"}): 94,
        frozenset({"contested", "revised"}): 99,
    }


def test_every_procedure_with_a_goal_is_measured_on_the_tracks_it_has() -> None:
    for key in (key for key in KEYS if key != "npa"):  # the Order's own ways are tested above
        rules = procedure(key)
        for track in tracks_of(rules):
            ways = longest_ways(rules, track)
            assert [(one.track, words_of(one.way)) for one in ways] == (
                [(track, "every term used or passed in silence")] if rules.goal else []
            )
            assert [one for one in ways if one.days < 1] == []
