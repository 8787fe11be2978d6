"""What was judged once is not judged again until something is recorded."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from makul.cases.models import Case
from makul.cases.queries.many import statuses_of
from makul.journal.actions import record
from makul.portal.parliament.judged import judged
from tests.portal.parliament.scene import make_sitting
from tests.scene import Scene

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def asked(cases: list[Case]) -> int:
    with CaptureQueriesContext(connection) as found:
        judged(cases, today=TODAY)
    return len(found)


def test_the_same_as_the_judge_and_the_second_time_for_one_query(scene: Scene) -> None:
    cases = [make_sitting(scene, invited=invited).case for invited in (True, False)]
    assert judged(cases, today=TODAY) == statuses_of(cases, today=TODAY)
    assert asked(cases) == 1
    assert judged([], today=TODAY) == {}


def test_a_new_entry_is_judged_anew(scene: Scene) -> None:
    case = make_sitting(scene).case
    before = judged([case], today=TODAY)[case.pk]
    with transaction.atomic():
        at = timezone.now() - timedelta(minutes=1)
        record(subject=case.subject, action="minutes_drafted", party=scene.committee.key, at=at)
    after = judged([case], today=TODAY)[case.pk]
    assert before.stage != after.stage
