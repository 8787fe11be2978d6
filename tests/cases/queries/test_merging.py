"""What the desk shows of an article: what waits first, then rows; filters leave only what fits."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.rows import merge_remarks
from makul.cases.models import Case
from makul.cases.queries.merging import (
    Chosen,
    facets_of,
    items_of,
    picked_keys,
    remarks_at,
)
from tests.scene import START, Scene, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
LATER = START + timedelta(days=3)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=4)


@pytest.fixture
def case(scene: Scene) -> Case:
    """Of four alike objections two stand in row 1; beside them one proposal stands alone."""
    case = notified(scene)
    for body in scene.bodies:
        file(scene, case, body, "not_agreed", remark())
    other = remark(kind="proposal", text="Аймакка бир инспектор жетиштүү", yearly_som=None)
    file(scene, case, scene.bodies[3], "agreed_with_remarks", other, remark(), at=LATER)
    first = [one for one in remarks_at(case, "art_3") if one.kind == "objection"][:2]
    merge_remarks(case=case, remarks=first, actor=scene.drafter(scene.union), now=LATER)
    return case


def keys(case: Case, **chosen: object) -> list[tuple[bool, int]]:
    """Of each line whether it is a row, and how many remarks wait in it."""
    items = items_of(remarks_at(case, "art_3"), case.rows.all(), Chosen(at="art_3", **chosen))
    return [(one.row is not None, len(one.loose)) for one in items]


def test_what_waits_comes_first_the_largest_ahead(case: Case) -> None:
    assert keys(case) == [(False, 2), (False, 1), (True, 0)]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"state": "waiting"}, [(False, 2), (False, 1)]),
        ({"state": "rows"}, [(True, 0)]),
        ({"state": "minority"}, []),
        ({"kind": "proposal"}, [(False, 1)]),
        ({"has_sum": True}, [(False, 2), (True, 0)]),
        ({"stance": "agreed_with_remarks"}, [(False, 1), (False, 1)]),
        ({"oblast": "09"}, []),
    ],
)
def test_a_filter_leaves_what_fits(
    case: Case, chosen: dict[str, object], expected: list[tuple[bool, int]]
) -> None:
    assert keys(case, **chosen) == expected


def test_a_line_says_which_row_it_is_like_and_what_it_costs(case: Case) -> None:
    first = items_of(remarks_at(case, "art_3"), case.rows.all(), Chosen(at="art_3"))[0]
    assert (first.like_row.number, first.group.likeness, first.yearly_som) == (1, 1.0, 800_000)
    assert (len(first.parties), first.rest, first.key) == (2, [], f"r{first.loose[0].pk}")


def test_the_counts_beside_the_filters_are_of_the_whole_article(case: Case) -> None:
    facets = facets_of(remarks_at(case, "art_3"))
    assert (facets.waiting, facets.with_sum, facets.kinds) == (
        3,
        4,
        {"objection": 4, "proposal": 1},
    )
    assert facets.stances == {"not_agreed": 3, "agreed_with_remarks": 2}


def test_a_ticked_row_stands_for_all_that_is_in_it(case: Case) -> None:
    remarks = remarks_at(case, "art_3")
    placed = {one.pk for one in remarks if hasattr(one, "link")}
    loose = next(one.pk for one in remarks if one.pk not in placed)
    assert picked_keys(["row-1", f"{loose},x"], remarks) == placed | {loose}
