"""The pages of an expertise: who sees them, what they say, and in how many queries."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from makul.cases.views.work.steps import page_of_step
from makul.expertise.actions.ordering import order_expertise
from makul.expertise.models import Expert, Expertise, Finding
from makul.expertise.queries.opinion import opinion_of
from makul.expertise.queries.register import candidates
from makul.expertise.views.ordering import bills_to_examine, hint_of
from makul.expertise.views.page import capital
from makul.expertise.views.public import WORDS
from makul.expertise.views.statements import STATED
from makul.expertise.views.worksheet import next_part
from makul.law.procedures import procedure
from tests.expertise.scene import (
    TITLE_KY,
    Examination,
    declared,
    enter_experts,
    filled,
    make_bill,
    order_of,
    ordered,
    signed,
)
from tests.scene import browser, build_scene

pytestmark = pytest.mark.django_db
OVER = frozenset({"ordered", "expertise_lapsed"})  # begun by the order; comes by itself


def page(client: Client, name: str, *args: object, status: int = 200, **asked: str) -> str:
    answer = client.get(reverse(name, args=args), asked)
    assert answer.status_code == status, answer.content.decode()[:600]
    return answer.content.decode()


def post(client: Client, name: str, *args: object, status: int = 303, **data: Any) -> Any:
    answer = client.post(reverse(name, args=args), data)
    assert answer.status_code == status, answer.content.decode()[-3000:]
    return answer


def queries(client: Client, name: str, *args: object) -> int:
    with CaptureQueriesContext(connection) as found:
        page(client, name, *args)
    return len(found)


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_public_pages_open_before_and_after_there_is_anything(language: str) -> None:
    client = Client()
    for name in ("expertise_list", "expert_list", "expertise_method"):
        page(client, name, lang=language)
    told = declared()
    filled(told)
    signed(told)
    for name in ("expertise_list", "expert_list"):
        page(client, name, lang=language)
    page(client, "expertise_case", told.case.number, lang=language)
    page(client, "expert", told.experts[0].party.key, lang=language)


def test_each_step_of_the_procedure_has_its_page() -> None:
    told = ordered(experts=0)
    keys = [step.key for step in procedure("expertise").steps if step.key not in OVER]
    work = reverse("expertise_work", args=[told.case.number])
    assert [key for key in keys if page_of_step(told.case, key) == work] == []
    assert set(STATED) <= set(keys)


def test_the_case_leads_to_its_own_page() -> None:
    told = ordered(experts=0)
    answer = Client().get(reverse("case", args=[told.case.number]))
    assert answer["Location"] == reverse("expertise_case", args=[told.case.number])


def test_work_pages_are_for_those_who_take_part() -> None:
    told = declared(experts=1)
    number = told.case.number
    stranger = browser(told.scene.signatory(told.scene.bodies[0]))
    page(stranger, "expertise_verdict", number, status=403)
    expert = browser(told.office())
    for name in ("expertise_work", "expertise_verdict", "expertise_costs", "expertise_mine"):
        page(expert, name, *([number] if name != "expertise_mine" else []))
    page(expert, "expertise_part", number, "property")
    page(expert, "expertise_part", number, "no-such-part", status=404)
    page(expert, "expertise_sign", number, 1, status=404)
    for step in ("materials_asked", "dissented"):
        page(expert, f"expertise_{step}", number)
    desk = browser(told.scene.drafter(told.scene.desk))
    for name in ("expertise_appointed", "expertise_expertise_attached"):
        page(desk, name, number)


def test_an_association_orders_through_the_page() -> None:
    scene = build_scene(bodies=1)
    bill = make_bill()
    client = browser(scene.signatory(scene.union))
    assert TITLE_KY in page(client, "expertise_order", bill=str(bill.pk), lang="ky")
    data = {"bill": bill.pk, "track": "ordinary", "initiator": scene.ministry.key, "once": "a" * 32}
    post(client, "expertise_order", **data)
    assert Expertise.objects.get().ordered_by == scene.union
    assert bills_to_examine() == [bill]
    page(browser(scene.signatory(scene.ministry)), "expertise_order", status=403)


def test_a_part_of_the_worksheet_is_kept_and_leads_on() -> None:
    told = declared(experts=1)
    number = told.case.number
    client = browser(told.office())
    data = {
        "property_1-answer": "yes",
        "property_1-text_ky": "Ооба.",
        "do": "next",
        "once": "b" * 32,
    }
    answer = client.post(reverse("expertise_part", args=[number, "property"]), data)
    assert answer["Location"] == reverse("expertise_part", args=[number, "competence"])
    assert [one.text_ky for one in Finding.objects.all()] == ["Ооба."]
    assert next_part(opinion_of(told.expertise), "costs") == ""


def test_costs_out_of_order_come_back_with_what_was_typed() -> None:
    told = declared(experts=1)
    start = "aiyl_small-yearly"
    data = {f"{start}-low_som": "9", f"{start}-likely_som": "5", f"{start}-high_som": "7"}
    client = browser(told.office())
    answer = post(client, "expertise_costs", told.case.number, status=422, once="c" * 32, **data)
    assert 'value="9"' in answer.content.decode()


def test_the_verdict_is_kept_with_a_wording_and_more_may_be_added() -> None:
    told = declared(experts=1)
    client, number = browser(told.office()), told.case.number
    data = {"value": "acceptable", "reasons_ky": "Ооба.", "wordings": "2", "once": "d" * 32}
    more = post(client, "expertise_verdict_edit", number, status=200, do="more", **data)
    assert more.content.decode().count("w3-wording_ky") > 0
    post(client, "expertise_verdict_edit", number, do="keep", **data)
    shown = page(client, "expertise_sign", number, 1)
    assert "Ооба." in shown


def test_the_register_is_kept_by_the_facilitator() -> None:
    told = ordered(experts=1)
    client = browser(told.scene.signatory(told.scene.desk))
    told.experts[0].party.key = "expert-9"
    told.experts[0].party.save()
    page(client, "expert_register")
    named = {"name_ky": "№ 2 эксперт", "name_ru": "Эксперт № 2", "once": "e" * 32}
    post(client, "expert_new", fields_known=["duty"], languages=["ky"], **named)
    assert Expert.objects.filter(party__key="expert-2").count() == 1
    post(client, "expert_suspend", "expert-2", reason="Суранычы менен", once="f" * 32)
    assert Expert.objects.get(party__key="expert-2").suspended_on is not None
    post(client, "expert_suspend", "expert-2", once="1" * 32)
    assert Expert.objects.get(party__key="expert-2").suspended_on is None
    post(client, "expert_edit", "expert-2", fields_known=["money"], languages=["ru"], once="2" * 32)
    assert Expert.objects.get(party__key="expert-2").fields == ["money"]
    page(browser(told.scene.signatory(told.scene.union)), "expert_register", status=403)


def test_an_expert_declares_a_standing_interest() -> None:
    told = ordered(experts=1)
    client = browser(told.office())
    data = {"text": "Иштегем.", "language": "ky", "body": "demo-ministry", "once": "3" * 32}
    post(client, "own_interests", **data)
    assert "Иштегем." in page(client, "own_interests")
    found = candidates(told.expertise, on=timezone.localdate())
    assert "Иштегем." in hint_of(found[0])
    page(browser(told.scene.signatory(told.scene.desk)), "own_interests", status=403)


def test_lists_take_as_many_queries_however_long() -> None:
    told = ordered(experts=1)
    client = Client()
    names = ("expertise_list", "expert_list")
    few = [queries(client, name) for name in names]
    others = enter_more(told)
    assert [queries(client, name) for name in names] == few
    assert max(few) <= 20
    assert others == 3


def enter_more(told: Examination) -> int:
    """Three more experts, and two more expertises of other bills."""
    for expert in told.experts:
        expert.party.key = f"first-{expert.party.key}"
        expert.party.save()
    enter_experts(told.scene, 3)
    for number in ("7", "9"):
        bill = make_bill(number=number)
        content = order_of(told.scene, bill)
        actor = told.scene.signatory(told.scene.committee)
        order_expertise(content=content, actor=actor, now=told.at)
    return 3


def test_no_page_of_an_expertise_takes_more_than_twenty_queries() -> None:
    told = declared()
    filled(told)
    signed(told)
    number = told.case.number
    assert queries(Client(), "expertise_case", number) <= 20
    assert queries(browser(told.office()), "expertise_sign", number, 1) <= 20


def test_every_state_of_the_list_has_its_word() -> None:
    assert [word() for word in WORDS.values()] == sorted(
        {word() for word in WORDS.values()}, key=[word() for word in WORDS.values()].index
    )
    assert capital("алгылыктуу") == "Алгылыктуу"
