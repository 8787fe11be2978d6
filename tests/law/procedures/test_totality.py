"""The judge over the whole Order: any entries, any day, any parties give a status."""

from __future__ import annotations

import json
from datetime import date, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from makul.core.procedure import Entry, Facts, status
from makul.law.days_off import calendar
from makul.law.procedures import procedure
from makul.law.procedures.npa import ROLES, STEPS

VALUES = [None, "nonsense", *sorted({value for step in STEPS for value in step.values})]
PARTIES = {f"{role}-{number}": role for role in ROLES for number in (1, 2)}
entries = some.lists(
    some.builds(
        Entry,
        step=some.sampled_from([*(step.key for step in STEPS), "nonsense"]),
        party=some.sampled_from([*PARTIES, "stranger"]),
        at=some.datetimes(
            datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2027-06-30")
        ),
        to=some.sampled_from([None, *PARTIES, "stranger"]),
        value=some.sampled_from(VALUES),
    ),
    max_size=30,
)


@given(
    entries,
    some.dates(date(2010, 1, 1), date(9999, 12, 31)),
    some.sets(some.sampled_from(sorted(PARTIES))),
    some.integers(0, 1),
    some.integers(0, 1),
    some.sampled_from(["ordinary", "short", "other"]),
)
def test_any_case_gives_a_status(
    listed: list[Entry], today: date, cast: set[str], remarks: int, unsettled: int, track: str
) -> None:
    parties = {party: PARTIES[party] for party in cast}
    facts = Facts(track, "law", parties, listed, remarks, unsettled)
    said = status(procedure(), facts, calendar=calendar(), today=today)
    assert said.closed == (said.outcome is not None) == (said.stage == "closed")
    json.dumps(said.as_data())


@pytest.mark.parametrize("seed", range(40))
def test_the_order_in_which_entries_are_listed_says_nothing(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a test's shuffle
    listed = [
        Entry(
            chance.choice(STEPS).key,
            chance.choice(sorted(PARTIES)),
            datetime.fromisoformat(
                f"2026-03-{chance.randint(1, 31):02}T{chance.randint(8, 20):02}:00"
            ),
            chance.choice([None, *sorted(PARTIES)]),
            chance.choice(VALUES),
        )
        for _ in range(60)
    ]
    shuffled = chance.sample(listed, len(listed))
    one, other = (
        status(
            procedure(),
            Facts("ordinary", "law", PARTIES, given_, 3, 1),
            calendar=calendar(),
            today=date(2026, 9, 1),
        )
        for given_ in (listed, shuffled)
    )
    assert one == other


@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_the_ends_of_the_calendar_are_no_exception(moment: str) -> None:
    listed = [Entry("submitted", "initiator-1", datetime.fromisoformat(moment))]
    facts = Facts("ordinary", "law", PARTIES, listed, 1, 1)
    for today in (date.min, date.max):
        assert status(procedure(), facts, calendar=calendar(), today=today).closed is False
