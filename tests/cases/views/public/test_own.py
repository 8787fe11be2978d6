"""From the public page of a case whoever is signed in reaches the pages where it works."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from makul.cases.models import Case
from makul.parties.models import Mandate, Party
from tests.cases.views.public.conftest import DAY
from tests.scene import Scene, browser, make_mandate, make_party, notified

WORK, ANSWER, JOIN, OPINION = "case_work", "position_edit", "join", "association_position"


def ways(case: Case, mandate: Mandate | None) -> set[str]:
    """Which of the four work pages the public page of a case leads to."""
    client = browser(mandate) if mandate else Client()
    found = set(
        re.findall(r'href="([^"]+)"', client.get(f"/cases/{case.number}/").content.decode())
    )
    names = (WORK, ANSWER, JOIN, OPINION)
    return {name for name in names if reverse(name, args=[case.number]) in found}


@pytest.mark.parametrize(
    ("who", "expected"),
    [(0, {WORK}), (1, {WORK, ANSWER}), ("union", {WORK, OPINION}), ("ministry", {WORK})],
)
def test_who_takes_part_works_on_and_who_owes_a_position_answers(
    running: Case, scene: Scene, who: int | str, expected: set[str]
) -> None:
    party = scene.bodies[who] if isinstance(who, int) else getattr(scene, who)
    assert ways(running, scene.drafter(party)) == expected


def test_a_body_that_said_nothing_in_time_may_still_answer(scene: Scene) -> None:
    case = notified(scene, at=timezone.now() - 40 * DAY)
    assert ways(case, scene.drafter(scene.bodies[2])) == {WORK, ANSWER}


def test_once_the_protocol_is_drawn_nobody_is_asked_to_answer(finished: Case, scene: Scene) -> None:
    assert ways(finished, scene.drafter(scene.bodies[2])) == {WORK}


def test_a_local_body_that_was_not_asked_may_join_and_nobody_else(running: Case) -> None:
    late = make_mandate(make_party("demo-late", Party.Kind.KENESH), signs=False)
    other = make_mandate(make_party("demo-other", Party.Kind.MINISTRY), signs=True)
    assert (ways(running, late), ways(running, other)) == ({JOIN}, set())


def test_a_closed_case_is_joined_by_nobody(bypassed: Case) -> None:
    Case.objects.filter(pk=bypassed.pk).update(agreement=None)
    late = make_mandate(make_party("demo-late", Party.Kind.EXECUTIVE), signs=False)
    assert ways(bypassed, late) == set()


def test_the_public_sees_no_way_and_asks_nothing_for_it(running: Case, scene: Scene) -> None:
    counts = []
    for mandate in (None, scene.drafter(scene.bodies[1])):
        client = browser(mandate) if mandate else Client()
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/cases/{running.number}/")
        counts.append([one["sql"] for one in queries if "parties_mandate" in one["sql"]])
    assert ways(running, None) == set()
    assert (len(counts[0]), len(counts[1])) == (0, 1)
