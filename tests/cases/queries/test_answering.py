"""The ministry's desk: what is assigned to whom, which rows fit which filters."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.replies import ReplyInput, draft_reply
from makul.cases.actions.rows import place_rest
from makul.cases.models import Assignment, Case, ReplyTemplate, Row
from makul.cases.queries.answering import (
    Asked,
    assigned_counts,
    chosen,
    colleagues,
    in_order,
    lines_of,
    tally,
    templates_of,
)
from tests.scene import START, Scene, build_scene, file, make_mandate, notified, remark

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=35)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def case(scene: Scene) -> Case:
    """One body, two objections and a proposal, each in a row of its own."""
    case = notified(scene)
    proposal = remark("art_4", kind="proposal")
    file(scene, case, scene.bodies[0], "not_agreed", remark(), remark("art_2"), proposal)
    place_rest(case=case, actor=scene.drafter(scene.union), now=NOW)
    return case


def test_each_sees_what_is_assigned_to_it_by_case(
    scene: Scene, case: Case, django_assert_num_queries
) -> None:
    drafter = scene.drafter(scene.ministry)
    for row in case.rows.all()[:2]:
        Assignment.objects.create(row=row, mandate=drafter, at=NOW)
    draft_reply(row=case.rows.get(number=1), content=ReplyInput("accepted"), actor=drafter, now=NOW)
    with django_assert_num_queries(2):
        [one] = assigned_counts(drafter)
    assert (one.case, one.unanswered, one.drafted) == (case, 1, 1)
    assert assigned_counts(scene.signatory(scene.ministry)) == []


def begin(scene: Scene, case: Case) -> None:
    """Row 1 is the drafter's and has a draft, row 2 is nobody's, row 3 is the signatory's."""
    drafter, head = scene.drafter(scene.ministry), scene.signatory(scene.ministry)
    first, _second, third = case.rows.order_by("number")
    Assignment.objects.create(row=first, mandate=drafter, at=NOW)
    Assignment.objects.create(row=third, mandate=head, at=NOW)
    draft_reply(row=first, content=ReplyInput("accepted"), actor=drafter, now=NOW)
    Row.objects.filter(pk=third.pk).update(
        text_ky="Кеңештин көз карашы", yearly_som=None, once_som=9, is_minority=True
    )


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        (Asked(), [1, 2, 3]),
        (Asked(state="draft"), [1]),
        (Asked(state="none"), [2, 3]),
        (Asked(state="accepted"), []),
        (Asked(kind="proposal"), [3]),
        (Asked(at="art_2"), [2]),
        (Asked(who="me"), [1]),
        (Asked(who="nobody"), [2]),
        (Asked(part="minority"), [3]),
        (Asked(part="sum"), [1, 2, 3]),
        (Asked(q="Кенештин КОЗ"), [3]),
        (Asked(q="2"), [2]),
        (Asked(q="жокмок"), []),
        (Asked(sort="article"), [2, 1, 3]),
        (Asked(sort="sum"), [1, 2, 3]),
        (Asked(state="?", kind="?", who="?", part="?", sort="?"), [1, 2, 3]),
    ],
)
def test_rows_are_found_and_put_in_order(
    scene: Scene, case: Case, asked: Asked, numbers: list[int]
) -> None:
    begin(scene, case)
    mine = scene.drafter(scene.ministry).pk
    found = chosen(lines_of(case), asked, mine=mine)
    assert [line.row.number for line in found] == numbers


def test_a_colleague_is_found_by_key(scene: Scene, case: Case) -> None:
    begin(scene, case)
    asked = Asked(who=str(scene.signatory(scene.ministry).pk))
    assert [line.row.number for line in chosen(lines_of(case), asked, mine=0)] == [3]


def test_all_rows_are_counted_once_in_each_list(scene: Scene, case: Case) -> None:
    begin(scene, case)
    counts = tally(lines_of(case))
    assert (counts.all, counts.published) == (3, 0)
    assert counts.states == {"none": 2, "draft": 1, "accepted": 0, "partly": 0, "declined": 0}
    assert counts.kinds == {"objection": 2, "proposal": 1}
    assert list(counts.articles.items()) == [("art_2", 1), ("art_3", 1), ("art_4", 1)]
    assert sum(counts.offices.values()) == 3
    assert (counts.minority, counts.with_sum) == (1, 3)


def test_provisions_stand_as_in_the_act() -> None:
    eids = ["art_10", "art_2__part_10", "art_2__part_2", "annex_1", "art_2"]
    assert sorted(eids, key=in_order) == [
        "annex_1",
        "art_2",
        "art_2__part_2",
        "art_2__part_10",
        "art_10",
    ]


def test_the_table_is_one_query_whatever_its_length(
    scene: Scene, case: Case, django_assert_num_queries
) -> None:
    begin(scene, case)
    for _round in range(2):
        with django_assert_num_queries(1):
            found = [(line.state, line.mandate, line.words) for line in lines_of(case)]
        row = case.rows.get(number=2)
        Row.objects.bulk_create(
            [
                Row(case=case, number=10 + n, eid=row.eid, kind=row.kind, author=row.author)
                for n in range(20)
            ],
            ignore_conflicts=True,
        )
    assert len(found) == 23


def test_colleagues_are_those_whose_mandate_holds(scene: Scene) -> None:
    today = NOW.date()
    ended = make_mandate(scene.ministry, signs=False, to_on=today - timedelta(days=1))
    drafter = scene.drafter(scene.ministry)
    found = colleagues(drafter, on=today)
    assert ended not in found
    assert set(found) == {drafter, scene.signatory(scene.ministry)}


def test_templates_are_those_of_the_house(scene: Scene) -> None:
    for party in (scene.ministry, scene.union):
        actor = scene.drafter(party)
        ReplyTemplate.objects.create(
            party=party, name=party.key, kind="partly", changed_by=actor, changed_at=NOW
        )
    assert [one.name for one in templates_of(scene.drafter(scene.ministry))] == ["demo-ministry"]
