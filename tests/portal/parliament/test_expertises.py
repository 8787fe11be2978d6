"""What the public is told of expertises: by verdict, and how many were deliberated a second time."""

from __future__ import annotations

import pytest
from django.utils import timezone
from django.utils.translation import override

from makul.expertise.models import Verdict
from makul.portal.parliament.expertises import group, shelf, with_verdicts
from tests.portal.parliament.scene import make_expertise
from tests.scene import Scene

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def three(scene: Scene, noticed) -> None:
    make_expertise(scene, noticed, "not_acceptable", second="maintained")
    make_expertise(scene, noticed, "acceptable")
    make_expertise(scene, noticed)


def test_each_figure_has_its_whole(three) -> None:
    told = {one.figure.key: (one.figure.part, one.figure.n) for one in group(None, TODAY).told}
    assert told == {
        "expertises": (3, 3),
        "expertises_given": (2, 3),
        "expertises_unfavourable": (1, 2),
        "expertises_second": (1, 1),
    }


def test_by_verdict_and_by_second_deliberation(three) -> None:
    with override("en"):
        told = group(None, TODAY)
        assert {bar["label"]: bar["value"] for bar in told.bars} == {
            "Acceptable": 1,
            "Acceptable with changes": 0,
            "Not acceptable": 1,
            "Insufficient materials": 0,
        }
        [table] = told.tables
        assert [numbers for _name, numbers in table.rows] == [[1], [0], [0]]


def test_a_verdict_that_is_not_signed_is_nobodys_word(three) -> None:
    Verdict.objects.update(signed_at=None)
    assert {one.first for one in with_verdicts()} == {None}


def test_the_shelf_shows_the_last_verdict(three) -> None:
    with override("en"):
        told = shelf(TODAY)
    assert [one.n for one in told.counts] == [2, 1, 1]
    assert {one.tag for one in told.lines} == {
        "the unfavourable opinion stands",
        "acceptable",
        "no verdict yet",
    }


@pytest.mark.parametrize("told", [shelf, lambda day: group(None, day)])
def test_two_queries_however_many(three, told, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(2):
        told(TODAY)
