"""What all work pages share: who gets in, what a form sent twice does, what a refusal looks like."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from makul.cases.models import Case
from makul.cases.views.work.statement_table import STATEMENTS
from makul.cases.views.work.steps import TOOLS
from makul.parties.access import RIGHTS
from tests.scene import Scene, browser, make_mandate

pytestmark = pytest.mark.django_db


def test_without_signing_in_nothing_is_shown(case: Case) -> None:
    assert Client().get(reverse("case_work", args=[case.number])).status_code == 403
    assert Client().get(reverse("today")).status_code == 403


def test_an_ended_mandate_opens_nothing(scene: Scene, case: Case) -> None:
    ended = make_mandate(scene.desk, signs=True, to_on=timezone.localdate() - timedelta(days=1))
    assert browser(ended).get(reverse("case_work", args=[case.number])).status_code == 403


def test_a_case_that_is_not_there_is_not_found(scene: Scene) -> None:
    page = browser(scene.signatory(scene.desk)).get(reverse("case_work", args=["2020-0001"]))
    assert page.status_code == 404


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_tool_opens_for_its_role_and_for_no_other(
    scene: Scene, answered: Case, language: str
) -> None:
    who = {
        "initiator": scene.ministry,
        "association": scene.union,
        "lsg": scene.bodies[0],
        "facilitator": scene.desk,
        "decider": scene.committee,
        "appeal_body": scene.panel,
    }
    for role, party in who.items():
        client = browser(scene.signatory(party), language=language)
        for tool in TOOLS:
            page = client.get(reverse(tool.name, args=[answered.number]))
            is_open = role in (tool.roles or RIGHTS[tool.right].roles)
            assert page.status_code in ({200, 303} if is_open else {403, 303}), tool.name


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_statement_opens_for_its_role(scene: Scene, case: Case, language: str) -> None:
    who = {
        "initiator": scene.ministry,
        "association": scene.union,
        "lsg": scene.bodies[0],
        "facilitator": scene.desk,
        "decider": scene.committee,
        "appeal_body": scene.panel,
    }
    for role, party in who.items():
        client = browser(scene.signatory(party), language=language)
        for step, page in STATEMENTS.items():
            is_open = role in (page.roles or RIGHTS[page.right].roles)
            found = client.get(reverse("statement", args=[case.number, step])).status_code
            assert found == (200 if is_open else 403), (role, step)


def test_the_same_form_sent_twice_counts_once(scene: Scene, case: Case) -> None:
    client = browser(scene.signatory(scene.union))
    url = reverse("statement", args=[case.number, "complained"])
    [token] = re.findall(r'name="once" value="([^"]+)"', client.get(url).content.decode())
    data = {"once": token, "text": "Кабарланган жок", "language": "ky", "is_sure": "on"}
    codes = [client.post(url, data).status_code for _time in (1, 2)]
    assert (codes, case.statements.count()) == ([303, 303], 1)
