"""The search keeps up with what is recorded, writes only differences, and shows nothing that is not public."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from makul.cases.models import Case, Row
from makul.portal.actions import rebuild_search, refresh_search
from makul.portal.models import SearchLine
from tests.scene import Scene, file, remark

NOW = timezone.now()


def kinds(case: Case) -> set[str]:
    return set(SearchLine.objects.filter(case=case).values_list("kind", flat=True))


def test_a_round_reads_what_is_new_and_the_next_finds_nothing(running: Case) -> None:
    assert refresh_search(now=NOW) == 2  # the case, and the bodies
    before = list(SearchLine.objects.order_by("pk").values_list("pk", flat=True))
    assert refresh_search(now=NOW) == 0
    assert list(SearchLine.objects.order_by("pk").values_list("pk", flat=True)) == before


def test_only_differences_are_written(scene: Scene, running: Case) -> None:
    refresh_search(now=NOW)
    before = set(SearchLine.objects.values_list("pk", flat=True))
    file(scene, running, scene.bodies[1], "not_agreed", remark(text="Нет инспектора"), at=NOW)
    assert refresh_search(now=NOW) == 1
    after = set(SearchLine.objects.values_list("pk", flat=True))
    assert before < after
    fresh = SearchLine.objects.filter(pk__in=after - before)
    assert set(fresh.values_list("kind", flat=True)) <= {"remark", "position"}


def test_rows_of_the_association_are_not_found_before_they_are_open(
    running: Case, finished: Case, scene: Scene
) -> None:
    Row.objects.create(
        case=running, number=1, eid="", kind="objection", author=scene.union, text_ru="черновик"
    )
    rebuild_search(now=NOW)
    assert "row" not in kinds(running)
    assert {"title", "provision", "remark", "row", "reply", "protocol"} <= kinds(finished)


def test_a_withdrawn_position_is_no_longer_found(running: Case) -> None:
    rebuild_search(now=NOW)
    running.positions.update(state="withdrawn")
    refresh_search(now=NOW + timedelta(days=1))  # a new day reads open cases anew
    assert "remark" not in kinds(running)


def test_rebuilding_gives_the_same_lines(finished: Case) -> None:
    refresh_search(now=NOW)
    told = sorted(SearchLine.objects.values_list("kind", "ref", "language", "folded"))
    assert rebuild_search(now=NOW) == len(told)
    assert sorted(SearchLine.objects.values_list("kind", "ref", "language", "folded")) == told


def test_the_command_says_how_many_lines_it_made(
    finished: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("rebuild_search")
    assert capsys.readouterr().out == f"The search reads {SearchLine.objects.count()} lines.\n"
