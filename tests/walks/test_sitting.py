"""A sitting goes from its schedule to approved minutes through the pages; one held without inviting is a breach."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import timezone

from makul.cases.queries.judging import status_of
from makul.core import journal
from makul.journal.queries import export_lines
from makul.sittings.models import Sitting
from tests.walks import sitting
from tests.walks.clock import Clock
from tests.walks.conftest import Office
from tests.walks.walk import Walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_a_sitting_with_the_association_heard(
    language: str, office: Office, tmp_path: Path, clock: Clock
) -> None:
    walk = Walk.begin(language, office, tmp_path, clock)
    for days, step in (
        (0, sitting.set_stage),
        (0, sitting.schedule),
        (1, sitting.invite),
        (2, sitting.prepare),
        (0, sitting.release),
        (0, sitting.sit),
        (0, sitting.dissent),
        (1, sitting.draft),
        (1, sitting.correct),
        (5, sitting.approve),
        (0, sitting.read_back),
    ):
        walk.later(days)
        step(walk)
    case = Sitting.objects.get().case
    status = status_of(case, today=timezone.localdate())
    assert (status.outcome, status.closed, status.breaches) == ("minutes_approved", True, ())
    assert journal.verify(export_lines()).broken == []


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_a_sitting_held_without_inviting(
    language: str, office: Office, tmp_path: Path, clock: Clock
) -> None:
    walk = Walk.begin(language, office, tmp_path, clock)
    for step in (
        sitting.set_stage,
        sitting.schedule,
        sitting.hold_uninvited,
        sitting.read_breach,
    ):
        step(walk)
    case = Sitting.objects.get().case
    (breach,) = status_of(case, today=timezone.localdate()).breaches
    assert (breach.kind, breach.step, breach.before) == ("skipped", "invited", "held")
