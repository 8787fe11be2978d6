"""What a play reports: sums that add up, shares with their whole, and small cases reckoned by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from makul.core.procedure import Procedure
from makul.core.simulation import Bodies, Habit, Played, Settings, play
from makul.core.simulation.report import report, result, way_to_goal
from makul.law.days_off import calendar
from makul.law.procedures import procedure
from makul.law.simulation import assumptions

NPA = procedure("npa")


@pytest.fixture(scope="module")
def year() -> Played:
    bodies = replace(
        assumptions("npa").bodies, parties=30, slow=0.1, undelivered=0.05, hours_per_week=3
    )
    settings = replace(assumptions("npa"), drafts_per_year=60, bodies=bodies, seed=4)
    return play(NPA, settings, calendar=calendar())


@pytest.fixture(scope="module")
def told(year: Played) -> dict[str, Any]:
    return report(year)


def test_every_ask_was_answered_or_not_in_one_of_three_ways(told: dict[str, Any]) -> None:
    one = told["bodies"]
    assert one["asks"] == (one["answered"] + one["silent"] + one["cut_short"] + one["not_notified"])
    assert one["answered"] == one["in_time"] + one["late"]
    assert one["silent"] == one["by_habit"] + one["for_want_of_hours"]
    assert min(one["late"], one["by_habit"], one["for_want_of_hours"], one["not_notified"]) > 0
    for key, whole in (("asked", one["asks"] - one["not_notified"]), ("answered", one["answered"])):
        assert sum(body[key] for body in one["each"]) == whole


def test_every_draft_is_counted_once_in_each_way(told: dict[str, Any]) -> None:
    drafts = told["drafts"]
    assert drafts["submitted"] == drafts["ended"] + drafts["open"] == 60
    for key, whole in (("outcomes", drafts["ended"]), ("results", 60), ("by_track", 60)):
        assert sum(drafts[key].values()) == whole
    assert sum(one["drafts"] for one in told["initiators"]) == 60
    days = told["days"]
    assert days["to_end"]["all"]["n"] == drafts["ended"]
    assert sum(count for _, count in days["distribution"]) == days["to_goal"]["all"]["n"] > 0


def test_a_term_owed_is_kept_late_or_not_done(told: dict[str, Any]) -> None:
    for row in told["lateness"]:
        assert row["owed"] == row["in_time"] + row["late"] + row["not_done"] > 0
    position = next(row for row in told["lateness"] if row["step"] == "position")
    bodies = told["bodies"]
    assert (position["in_time"], position["late"]) == (bodies["in_time"], bodies["late"])
    assert (position["not_done"], position["duty"]) == (bodies["silent"], False)
    assert [row["step"] for row in told["lateness"] if row["letters"]] == ["notified"]


def test_letters_late_and_lost_are_the_desks(year: Played, told: dict[str, Any]) -> None:
    row = next(row for row in told["lateness"] if row["step"] == "notified")
    associations = sum(1 for draft in year.drafts if draft.batches)
    assert row["owed"] == pytest.approx(told["bodies"]["asks"] + associations, abs=60)
    assert row["not_done"] == pytest.approx(told["bodies"]["not_notified"], abs=60)


def test_what_the_weeks_add_up_to_is_the_whole(told: dict[str, Any]) -> None:
    for desk in told["desks"]:
        for key in ("steps", "rows", "letters"):
            assert sum(desk["by_week"][key]) == desk[key]
        if desk["hours_had"]:
            assert desk["busiest_week_hours"] <= 5 * desk["hours_per_day"] + 1e-6
    assert told["open_by_week"][-1] == told["drafts"]["open"]


# --- reckoned by hand -----------------------------------------------------------------------------

# Everybody uses the whole term and does everything; each remark is new, and nothing is settled.
CERTAIN = {step.key: Habit(used=1, days=0) for step in NPA.steps if not step.optional}
FULL = Settings(
    many="lsg",
    opinion="position",
    drafts_per_year=1,
    unsettled=1,
    evening=0,
    bodies=Bodies(
        parties=3,
        answer_rate=1,
        hours_per_week=0,
        remarks_per_answer=10,
        alike=0,
        slow=0,
        undelivered=0,
    ),
    habits={
        **CERTAIN,
        "contested": Habit(chance=0),
        "complained": Habit(chance=0),
        "association_position": Habit(used=1, after="position"),
    },
)


@pytest.mark.parametrize(("short_share", "days"), [(0, 76), (1, 31)])
def test_the_whole_of_every_term_is_the_longest_way_of_the_order(
    short_share: float, days: int
) -> None:
    found = play(NPA, replace(FULL, short_share=short_share), calendar=calendar())
    [draft] = found.drafts
    assert (draft.outcome, result(draft)) == ("adopted", "unsettled")
    # The way is open on the last day of the last term; the package goes on the next working day.
    assert way_to_goal(found, draft) == days + 1
    assert [row["late"] + row["not_done"] for row in report(found)["lateness"]] == [0] * len(
        report(found)["lateness"]
    )


@pytest.mark.parametrize("rules", [NPA, procedure("npa", terms={"reply": {"ordinary": 17}})])
def test_a_term_changed_in_the_data_changes_the_play(rules: Procedure) -> None:
    found = play(rules, replace(FULL, short_share=0), calendar=calendar())
    assert way_to_goal(found, found.drafts[0]) == 77 + rules.terms["reply"].ordinary - 10


def test_nothing_to_settle_is_the_shorter_way() -> None:
    found = play(NPA, replace(FULL, unsettled=0, short_share=0), calendar=calendar())
    assert result(found.drafts[0]) == "settled"
    assert way_to_goal(found, found.drafts[0]) == 42  # 2 + 1 + 20 + 10 + 3 + 5, and a day


def test_answers_without_remarks_are_no_silence() -> None:
    quiet = replace(FULL.bodies, remarks_per_answer=0)
    found = play(NPA, replace(FULL, bodies=quiet, short_share=0), calendar=calendar())
    assert result(found.drafts[0]) == "no_remarks"
    assert (
        way_to_goal(found, found.drafts[0]) == 32
    )  # no reply is owed: 2 + 1 + 20 + 3 + 5, and a day
