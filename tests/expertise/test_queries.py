"""What is read of expertises: the opinion whole, the register, the list, the materials."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.expertise.actions.ordering import order_expertise
from makul.expertise.actions.register import declare_standing, suspend_expert
from makul.expertise.models import Expertise
from makul.expertise.queries.listing import counts, expertises, given_by
from makul.expertise.queries.materials import newest_text, sheets_of, text_of
from makul.expertise.queries.opinion import attached_at, kinds_of, opinion_of, text_digest
from makul.expertise.queries.register import candidates, register, standing_on
from tests.expertise.scene import (
    Examination,
    declared,
    drafted,
    enter_experts,
    filled,
    make_bill,
    order_of,
    ordered,
    signed,
)
from tests.scene import START, build_scene, screened

pytestmark = pytest.mark.django_db


def queries(act: Any) -> int:
    with CaptureQueriesContext(connection) as found:
        act()
    return len(found)


class TestOpinion:
    def test_only_the_interests_the_bill_touches_are_asked(self) -> None:
        told = declared(experts=1)
        opinion = opinion_of(told.expertise)
        assert list(opinion.parts) == ["property", "competence", "effects"]
        assert (len(opinion.asked), opinion.answered) == (10, 0)
        filled(told)
        assert opinion_of(told.expertise).answered == 10

    def test_where_nobody_looked_every_kind_is_asked(self) -> None:
        told = ordered(experts=0)
        told.bill.interests = []
        told.bill.save()
        assert len(kinds_of(Expertise.objects.select_related("bill").get())) == 8

    def test_a_screened_draft_tells_the_kinds(self) -> None:
        told = with_conciliation()
        assert kinds_of(told.expertise) == ["duty"]

    def test_the_sum_has_its_range_and_its_parts_add_up(self) -> None:
        told = declared(experts=1)
        filled(told)
        opinion = opinion_of(told.expertise)
        yearly = opinion.totals["yearly"]
        assert (yearly.low_som, yearly.likely_som, yearly.high_som) == (180_000, 270_000, 450_000)
        assert yearly.expected_som == 285_000 == sum(one.expected_som for one in opinion.costs)
        assert "one_off" not in opinion.totals

    def test_the_digest_follows_every_word(self) -> None:
        told = declared(experts=1)
        before = text_digest(drafted(told))
        filled(told)
        assert before != text_digest(drafted(told)) == text_digest(drafted(told))

    def test_it_is_read_in_as_many_queries_however_much_it_holds(self) -> None:
        told = declared()
        bare = Expertise.objects.select_related("bill", "case").get()
        empty = queries(lambda: opinion_of(bare))
        filled(told)
        drafted(told)
        assert queries(lambda: opinion_of(bare)) == empty <= 8

    def test_nothing_is_attached_before_it_is(self) -> None:
        assert attached_at(ordered(experts=0).expertise, 1) is None


class TestRegister:
    def test_it_counts_what_was_given_and_what_is_under_way(self) -> None:
        told = declared()
        day = told.at.date()
        assert [(one.given, one.under_way) for one in register(on=day)] == [(0, 1), (0, 1)]
        signed(told, "acceptable")
        assert [(one.given, one.under_way) for one in register(on=day)] == [(1, 0), (1, 0)]

    def test_a_likely_conflict_comes_last_and_a_suspended_one_not_at_all(self) -> None:
        told = ordered(experts=3)
        declare_standing(
            expert=told.experts[0],
            text="Иштейм.",
            language="ky",
            body=told.scene.ministry,
            to_on=None,
            actor=told.office(0),
            now=told.at,
        )
        desk = told.scene.drafter(told.scene.desk)
        suspend_expert(expert=told.experts[2], reason="—", actor=desk, now=told.at)
        found = candidates(told.expertise, on=told.at.date())
        assert [(one.expert.party.key, len(one.conflicts)) for one in found] == [
            ("demo-expert-2", 0),
            ("demo-expert-1", 1),
        ]
        assert [list(one.fitting) for one in found] == [["property"], ["property"]]
        assert standing_on(told.at.date()).count() == 1

    def test_it_is_read_in_two_queries(self) -> None:
        told = ordered(experts=1)
        few = queries(lambda: register(on=told.at.date()))
        enter_more(told)
        assert queries(lambda: register(on=told.at.date())) == few == 2


def enter_more(told: Examination) -> None:
    scene = told.scene
    scene.desk.key = "other"
    for party in [one.party for one in told.experts]:
        party.key = f"first-{party.key}"
        party.save()
    enter_experts(scene, 3)


class TestListing:
    def test_each_is_counted_once_by_its_first_verdict(self) -> None:
        assert counts() == dict.fromkeys(counts(), 0)
        told = declared(experts=1)
        assert (counts()["all"], counts()["under_way"], counts()["second"]) == (1, 1, 0)
        signed(told)
        assert (counts()["not_acceptable"], counts()["second"]) == (1, 0)
        assert [one.first_value for one in expertises("not_acceptable")] == ["not_acceptable"]
        assert list(given_by(told.experts[0].pk)) == [told.expertise]
        assert expertises("no such state").count() == 1


class TestMaterials:
    def test_without_a_text_there_is_none(self) -> None:
        told = ordered(experts=0)
        assert text_of(told.expertise, "ky").provisions == ()
        assert sheets_of(told.expertise) == []

    def test_the_text_and_the_sheet_of_the_draft_in_conciliation(self) -> None:
        told = with_conciliation()
        assert text_of(told.expertise, "ky").places >= {"art_2", "art_3"}
        assert [(one.body_kind, one.yearly_som) for one in sheets_of(told.expertise)] == [
            ("aiyl_small", 0)
        ]
        version = newest_text(told.expertise.conciliation)
        assert version is not None and version.language == "ky"


def with_conciliation() -> Examination:
    """An expertise of a draft that is in conciliation and was screened: a duty."""
    scene = build_scene(bodies=1)
    case = screened(scene)
    bill = make_bill(case, interests=[])
    content = order_of(scene, bill, conciliation=case)
    actor = scene.signatory(scene.committee)
    expertise = order_expertise(content=content, actor=actor, now=START)
    return Examination(scene, bill, [], expertise)
