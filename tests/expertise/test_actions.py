"""What is done in an expertise: who may, what is refused, and what stands in the journal."""

from __future__ import annotations

from typing import Any

import pytest

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
from makul.expertise.models import Appointment, Expert, InterestDeclaration
from makul.journal.models import Entry
from makul.notices.models import Notice
from tests.expertise.scene import (
    appointed,
    declare,
    declared,
    order_of,
    ordered,
    steps,
)

pytestmark = pytest.mark.django_db


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
