"""What the judge is told of a case comes from the journal, the rows and the agreement."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.cases.actions.opening import make_agreement
from makul.cases.models import Agreement, Case
from makul.cases.queries.judging import edition_of, facts_of, role_of, status_of, unsettled_rows
from tests.scene import START, answer, build_scene, file, notified, remark, submitted

pytestmark = pytest.mark.django_db
TODAY = START.date()


def test_steps_are_facts_and_what_is_done_inside_a_house_is_not() -> None:
    scene = build_scene(bodies=1)
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    steps = [entry.step for entry in facts_of(case).entries]
    assert steps == ["submitted", "accepted", "screened", "notified", "notified", "position"]


def test_rows_are_counted_as_the_order_counts_them() -> None:
    scene = build_scene(bodies=2)
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark(), remark(kind="proposal"))
    answer(scene, case)
    facts = facts_of(Case.objects.get(pk=case.pk))
    assert (facts.remarks, facts.unsettled) == (2, 1)
    assert [row.kind for row in unsettled_rows(case)] == ["objection"]


def test_the_terms_of_the_agreement_are_those_of_the_case() -> None:
    scene = build_scene(bodies=1)
    Agreement.objects.update(terms={"position": {"ordinary": 20}})
    case = Case.objects.get(pk=submitted(scene).pk)
    assert edition_of(case).terms["position"].on("ordinary") == 20


def test_without_an_agreement_facts_are_recorded_and_not_called_breaches() -> None:
    scene = build_scene(bodies=1)
    case = notified(scene)
    Case.objects.filter(pk=case.pk).update(agreement=None)
    later = TODAY + timedelta(days=60)
    status = status_of(Case.objects.get(pk=case.pk), today=later)
    assert status.breaches == ()
    assert {one.kind for one in status.recorded} == {"overdue"}


def test_a_case_is_judged_by_as_many_queries_before_the_answers_as_after() -> None:
    scene = build_scene(bodies=6)
    case = notified(scene)
    counts = []
    for bodies in ([], scene.bodies):
        for body in bodies:
            file(scene, case, body, "not_agreed", remark())
        with CaptureQueriesContext(connection) as queries:
            status_of(Case.objects.select_related("agreement").get(pk=case.pk), today=TODAY)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 6


def test_a_party_outside_the_case_has_no_role() -> None:
    scene = build_scene(bodies=1)
    case = submitted(scene)
    assert (role_of(case, scene.ministry), role_of(case, scene.bodies[0])) == ("initiator", None)


def test_an_agreement_is_entered_with_an_entry() -> None:
    scene = build_scene(bodies=1)
    more = Agreement(
        procedure="npa",
        edition="2026-proposed",
        initiator=scene.ministry,
        association=scene.union,
        facilitator=scene.desk,
        appeal_body=scene.panel,
        document="№ 2",
        signed_on=TODAY,
        terms={"position": {"ordinary": 20}},
    )
    assert make_agreement(agreement=more, now=START).pk is not None
