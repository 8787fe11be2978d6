"""What the public is told of sittings: how many, who was not invited, where the association was heard."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from makul.portal.parliament.sittings import group, shelf
from tests.portal.parliament.scene import make_sitting
from tests.scene import Scene

pytestmark = pytest.mark.django_db


def figures(year: int | None = None) -> dict[str, tuple[float | None, int]]:
    told = group(year, timezone.localdate()).told
    return {one.figure.key: (one.figure.part, one.figure.n) for one in told}


def test_held_without_inviting_is_counted_of_those_that_had_to_invite(
    scene: Scene, noticed
) -> None:
    make_sitting(scene, noticed, heard=True)
    make_sitting(scene, noticed, invited=False, readings="2,3")
    nothing = make_sitting(scene, invited=False)
    nothing.items.update(touches_local=False)
    make_sitting(scene, is_held=False)
    assert figures() == {
        "sittings_held": (3, 3),
        "sittings_uninvited": (1, 2),
        "sittings_invited_late": (0, 2),
        "items_heard": (1, 2),
        "items_fast": (1, 2),
    }
    assert figures(1999)["sittings_held"] == (0, 0)


def test_the_next_sittings_come_first_on_the_shelf(scene: Scene, noticed) -> None:
    make_sitting(scene, noticed, invited=False)
    today = timezone.localdate()
    with override("en"):
        past = shelf(today)
        assert (past.lines_title, len(past.lines)) == ("Last sittings", 1)
        make_sitting(scene, noticed, at=timezone.now() + timedelta(days=9), is_held=False)
        ahead = shelf(today)
        assert (ahead.lines_title, len(ahead.lines)) == ("Next sittings", 1)
        assert ahead.lines[0].at == timezone.localdate() + timedelta(days=9)
        assert ahead.lines[0].note.startswith("1 item touches local communities")
        assert [one.n for one in ahead.counts] == [1, 1]


def test_the_queries_do_not_grow_with_the_sittings(
    scene: Scene, noticed, django_assert_max_num_queries
) -> None:
    for _n in range(6):
        make_sitting(scene, noticed)
    today = timezone.localdate()
    with django_assert_max_num_queries(11):
        group(None, today)
    with django_assert_max_num_queries(6):
        shelf(today)
