"""What a body is told of a draft before it answers: interests found, and sums for its own kind."""

from __future__ import annotations

import pytest

from makul.cases.models import Case
from makul.cases.queries.touching import CostOfOne, touching
from makul.drafts.actions.preparing import CostInput, write_costs
from tests.scene import START, build_scene, notified, prepared, screened, submitted

pytestmark = pytest.mark.django_db


def test_only_the_lines_for_a_body_of_its_kind_are_told() -> None:
    scene = build_scene(bodies=1)
    draft = prepared(scene)
    lines = [
        CostInput(body_kind="aiyl_small", eid="art_2", item_ru="реестр", yearly_som=5_000),
        CostInput(body_kind="aiyl_small", eid="art_3", yearly_som=90_000, once_som=1_000),
        CostInput(body_kind="aiyl_large", eid="art_3", yearly_som=999_000),
    ]
    write_costs(draft=draft, lines=lines, actor=scene.drafter(scene.ministry), now=START)
    draft.case = Case(number="2026-0001")
    draft.case.draftact = draft
    found = touching(draft.case, scene.bodies[0], language="ky")
    assert found is not None
    [sheet] = found.sheets
    assert (sheet.party, sheet.yearly_som, sheet.once_som, sheet.eid) == (
        scene.ministry,
        95_000,
        1_000,
        "art_3",
    )
    first = sheet.lines[0]
    assert (first.eid, first.item and (first.item.text, first.item.language)) == (
        "art_2",
        ("реестр", "ru"),
    )


def test_what_was_not_estimated_is_not_zero() -> None:
    scene = build_scene(bodies=1)
    draft = prepared(scene)
    line = CostInput(body_kind="aiyl_small", eid="art_3")
    write_costs(draft=draft, lines=[line], actor=scene.drafter(scene.ministry), now=START)
    case = submitted(scene)
    case.draftact.costs.update(yearly_som=None)
    found = touching(case, scene.bodies[0], language="ru")
    assert found is not None
    assert [(one.yearly_som, one.once_som) for one in found.sheets] == [(None, None)]
    assert found.sheets[0].lines == [CostOfOne("art_3", None, None, None, None)]


def test_interests_found_or_doubted_are_told_with_their_place() -> None:
    scene = build_scene(bodies=1)
    case = screened(scene)
    found = touching(case, scene.bodies[0], language="ky")
    assert found is not None
    assert [(one.kind, one.is_doubt) for one in found.touches] == [("duty", False)]
    assert found.is_screened is True


def test_a_case_without_a_package_tells_nothing() -> None:
    scene = build_scene(bodies=1)
    assert touching(Case(number="2026-0009"), scene.bodies[0], language="ky") is None


def test_its_queries_do_not_grow(django_assert_num_queries: object) -> None:
    scene = build_scene(bodies=1)
    number = notified(scene).pk
    for count in (1, 12):
        case = Case.objects.get(pk=number)
        lines = [CostInput(body_kind="aiyl_small", eid="art_3", yearly_som=n) for n in range(count)]
        draft = case.draftact
        draft.costs.all().delete()
        for n, line in enumerate(lines):
            draft.costs.create(
                party=scene.ministry, order=n, body_kind=line.body_kind, yearly_som=n
            )
        case = Case.objects.get(pk=number)
        with django_assert_num_queries(3):  # type: ignore[operator]
            touching(case, scene.bodies[0], language="ky")
