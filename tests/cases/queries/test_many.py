"""Many cases judged at once: the same as one by one, in a constant number of queries."""

from datetime import timedelta

import pytest
from django.utils import timezone

from makul.cases.models import Case
from makul.cases.queries.judging import status_of
from makul.cases.queries.many import statuses_of
from tests.scene import START, answer, build_scene, file, notified, remark, submitted

pytestmark = pytest.mark.django_db


def test_the_same_as_one_by_one(django_assert_num_queries) -> None:
    scene = build_scene(bodies=2)
    first, _second = notified(scene), submitted(scene)
    file(scene, first, scene.bodies[0], "not_agreed", remark(), remark("art_1", kind="proposal"))
    answer(scene, first, "partly")
    notified(scene)
    cases = list(Case.objects.select_related("agreement"))
    for days in (1, 20, 80):
        today = timezone.localdate(START) + timedelta(days=days)
        with django_assert_num_queries(4):
            many = statuses_of(cases, today=today)
        assert many == {case.pk: status_of(case, today=today) for case in cases}


def test_of_none() -> None:
    assert statuses_of([], today=START.date()) == {}
