"""What is done in an expertise: who may, what is refused, and what stands in the journal."""

from __future__ import annotations

from typing import Any

import pytest

from makul.bills.models import Attachment
from makul.core.errors import BadInput, NotAllowed
from makul.documents.storing import File
from makul.expertise.actions.materials import ask_materials, give_materials
from makul.expertise.actions.ordering import appoint_expert, order_expertise, revoke_order
from makul.expertise.actions.register import (
    ExpertInput,
    change_expert,
    declare_standing,
    enter_expert,
    restore_expert,
    suspend_expert,
)
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
from makul.expertise.models import Appointment, Expert, InterestDeclaration
from makul.expertise.queries.opinion import text_digest
from makul.journal.models import Entry
from makul.notices.models import Notice
from tests.expertise.scene import (
    Examination,
    appointed,
    declare,
    declared,
    drafted,
    filled,
    order_of,
    ordered,
    signed,
)

pytestmark = pytest.mark.django_db


def steps(told: Examination) -> list[tuple[str, str, str]]:
    """What stands in the journal of the case: step, party, value."""
    entries = Entry.objects.filter(subject=told.case.subject).order_by("number")
    return list(entries.values_list("action", "party", "value"))


def answer(told: Examination, value: str = "kept", **more: Any) -> None:
    given = {"text": "Калтырылат.", "language": "ky", "files": []} | more
    actor = told.scene.signatory(told.scene.ministry)
    answer_verdict(expertise=told.expertise, value=value, actor=actor, now=told.later(), **given)


def attach(told: Examination, deliberation: int = 1) -> None:
    actor = told.scene.drafter(told.scene.desk)
    attach_opinion(
        expertise=told.expertise, deliberation=deliberation, actor=actor, now=told.later()
    )


class TestRegister:
    def test_an_expert_is_entered_changed_suspended_and_given_back(self) -> None:
        told = ordered(experts=1)
        expert, actor = told.experts[0], told.scene.drafter(told.scene.desk)
        content = ExpertInput(fields=["duty"], languages=["ky"], experience_ky="12 жыл")
        change_expert(expert=expert, content=content, actor=actor, now=told.at)
        suspend_expert(expert=expert, reason="Суранычы менен", actor=actor, now=told.at)
        assert Expert.objects.get().suspended_reason == "Суранычы менен"
        restore_expert(expert=expert, actor=actor, now=told.at)
        actions = Entry.objects.filter(subject=expert.subject).order_by("number")
        assert list(actions.values_list("action", flat=True)) == [
            "expert_entered",
            "expert_changed",
            "expert_suspended",
            "expert_restored",
        ]

    def test_only_the_facilitator_keeps_it(self) -> None:
        told = ordered(experts=1)
        content = ExpertInput(fields=["duty"], languages=["ky"])
        actor = told.scene.signatory(told.scene.union)
        with pytest.raises(NotAllowed, match="wrong_role"):
            change_expert(expert=told.experts[0], content=content, actor=actor, now=told.at)

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (ExpertInput(fields=[], languages=["ky"]), "no_fields"),
            (ExpertInput(fields=["stars"], languages=["ky"]), "unknown_field"),
        ],
    )
    def test_what_is_no_field_is_refused(self, content: ExpertInput, code: str) -> None:
        told = ordered(experts=1)
        actor = told.scene.drafter(told.scene.desk)
        with pytest.raises(BadInput, match=code):
            change_expert(expert=told.experts[0], content=content, actor=actor, now=told.at)

    def test_a_ministry_is_no_expert_and_nobody_is_entered_twice(self) -> None:
        told = ordered(experts=1)
        actor = told.scene.drafter(told.scene.desk)
        content = ExpertInput(fields=["duty"], languages=["ky"])
        for party, code in (
            (told.scene.ministry, "not_an_expert"),
            (told.experts[0].party, "expert_twice"),
        ):
            with pytest.raises(BadInput, match=code):
                enter_expert(party=party, content=content, actor=actor, now=told.at)

    def test_a_suspension_without_a_reason_is_refused(self) -> None:
        told = ordered(experts=1)
        actor = told.scene.drafter(told.scene.desk)
        with pytest.raises(BadInput, match="no_suspension_reason"):
            suspend_expert(expert=told.experts[0], reason=" ", actor=actor, now=told.at)

    def test_only_the_expert_declares_a_standing_interest(self) -> None:
        told = ordered()
        given: dict[str, Any] = {"text": "Иштегем.", "language": "ky", "to_on": None}
        first, second = told.experts
        declare_standing(
            expert=first, body=told.scene.ministry, actor=told.office(0), now=told.at, **given
        )
        with pytest.raises(NotAllowed, match="not_your_body"):
            declare_standing(expert=second, body=None, actor=told.office(0), now=told.at, **given)
        assert [one.is_standing for one in InterestDeclaration.objects.all()] == [True]


class TestOrder:
    def test_it_opens_a_case_of_its_own_procedure(self) -> None:
        told = ordered()
        assert (told.case.procedure, told.case.stage, told.case.act_kind) == (
            "expertise",
            "appointed",
            "",
        )
        assert steps(told) == [("ordered", "demo-committee", "")]
        roles = dict(told.case.participations.values_list("party__key", "role"))
        assert roles == {
            "demo-committee": "committee",
            "demo-union": "association",
            "demo-desk": "facilitator",
            "demo-ministry": "initiator",
        }

    def test_a_ministry_orders_none_and_something_is_examined(self) -> None:
        told = ordered()
        scene = told.scene
        with pytest.raises(NotAllowed, match="wrong_role"):
            order_expertise(
                content=order_of(scene, told.bill),
                actor=scene.signatory(scene.ministry),
                now=told.at,
            )
        nobody = order_of(scene, told.bill, committee=None, initiator=None)
        for content, code in (
            (order_of(scene, None), "nothing_to_examine"),
            (nobody, "nobody_answers"),
        ):
            with pytest.raises(BadInput, match=code):
                order_expertise(content=content, actor=scene.signatory(scene.union), now=told.at)

    def test_only_the_one_who_ordered_revokes(self) -> None:
        told = ordered()
        given: dict[str, Any] = {"reason": "Кайтарылып алынды.", "language": "ky"}
        with pytest.raises(NotAllowed, match="not_your_order"):
            revoke_order(
                expertise=told.expertise,
                actor=told.scene.signatory(told.scene.union),
                now=told.later(),
                **given,
            )
        revoke_order(
            expertise=told.expertise,
            actor=told.scene.signatory(told.scene.committee),
            now=told.later(),
            **given,
        )
        assert told.case.outcome == "order_revoked"

    def test_the_first_one_leads_and_each_gets_a_letter(self) -> None:
        appointed()
        roles = [one.role for one in Appointment.objects.order_by("pk")]
        assert roles == ["lead", "member"]
        letters = Notice.objects.filter(kind="expert_appointed").order_by("pk")
        assert [one.party.key for one in letters] == ["demo-expert-1", "demo-expert-2"]

    def test_a_suspended_one_and_one_appointed_are_refused(self) -> None:
        told = appointed(experts=1)
        desk = told.scene.drafter(told.scene.desk)
        with pytest.raises(BadInput, match="already_appointed"):
            appoint_expert(
                expertise=told.expertise, expert=told.experts[0], actor=desk, now=told.at
            )
        suspend_expert(expert=told.experts[0], reason="—", actor=desk, now=told.at)
        with pytest.raises(BadInput, match="expert_suspended"):
            appoint_expert(
                expertise=told.expertise, expert=told.experts[0], actor=desk, now=told.at
            )

    def test_no_more_than_the_order_says(self) -> None:
        told = ordered(experts=6)
        desk = told.scene.drafter(told.scene.desk)
        for expert in told.experts[:5]:
            appoint_expert(expertise=told.expertise, expert=expert, actor=desk, now=told.at)
        with pytest.raises(BadInput, match="too_many_experts"):
            appoint_expert(
                expertise=told.expertise, expert=told.experts[5], actor=desk, now=told.at
            )

    def test_a_conflict_recuses_and_another_is_appointed_in_place(self) -> None:
        told = ordered(experts=2)
        desk = told.scene.drafter(told.scene.desk)
        first, second = told.experts
        appoint_expert(expertise=told.expertise, expert=first, actor=desk, now=told.later())
        declare(told, 0, now=told.later(), conflict="Долбоордун автору болгом.")
        assert told.case.stage == "replaced"
        appoint_expert(expertise=told.expertise, expert=second, actor=desk, now=told.later())
        declare(told, 1, now=told.later())
        roles = dict(told.case.participations.values_list("party__key", "role"))
        assert (roles["demo-expert-1"], roles["demo-expert-2"]) == ("recused", "replacement")
        assert steps(told)[-3:] == [
            ("interests_declared", "demo-expert-1", "conflict"),
            ("replaced", "demo-desk", "lead"),
            ("replacement_declared", "demo-expert-2", "none"),
        ]
        assert (told.case.stage, told.case.breach_count) == ("verdict", 0)

    def test_a_conflict_needs_words_and_nobody_declares_twice(self) -> None:
        told = declared(experts=1)
        with pytest.raises(BadInput, match="already_declared"):
            declare(told, 0, now=told.later())


class TestMaterials:
    def test_they_are_asked_for_once_and_handed_in_with_files(self) -> None:
        told = declared(experts=1)
        given: dict[str, Any] = {"text": "Эсеп керек.", "language": "ky"}
        ask_materials(expertise=told.expertise, actor=told.office(), now=told.later(), **given)
        with pytest.raises(BadInput, match="already_asked"):
            ask_materials(expertise=told.expertise, actor=told.office(), now=told.later(), **given)
        give_materials(
            expertise=told.expertise,
            files=[File("ky", "esep.txt", b"100")],
            actor=told.scene.drafter(told.scene.ministry),
            now=told.later(),
            **given,
        )
        last = Entry.objects.filter(subject=told.case.subject).latest("number")
        assert (last.action, sorted(last.data)) == (
            "materials_given",
            ["file_1", "points", "sha256"],
        )
        assert Notice.objects.filter(kind="expertise_materials").count() == 1

    def test_nothing_is_handed_in_where_nothing_was_asked(self) -> None:
        told = declared(experts=1)
        with pytest.raises(BadInput, match="not_asked"):
            give_materials(
                expertise=told.expertise,
                text="Мына.",
                language="ky",
                files=[],
                actor=told.scene.drafter(told.scene.ministry),
                now=told.later(),
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
