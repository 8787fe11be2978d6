"""The table of remarks: rows with those behind them, states, suggestions, counts that add up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from makul.cases.actions.rows import RowWords, merge_remarks, place_rest, word_row
from makul.cases.models import Case
from makul.cases.queries.table import (
    article_of,
    counts_of,
    filed,
    is_reply_over,
    loose,
    stance_counts,
    suggestions,
    table_of,
)
from makul.core.procedure import Deemed
from tests.scene import START, Scene, answer, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=5)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=4)


@pytest.fixture
def case(scene: Scene) -> Case:
    """Three of four bodies: each an objection to article 3 and a proposal on article 2."""
    case = notified(scene)
    for body in scene.bodies[:3]:
        proposal = remark("art_2__part_2", kind="proposal", text="Жылына бир жолу жаңыртылсын")
        file(scene, case, body, "not_agreed", remark(), proposal)
    return case


def test_counts_are_of_all_remarks_and_of_those_in_no_row(scene: Scene, case: Case) -> None:
    three = [one for one in filed(case) if one.eid.startswith("art_3")]
    merge_remarks(case=case, remarks=three, actor=scene.drafter(scene.union), now=NOW)
    counts = counts_of(case)
    assert (counts.remarks, counts.placed, counts.waiting, counts.rows) == (6, 3, 3, 1)
    assert (counts.by_article, counts.loose_by_article) == (
        {"art_2": 3, "art_3": 3},
        {"art_2": 3},
    )
    assert [article_of(one.eid) for one in loose(case)] == ["art_2"] * 3


def test_alike_remarks_are_suggested_and_settled_ones_are_not_open(
    scene: Scene, case: Case
) -> None:
    groups = suggestions(filed(case), threshold=0.4)
    assert sorted(len(one.remarks) for one in groups) == [3, 3]
    assert all(one.is_open for one in groups)
    place_rest(case=case, actor=scene.drafter(scene.union), now=NOW)
    after = suggestions(filed(case), threshold=0.4)
    assert [(one.is_open, len(one.rows)) for one in after] == [(False, 3), (False, 3)]


def test_a_row_shows_each_party_once_and_the_sum_of_theirs(scene: Scene, case: Case) -> None:
    row = merge_remarks(
        case=case, remarks=list(filed(case)), actor=scene.drafter(scene.union), now=NOW
    )
    [shown] = table_of(case)
    assert (len(shown.remarks), [one.pk for one in shown.parties]) == (
        6,
        [body.pk for body in scene.bodies[:3]],
    )
    assert (shown.row, shown.sums.yearly_som) == (row, 1_200_000)


def test_a_row_waits_then_stands_as_it_was_answered(scene: Scene, case: Case) -> None:
    actor = scene.drafter(scene.union)
    place_rest(case=case, actor=actor, now=NOW)
    one = case.rows.get(number=1)
    word_row(row=one, words=RowWords(text_ky="Сөз", is_minority=True), actor=actor, now=NOW)
    waiting = [shown.state for shown in table_of(case)]
    over = [shown.state for shown in table_of(case, is_reply_term_over=True)]
    assert (set(waiting), sorted(set(over))) == (
        {"waiting", "minority"},
        ["minority", "settled", "unsettled"],
    )
    answer(scene, case)
    states = {shown.row.number: shown.state for shown in table_of(case)}
    assert (states[1], states[2], states[3]) == ("minority", "settled", "unsettled")


def test_a_draft_of_a_reply_is_nobodys_answer(scene: Scene, case: Case) -> None:
    answer(scene, case)
    reply = table_of(case)[0].row.reply
    reply.published_at = None
    reply.save()
    shown = table_of(case)[0]
    assert (shown.reply, shown.published) == (reply, None)


def test_the_bodies_divide_without_a_remainder(scene: Scene, case: Case) -> None:
    keys = [body.key for body in scene.bodies]
    counts = stance_counts(case, silent=[keys[3]], unreached=[])
    assert (counts["not_agreed"], counts["silent"], sum(counts.values())) == (3, 1, 4)
    counts = stance_counts(case, silent=[], unreached=[keys[3]])
    assert (counts["not_notified"], sum(counts.values())) == (1, 4)


def test_the_term_for_replies_is_over_when_silence_has_spoken() -> None:
    assert is_reply_over([Deemed("replied", "m", NOW.date())])
    assert not is_reply_over([Deemed("accepted", "m", NOW.date())])


def test_two_queries_whatever_the_number_of_rows(
    scene: Scene, case: Case, django_assert_num_queries: Any
) -> None:
    place_rest(case=case, actor=scene.drafter(scene.union), now=NOW)
    with django_assert_num_queries(2):
        assert sum(len(one.parties) for one in table_of(case)) == 6
