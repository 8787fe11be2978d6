"""The facilitator's desk checks a package once and finds, kind by kind, what a draft touches."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from makul.cases.models import Case
from makul.drafts.models import Screening
from makul.law.forms import values
from tests.scene import Scene, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(scene: Scene) -> Client:
    return browser(scene.drafter(scene.desk))


def card(value: str = "affects", **more: str) -> dict[str, str]:
    """A card filled in: a duty was found, and nothing else."""
    found = {f"found_{kind}": "yes" if kind == "duty" else "no" for kind in values("interest")}
    said = {"value": value, "reason_ru": "Новая обязанность", "circle": "all"}
    return {**found, **said, **more}


@pytest.mark.parametrize("page", ["package_check", "screen"])
def test_only_the_facilitator_may_act(scene: Scene, case: Case, page: str) -> None:
    url = reverse(page, args=[case.number])
    assert browser(scene.drafter(scene.desk)).get(url).status_code == 200
    assert browser(scene.signatory(scene.ministry)).post(url, {}).status_code == 403


def test_a_package_is_accepted_once(case: Case, desk: Client) -> None:
    url = reverse("package_check", args=[case.number])
    said = {"result": "accepted", "language": "ky"}
    assert [desk.post(url, said).status_code, desk.post(url, said).status_code] == [303, 422]


def test_a_package_is_returned_only_with_its_defects_named(case: Case, desk: Client) -> None:
    url = reverse("package_check", args=[case.number])
    said = {"result": "returned", "language": "ru", "defects": ""}
    assert desk.post(url, said).status_code == 422
    assert desk.post(url, {**said, "defects": "Нет текста на кыргызском"}).status_code == 303
    case.refresh_from_db()
    assert (case.is_closed, case.outcome) == (True, "returned")


def test_the_card_is_kept_as_the_person_filled_it_in(case: Case, desk: Client) -> None:
    answer = desk.post(reverse("screen", args=[case.number]), card())
    screening = Screening.objects.get(draft__case=case)
    assert (answer.status_code, screening.value) == (303, "affects")
    assert screening.findings.get(kind="duty").found == "yes"


@pytest.mark.parametrize(
    "wrong",
    [
        card(reason_ru=""),
        card("not_affecting"),
        card("exempt", found_duty="no"),
        card(found_duty="perhaps"),
    ],
    ids=["no reasons", "contradicts itself", "exempt without a ground", "unknown word"],
)
def test_a_card_that_cannot_stand_comes_back_with_what_was_typed(
    case: Case, desk: Client, wrong: dict[str, str]
) -> None:
    page = desk.post(reverse("screen", args=[case.number]), wrong)
    assert (page.status_code, Screening.objects.count()) == (422, 0)
