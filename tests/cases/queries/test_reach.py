"""How far a case has come to each body, counted without one standing in two states."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.cases.actions.reaching import note_reading, remind
from makul.cases.models import Case
from makul.cases.queries.judging import status_of
from makul.cases.queries.reach import (
    STATES,
    Reached,
    part_of,
    parts_of,
    picked,
    place_names,
    reach_of,
    remindable,
    reminders_of,
)
from makul.notices.models import Notice
from makul.parties.models import Territory
from tests.scene import START, Scene, build_scene, draft, file, notified

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=2)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=5)


@pytest.fixture
def case(scene: Scene) -> Case:
    """One answered, one drafts, one has opened the page, one its letter, one nothing."""
    case = notified(scene)
    file(scene, case, scene.bodies[0], "agreed")
    draft(scene, case, scene.bodies[1], "agreed")
    note_reading(case=case, party=scene.bodies[2], now=NOW)
    remind(case=case, bodies=[scene.bodies[3]], actor=scene.drafter(scene.desk), now=NOW)
    Notice.objects.update(opened_at=NOW)
    return case


def reached(case: Case) -> list[Reached]:
    return reach_of(case, status_of(case, today=NOW.date()))


def test_each_body_stands_in_one_state(case: Case) -> None:
    states = [one.state for one in reached(case)]
    assert states == ["answered", "drafted", "opened", "opened", "told"]


def test_the_parts_of_the_whole_only_shrink(case: Case) -> None:
    whole = part_of(reached(case))
    counts = (whole.asked, whole.told, whole.opened, whole.drafted, whole.answered)
    assert (counts, whole.share) == ((5, 5, 4, 2, 1), 0.2)


def test_every_body_is_in_one_part(case: Case) -> None:
    parts = parts_of(reached(case), lambda one: one.party.oblast, names={"02": "Чүй"})
    assert [(one.key, one.name, one.asked) for one in parts] == [("02", "Чүй", 5)]


def test_filters_pick_and_an_unknown_word_picks_none(case: Case) -> None:
    found = reached(case)
    assert [len(picked(found, state=state)) for state in STATES] == [0, 0, 1, 2, 1, 1]
    assert len(picked(found, state="waiting")) == 4
    assert len(picked(found, oblast="02", kind="aiyl_small")) == 5
    assert picked(found, state="reached") == []


def test_who_was_reminded_today_is_left_in_peace(scene: Scene, case: Case) -> None:
    keys = [one.party.key for one in remindable(reached(case), today=NOW.date())]
    assert keys == [scene.bodies[n].key for n in (1, 2, 4)]
    assert [one.reminders for one in reached(case)] == [0, 0, 0, 1, 0]
    assert [entry.data["to"] for entry in reminders_of(case)] == [[scene.bodies[3].key]]


def test_queries_do_not_grow_with_the_bodies(case: Case) -> None:
    status = status_of(case, today=NOW.date())
    with CaptureQueriesContext(connection) as queries:
        reach_of(case, status)
    assert len(queries) == 5


def test_places_have_the_names_of_the_newest_list() -> None:
    for year, name in ((2024, "эски"), (2026, "жаңы")):
        Territory.objects.create(
            code="41703", kind="oblast", name_ky=name, source="тест", edition_on=f"{year}-01-01"
        )
    assert place_names(["41703", "x"], language="ky") == {"41703": "жаңы"}
