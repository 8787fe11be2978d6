"""Rows: merged and taken out by people, with nothing dropped and a minority kept apart."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.rows import (
    RowWords,
    drop_row,
    filed_remarks,
    merge_remarks,
    place_remarks,
    place_rest,
    take_out,
    word_row,
)
from makul.cases.models import Case, Remark, Row
from makul.cases.queries.judging import unsettled_rows
from makul.cases.queries.table import as_core, table_of
from makul.core.errors import BadInput, NotAllowed
from makul.core.remarks import check_nothing_dropped
from makul.parties.models import Mandate
from tests.scene import START, Scene, answer, build_scene, draft, file, notified, remark

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=5)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=3)


@pytest.fixture
def case(scene: Scene) -> Case:
    """Three bodies, each with an objection to article 3 and a proposal on article 2."""
    case = notified(scene)
    for body in scene.bodies:
        file(scene, case, body, "not_agreed", remark(), remark("art_2__part_2", kind="proposal"))
    return case


def merge(case: Case, remarks: list[Remark], actor: Mandate, into: Row | None = None) -> Row:
    return merge_remarks(case=case, remarks=remarks, actor=actor, now=NOW, into=into)


def of_kind(case: Case, kind: str) -> list[Remark]:
    return [one for one in filed_remarks(case) if one.kind == kind]


def check(case: Case) -> None:
    """Every filed remark stands in exactly one row."""
    remarks = [as_core(one) for one in filed_remarks(case)]
    check_nothing_dropped(remarks, rows=[one.as_core for one in table_of(case)])


def test_alike_remarks_become_one_row_with_all_behind_it(scene: Scene, case: Case) -> None:
    row = merge(case, of_kind(case, "objection"), scene.drafter(scene.union))
    [shown] = table_of(case)
    assert [party.key for party in shown.parties] == [body.key for body in scene.bodies]
    assert (row.number, row.kind, row.author) == (1, "objection", scene.union)
    assert shown.sums.yearly_som == 1_200_000


def test_one_objection_makes_the_row_an_objection(scene: Scene, case: Case) -> None:
    actor = scene.drafter(scene.union)
    row = merge(case, of_kind(case, "proposal")[:1], actor)
    assert row.kind == "proposal"
    row = merge(case, of_kind(case, "objection")[:1], actor, into=row)
    assert row.kind == "objection"


def test_a_remark_moved_leaves_its_row_and_an_empty_row_goes(scene: Scene, case: Case) -> None:
    actor = scene.drafter(scene.union)
    place_rest(case=case, actor=actor, now=NOW)
    assert case.rows.count() == 6
    merge(case, of_kind(case, "objection"), actor)
    assert case.rows.count() == 4
    check(case)


def test_whatever_is_left_gets_a_row_of_its_own(scene: Scene, case: Case) -> None:
    actor = scene.drafter(scene.union)
    merge(case, of_kind(case, "objection")[:2], actor)
    assert place_rest(case=case, actor=actor, now=NOW) == 4
    assert place_rest(case=case, actor=actor, now=NOW) == 0
    check(case)


def test_a_remark_is_taken_out_by_its_author_and_by_nobody_else(scene: Scene, case: Case) -> None:
    merge(case, of_kind(case, "objection"), scene.drafter(scene.union))
    mine = of_kind(case, "objection")[0]
    with pytest.raises(NotAllowed):
        take_out(remark=mine, actor=scene.signatory(scene.bodies[1]), now=NOW)
    row = take_out(remark=mine, actor=scene.signatory(scene.bodies[0]), now=NOW)
    assert row.author == scene.bodies[0]
    assert sorted(len(one.remarks) for one in table_of(case)) == [1, 2]


def test_a_minority_opinion_stands_alone(scene: Scene, case: Case) -> None:
    actor = scene.drafter(scene.union)
    row = merge(case, of_kind(case, "objection"), actor)
    words = RowWords(text_ky="Сөз", is_minority=True)
    with pytest.raises(BadInput) as refused:
        word_row(row=row, words=words, actor=actor, now=NOW)
    assert refused.value.code == "minority_merged"
    alone = take_out(remark=of_kind(case, "objection")[0], actor=actor, now=NOW)
    word_row(row=alone, words=words, actor=actor, now=NOW)
    with pytest.raises(BadInput) as refused:
        merge(case, of_kind(case, "proposal"), actor, into=alone)
    assert refused.value.code == "minority_merged"
    assert alone not in unsettled_rows(case)


def test_the_words_of_a_row_change_and_the_remarks_stay_as_filed(scene: Scene, case: Case) -> None:
    actor = scene.drafter(scene.union)
    row = merge(case, of_kind(case, "objection"), actor)
    before = [one.text for one in filed_remarks(case)]
    words = RowWords(text_ky="Каражат жок", text_ru="Нет средств", yearly_som=5)
    word_row(row=row, words=words, actor=actor, now=NOW)
    row.refresh_from_db()
    assert (row.text_ky, row.text_ru, row.yearly_som) == ("Каражат жок", "Нет средств", 5)
    assert [one.text for one in filed_remarks(case)] == before


def test_what_is_not_filed_here_is_not_merged(scene: Scene, case: Case) -> None:
    other = notified(scene)
    drafted = draft(scene, other, scene.bodies[0], "not_agreed", remark()).remarks.get()
    for wanted, code in (([], "nothing_chosen"), ([drafted], "not_filed_here")):
        with pytest.raises(BadInput) as refused:
            merge(case, wanted, scene.drafter(scene.union))
        assert refused.value.code == code


def test_an_answered_row_stays_as_it_is(scene: Scene, case: Case) -> None:
    answer(scene, case)
    remarks, actor = of_kind(case, "objection"), scene.drafter(scene.union)
    for act in (
        lambda: merge(case, remarks, actor),
        lambda: take_out(remark=remarks[0], actor=actor, now=NOW),
        lambda: word_row(row=remarks[0].link.row, words=RowWords(), actor=actor, now=NOW),
    ):
        with pytest.raises(BadInput) as refused:
            act()
        assert refused.value.code == "already_answered"


def test_only_its_author_drops_a_row(scene: Scene, case: Case) -> None:
    answer(scene, case)
    row = case.rows.get(author=scene.bodies[0], kind="objection")
    later = START + timedelta(days=36)
    with pytest.raises(NotAllowed) as refused:
        drop_row(row=row, actor=scene.signatory(scene.bodies[1]), now=later)
    assert refused.value.code == "not_the_author"
    drop_row(row=row, actor=scene.signatory(scene.bodies[0]), now=later)
    assert (row.is_dropped, unsettled_rows(case).count()) == (True, 2)


def test_the_ministry_waits_for_the_association_before_it_places_rows(
    scene: Scene, case: Case
) -> None:
    actor = scene.drafter(scene.ministry)
    with pytest.raises(BadInput) as refused:
        place_remarks(case=case, actor=actor, now=NOW)
    assert refused.value.code == "opinions_awaited"
    assert place_remarks(case=case, actor=actor, now=START + timedelta(days=35)) == 6
    with pytest.raises(NotAllowed):
        place_remarks(case=case, actor=scene.drafter(scene.desk), now=NOW)


def test_bodies_do_not_merge(scene: Scene, case: Case) -> None:
    with pytest.raises(NotAllowed):
        merge(case, of_kind(case, "objection"), scene.signatory(scene.bodies[0]))


def test_a_merged_row_adds_what_each_body_reckoned_for_itself() -> None:
    scene = build_scene(bodies=2)
    case = notified(scene)
    for body, som in zip(scene.bodies, (180_000, 120_000), strict=True):
        file(scene, case, body, "not_agreed", remark(yearly_som=som), remark(yearly_som=50_000))
    actor = scene.drafter(scene.union)
    row = merge_remarks(case=case, remarks=filed_remarks(case), actor=actor, now=START)
    assert (row.yearly_som, row.once_som) == (300_000, None)
