"""The worksheet, the verdict, the answer and the second deliberation: who may, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from makul.bills.models import Attachment
from makul.core.errors import BadInput, NotAllowed
from makul.expertise.actions.verdict import (
    answer_verdict,
    attach_opinion,
    dissent,
    sign_verdict,
)
from makul.expertise.actions.worksheet import (
    CostInput,
    FindingInput,
    keep_costs,
    keep_findings,
    keep_verdict,
)
from makul.expertise.queries.opinion import text_digest
from makul.notices.models import Notice
from tests.expertise.scene import (
    Examination,
    declared,
    drafted,
    filled,
    signed,
    steps,
)

pytestmark = pytest.mark.django_db


def answer(told: Examination, value: str = "kept", **more: Any) -> None:
    given = {"text": "Калтырылат.", "language": "ky", "files": []} | more
    actor = told.scene.signatory(told.scene.ministry)
    answer_verdict(expertise=told.expertise, value=value, actor=actor, now=told.later(), **given)


def attach(told: Examination, deliberation: int = 1) -> None:
    actor = told.scene.drafter(told.scene.desk)
    attach_opinion(
        expertise=told.expertise, deliberation=deliberation, actor=actor, now=told.later()
    )


class TestWorksheet:
    def test_an_answer_is_kept_changed_and_taken_away(self) -> None:
        told = declared(experts=1)
        for answer_, left in (("yes", ["yes"]), ("no", ["no"]), ("", [])):
            keep_findings(
                expertise=told.expertise,
                findings={"property.1": FindingInput(answer_)},
                actor=told.office(),
                now=told.at,
            )
            assert [one.answer for one in told.expertise.findings.all()] == left

    @pytest.mark.parametrize(
        ("key", "answer_", "code"),
        [("stars.1", "yes", "unknown_question"), ("money.1", "perhaps", "unknown_answer")],
    )
    def test_what_the_method_does_not_know_is_refused(
        self, key: str, answer_: str, code: str
    ) -> None:
        told = declared(experts=1)
        with pytest.raises(BadInput, match=code):
            keep_findings(
                expertise=told.expertise,
                findings={key: FindingInput(answer_)},
                actor=told.office(),
                now=told.at,
            )

    def test_costs_are_kept_whole_and_in_order(self) -> None:
        told = declared(experts=1)
        line = CostInput("aiyl_small", "yearly", 3, 1, 2, 3)
        given: dict[str, Any] = {"actor": told.office(), "now": told.at}
        keep_costs(expertise=told.expertise, lines=[line], **given)
        for lines, code in (
            ([line, line], "cost_twice"),
            ([CostInput("aiyl_small", "yearly", 3, 3, 2, 1)], "estimate_order"),
            ([CostInput("moon", "yearly", 3, 1, 2, 3)], "unknown_kind_of_body"),
        ):
            with pytest.raises(BadInput, match=code):
                keep_costs(expertise=told.expertise, lines=lines, **given)
        assert told.expertise.costs.count() == 1

    def test_nobody_but_an_expert_writes(self) -> None:
        told = declared(experts=1)
        with pytest.raises(NotAllowed, match="wrong_role"):
            keep_verdict(
                expertise=told.expertise,
                deliberation=1,
                value="acceptable",
                reasons_ky="Ооба.",
                reasons_ru="",
                actor=told.scene.signatory(told.scene.ministry),
                now=told.at,
            )


class TestVerdict:
    def test_it_is_drawn_signed_and_told(self) -> None:
        told = declared()
        filled(told)
        verdict = signed(told)
        assert verdict.document is not None
        languages = sorted(one.language for one in verdict.document.versions.all())
        assert languages == ["ky", "ky+ru", "ru"]
        assert steps(told)[-1] == ("verdict", "demo-expert-1", "not_acceptable")
        told_of = Notice.objects.filter(kind="expertise_verdict_1").order_by("party__key")
        assert [one.party.key for one in told_of] == [
            "demo-committee",
            "demo-desk",
            "demo-ministry",
            "demo-union",
        ]

    def test_a_member_does_not_sign_but_may_dissent(self) -> None:
        told = declared()
        verdict = drafted(told)
        with pytest.raises(NotAllowed, match="not_the_lead"):
            sign_verdict(
                verdict=verdict, sha256=text_digest(verdict), actor=told.office(1), now=told.at
            )
        signed(told)
        given: dict[str, Any] = {"text": "Баасы аз.", "language": "ky", "actor": told.office(1)}
        dissent(expertise=told.expertise, now=told.later(), **given)
        with pytest.raises(BadInput, match="already_dissented"):
            dissent(expertise=told.expertise, now=told.at, **given)
        attach(told)
        document = told.expertise.verdicts.get(deliberation=1).document
        assert document is not None
        assert sorted(set(document.versions.values_list("number", flat=True))) == [1, 2]

    def test_what_was_changed_since_it_was_shown_is_not_signed(self) -> None:
        told = declared(experts=1)
        verdict = drafted(told)
        shown = text_digest(verdict)
        filled(told)
        with pytest.raises(BadInput, match="text_changed"):
            sign_verdict(verdict=verdict, sha256=shown, actor=told.office(), now=told.at)

    def test_changes_need_a_wording(self) -> None:
        told = declared(experts=1)
        verdict = drafted(told, "acceptable_with_changes", words=False)
        with pytest.raises(BadInput, match="no_wording"):
            sign_verdict(
                verdict=verdict, sha256=text_digest(verdict), actor=told.office(), now=told.at
            )

    def test_signed_it_no_longer_changes(self) -> None:
        told = declared(experts=1)
        signed(told, "acceptable")
        with pytest.raises(BadInput, match="verdict_signed"):
            filled(told)

    @pytest.mark.parametrize(
        ("value", "outcome"),
        [("acceptable", "expertise_acceptable"), ("insufficient", "insufficient")],
    )
    def test_it_closes_and_is_attached_afterwards(self, value: str, outcome: str) -> None:
        told = declared(experts=1)
        signed(told, value)
        assert (told.case.is_closed, told.case.outcome) == (True, outcome)
        attach(told)
        papers = Attachment.objects.filter(bill=told.bill, kind="expertise")
        assert [one.case_id for one in papers] == [told.case.pk]
        with pytest.raises(BadInput, match="already_attached"):
            attach(told)


class TestAfter:
    @pytest.mark.parametrize(
        ("value", "outcome"), [("changed", "changes_made"), ("kept", "changes_declined")]
    )
    def test_an_answer_to_proposed_changes_ends_it(self, value: str, outcome: str) -> None:
        told = declared(experts=1)
        signed(told, "acceptable_with_changes")
        answer(told, value)
        assert told.case.outcome == outcome

    @pytest.mark.parametrize(
        ("value", "outcome"),
        [
            ("maintained", "twice_unacceptable"),
            ("acceptable_now", "acceptable_at_last"),
            ("verdict_withdrawn", "verdict_withdrawn"),
        ],
    )
    def test_the_second_deliberation_names_both_verdicts(self, value: str, outcome: str) -> None:
        told = declared(experts=1)
        signed(told)
        attach(told)
        answer(told)
        assert told.case.stage == "second_deliberation"
        signed(told, value, deliberation=2)
        assert told.case.outcome == outcome
        attach(told, 2)
        assert Attachment.objects.filter(bill=told.bill).count() == 2

    def test_there_is_no_second_one_before_the_answer(self) -> None:
        told = declared(experts=1)
        signed(told)
        with pytest.raises(BadInput, match="not_answered"):
            signed(told, "maintained", deliberation=2)

    def test_a_favourable_opinion_is_not_answered_and_nobody_answers_twice(self) -> None:
        told = declared(experts=1)
        with pytest.raises(BadInput, match="no_verdict"):
            answer(told)
        signed(told)
        answer(told)
        with pytest.raises(BadInput, match="answered_already"):
            answer(told)

    def test_without_an_initiator_the_committee_answers(self) -> None:
        told = declared(experts=1, initiator=None)
        signed(told)
        actor = told.scene.signatory(told.scene.committee)
        answer_verdict(
            expertise=told.expertise,
            value="kept",
            text="Калат.",
            language="ky",
            files=[],
            actor=actor,
            now=told.later(),
        )
        assert told.case.stage == "second_deliberation"
