"""Who was asked: told, silent, not reached; shares by place and kind."""

from datetime import timedelta

import pytest
from django.utils import timezone

from makul.cases.actions.notifying import record_handed_over
from makul.cases.actions.opening import set_circle
from makul.cases.queries.judging import status_of
from makul.cases.queries.people import (
    answers_by_oblast,
    asked_in,
    by_kind,
    by_oblast,
    oblast_names,
    stances_of,
    told,
)
from makul.parties.models import Territory
from tests.scene import START, build_scene, file, screened

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    """Two of three are told; one of them answers."""
    scene = build_scene(bodies=3)
    case, desk = screened(scene), scene.drafter(scene.desk)
    set_circle(case=case, bodies=scene.bodies, actor=desk, now=START)
    for party in (scene.union, *scene.bodies[:2]):
        record_handed_over(case=case, body=party, actor=desk, now=START, how="by hand")
    file(scene, case, scene.bodies[0], "agreed")
    return case


def asked(case, *, days: int):
    today = timezone.localdate(START) + timedelta(days=days)
    return asked_in(case, status_of(case, today=today))


def test_while_the_term_runs_nobody_is_silent(case) -> None:
    assert [one.stance for one in asked(case, days=1)] == ["agreed", "", ""]


def test_after_it_silence_and_no_notice_are_two_things(case) -> None:
    found = asked(case, days=60)
    assert [one.stance for one in found] == ["agreed", "silent", "not_notified"]
    counts = {key: n for key, n in stances_of(found).items() if n}
    assert counts == {"agreed": 1, "silent": 1, "not_notified": 1}


def test_who_was_told_and_when(case) -> None:
    reached, refused = told(case)
    assert set(reached) == {"demo-union", "demo-aa-01", "demo-aa-02"}
    assert refused == set()


def test_shares_by_place_and_kind(case) -> None:
    Territory.objects.create(
        code="02",
        kind="oblast",
        name_ky="Ысык-Көл",
        edition_on=START.date(),
        source="demonstration",
    )
    found = asked(case, days=1)
    names = oblast_names(found, language="ky")
    (place,) = by_oblast(found, names=names)
    (kind,) = by_kind(found, names={})
    assert (place.name, place.asked, place.answered, place.width) == ("Ысык-Көл", 3, 1, "33.3")
    assert (kind.name, kind.is_few) == ("aiyl_small", True)


def test_the_front_page_counts_the_same(case) -> None:
    (place,) = answers_by_oblast(case, language="ky")
    assert (place.key, place.asked, place.answered) == ("02", 3, 1)
