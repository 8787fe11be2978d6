"""A play is honest: what it says of a draft the judge says too, and its chances are the seed's."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makul.core.errors import BadInput, LawGap
from makul.core.procedure import Breach, Procedure, status
from makul.core.simulation import Bodies, Office, Played, Settings, play
from makul.core.simulation.asking import silent_in
from makul.core.simulation.draft import Draft, body_key
from makul.core.simulation.report import report
from makul.law.days_off import calendar
from makul.law.procedures import procedure
from makul.law.simulation import assumptions

NPA = procedure("npa")
FEW = replace(assumptions("npa"), drafts_per_year=25)
BODIES = replace(FEW.bodies, parties=24)


def played(rules: Procedure = NPA, **changed: Any) -> Played:
    return play(rules, replace(FEW, **{"bodies": BODIES, **changed}), calendar=calendar())


# --- the property that makes it honest ------------------------------------------------------------


@settings(max_examples=12, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    rate=st.floats(0, 1),
    hours=st.sampled_from([0.0, 2.0, 8.0]),
    desk=st.sampled_from([0.0, 2.0, 40.0]),
    associations=st.integers(0, 2),
    slow=st.sampled_from([0.0, 0.3]),
    position=st.sampled_from([3, 15, 30]),
)
def test_the_judge_says_the_same_of_the_whole_case(
    seed: int,
    rate: float,
    hours: float,
    desk: float,
    associations: int,
    slow: float,
    position: int,
) -> None:
    rules = procedure("npa", terms={"position": {"ordinary": position, "short": 3}})
    offices = {
        **FEW.offices,
        "facilitator": Office(hours_per_day=desk, silent=0.1, late=0.2),
        "association": replace(FEW.offices["association"], holders=associations),
    }
    found = played(
        rules,
        seed=seed,
        offices=offices,
        drafts_per_year=12,
        bodies=replace(
            BODIES, answer_rate=rate, hours_per_week=hours, slow=slow, undelivered=slow / 3
        ),
    )
    for draft in found.drafts:
        assert told_by_play(found, draft) == told_by_judge(found, draft)


def told_by_play(found: Played, draft: Draft) -> dict[str, object]:
    """The end of a draft and what was late, as the play has it; bodies by its own numbers."""
    assert draft.said is not None
    late, silent = set(), set()
    for asked in draft.asked:
        last = found.days.day(asked.last)
        for number, place in zip(asked.who.tolist(), asked.filed.tolist(), strict=True):
            if place > asked.last:
                late.add((asked.step, body_key(number), last))
        if asked.step == "position":
            said_nothing = asked.who[silent_in(found, draft, asked)]
            silent |= {body_key(number) for number in said_nothing.tolist()}
    return {
        "end": (draft.outcome, draft.closed_on, draft.said.stage),
        "offices": {line(one) for one in draft.said.breaches if one.party in draft.offices},
        "bodies": late,
        "silent": silent,
    }


def told_by_judge(found: Played, draft: Draft) -> dict[str, object]:
    """The same, by the judge, of the case with every body in it."""
    facts = draft.facts(found.procedure, found.days, whole=True)
    said = status(found.procedure, facts, calendar=calendar(), today=found.ended_on)
    assert said.notes == ()
    return {
        "end": (said.outcome, said.closed_on, said.stage),
        "offices": {line(one) for one in said.breaches if one.party in draft.offices},
        "bodies": {
            (one.step, one.party, one.last_day)
            for one in said.breaches
            if one.kind == "late" and one.party not in draft.offices
        },
        "silent": {party for party in said.silent if party not in draft.offices},
    }


def line(one: Breach) -> tuple[object, ...]:
    return one.kind, one.step, one.party, one.last_day


# --- chance ---------------------------------------------------------------------------------------


def test_the_same_seed_plays_the_same_and_another_does_not() -> None:
    first, again, other = (report(played(seed=seed)) for seed in (5, 5, 6))
    assert first == again
    assert first != other


def test_more_drafts_leave_the_first_ones_their_luck() -> None:
    few, more = played(drafts_per_year=5), played(drafts_per_year=9)
    chosen = {draft.number: (draft.place, draft.track) for draft in more.drafts}
    assert [(one.place, one.track) for one in few.drafts] == [
        chosen[one.number] for one in few.drafts
    ]


def test_nobody_answers_and_no_opinion_is_submitted() -> None:
    found = report(played(bodies=replace(BODIES, answer_rate=0)))
    assert set(found["drafts"]["results"]) == {"not_asked", "no_opinion"}
    assert found["bodies"]["answered"] == 0
    assert found["bodies"]["silent"] == found["bodies"]["by_habit"] > 0


def test_all_answer_and_hours_do_not_run_out() -> None:
    found = report(played(bodies=replace(BODIES, answer_rate=1, hours_per_week=0)))["bodies"]
    assert (found["silent"], found["late"]) == (0, 0)
    assert found["answered"] == found["asks"] - found["not_notified"] > 0


def test_too_few_hours_silence_those_who_would_answer() -> None:
    found = report(
        played(bodies=replace(BODIES, answer_rate=1, hours_per_week=1.5, late_filing=0))
    )["bodies"]
    assert found["silent"] == found["for_want_of_hours"] > found["answered"] > 0


# Every office is in time, does all and has hours enough; nobody is silent but the bodies by habit.
CALM = replace(
    FEW,
    offices={
        role: replace(one, hours_per_day=0, silent=0, late=0) for role, one in FEW.offices.items()
    },
    bodies=replace(BODIES, hours_per_week=0, slow=0, undelivered=0),
    drafts_per_year=12,
)


@settings(max_examples=8, deadline=None)
@given(
    name=st.sampled_from(["position", "association", "reply", "meeting", "protocol", "sign"]),
    more=st.integers(1, 15),
    seed=st.integers(0, 1000),
)
def test_a_longer_term_never_makes_a_way_shorter(name: str, more: int, seed: int) -> None:
    length = NPA.terms[name]
    longer = procedure(
        "npa", terms={name: {"ordinary": length.ordinary + more, "short": length.short + more}}
    )
    ways = [
        goals(play(one, replace(CALM, seed=seed), calendar=calendar())) for one in (NPA, longer)
    ]
    assert set(ways[1]) <= set(ways[0])  # a longer way may see a draft withdrawn before its end
    assert [number for number, day in ways[1].items() if day < ways[0][number]] == []


def goals(found: Played) -> dict[int, date]:
    return {
        draft.number: entry.at.date()
        for draft in found.drafts
        for entry in draft.entries
        if entry.step == "forwarded"
    }


# --- what cannot be played ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"short_share": 1.5}, "sim_out_of_range"),
        ({"drafts_per_year": 0}, "sim_out_of_range"),
        ({"unsettled": float("nan")}, "sim_out_of_range"),
        ({"bodies": Bodies(at_once=0.7, last_day=0.7)}, "sim_too_much"),
        ({"offices": {"facilitator": Office(silent=-1)}}, "sim_out_of_range"),
    ],
)
def test_numbers_that_cannot_be_are_refused(changed: dict[str, Any], code: str) -> None:
    with pytest.raises(BadInput) as refused:
        play(NPA, replace(FEW, **changed), calendar=calendar())
    assert refused.value.code == code


def test_years_without_a_list_of_days_off_are_refused() -> None:
    with pytest.raises(LawGap) as gap:
        play(NPA, replace(FEW, start=date(2029, 1, 1), years=2), calendar=calendar())
    assert gap.value.params == {"year": 2031}


def test_a_play_without_bodies_comes_to_its_end() -> None:
    found = played(bodies=replace(BODIES, parties=0), drafts_per_year=6)
    assert Counter(one.outcome is None for one in found.drafts) == {False: 6}


def test_it_tells_how_far_it_is() -> None:
    said: list[tuple[int, int]] = []
    small = replace(FEW, drafts_per_year=3)
    play(
        NPA,
        small,
        calendar=calendar(),
        say=lambda day, came, ended: said.append((came, ended)),
    )
    assert said == sorted(said)
    assert said[-1][0] == 3


def test_plain_habits_play_any_procedure() -> None:
    assert Settings().habit("anything").chance == 1
    found = play(NPA, Settings(drafts_per_year=2), calendar=calendar())
    assert {one.outcome for one in found.drafts} == {"adopted"}
