"""Lists of sittings: to come and past, of a house, of a month, held without inviting; always as many questions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.sittings.models import House
from makul.sittings.queries.listing import (
    convocations,
    houses_of,
    in_days,
    lines_of,
    sittings,
    sittings_in,
    uninvited,
)
from tests.scene import Scene, build_scene
from tests.sittings.sitting_scene import (
    HELD,
    SET,
    convocation,
    hold,
    invite,
    put_item,
    scheduled,
)

pytestmark = pytest.mark.django_db
AFTER = date(2026, 10, 30)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


def one_of_each(scene: Scene) -> list[int]:
    """Invited in time; not invited; invited late; without anything local; still to come."""
    keys = []
    for touches, days in ((True, 0), (True, None), (True, 10), (False, None)):
        sitting = scheduled(scene)
        put_item(scene, sitting, touches=touches)
        if days is not None:
            invite(scene, sitting, at=SET + timedelta(days=days))
        hold(scene, sitting)
        keys.append(sitting.pk)
    keys.append(scheduled(scene, starts_at=HELD + timedelta(days=9)).pk)
    return keys


def test_what_was_not_kept_is_told_of_each_line(scene: Scene) -> None:
    keys = one_of_each(scene)
    lines = {one.sitting.pk: one for one in lines_of(sittings(), today=AFTER)}
    told = [(lines[key].is_uninvited, lines[key].is_invited_late) for key in keys]
    assert told == [(False, False), (True, False), (False, True), (False, False), (False, False)]
    assert [lines[key].touching for key in keys] == [1, 1, 1, 0, 0]
    assert [lines[key].is_past for key in keys] == [True] * 4 + [False]


def test_held_without_inviting_is_counted_against_its_whole(scene: Scene) -> None:
    keys = one_of_each(scene)
    found = uninvited(today=AFTER)
    assert [one.sitting.pk for one in found.lines] == [keys[1]]
    assert (found.late, found.held, found.share) == (1, 3, 1 / 3)
    assert uninvited(today=AFTER, house=scene.desk).share is None


def test_to_come_and_past(scene: Scene) -> None:
    keys = one_of_each(scene)
    ahead = sittings_in(when="ahead", now=HELD)
    past = sittings_in(when="past", house=scene.committee, convocation="VIII", now=HELD)
    assert [one.pk for one in ahead] == [keys[-1]]
    assert {one.pk for one in past} == set(keys[:-1])
    assert not sittings_in(convocation="VII", now=HELD).exists()


def test_a_month_holds_its_days_in_their_order(scene: Scene) -> None:
    keys = one_of_each(scene)
    found = in_days(date(2026, 10, 28), date(2026, 10, 28))
    assert {one.pk for one in found} == set(keys[:-1])
    assert [one.pk for one in in_days(date(2026, 11, 1), date(2026, 11, 30))] == [keys[-1]]


def test_the_houses_of_a_convocation_with_their_sittings(scene: Scene) -> None:
    one_of_each(scene)
    House.objects.create(
        convocation=convocation(), party=scene.committee, number=1, as_of=AFTER, source="invented"
    )
    assert convocations() == ["VIII"]
    assert [(one.house.party.key, one.sittings) for one in houses_of("VIII")] == [
        ("demo-committee", 5)
    ]


def test_questions_do_not_grow_with_the_list(scene: Scene) -> None:
    counts = []
    for _round in range(2):
        one_of_each(scene)
        with CaptureQueriesContext(connection) as asked:
            lines_of(sittings(), today=AFTER)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 8
