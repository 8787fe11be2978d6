"""The page of a case for each role: what is asked now, what was done, what was skipped."""

from __future__ import annotations

import pytest
from django.urls import reverse

from makul.cases.models import Case
from makul.parties.models import Party
from tests.scene import Scene, browser

pytestmark = pytest.mark.django_db


def page(scene: Scene, party: Party, case: Case, language: str = "en") -> dict[str, object]:
    client = browser(scene.signatory(party), language=language)
    return client.get(reverse("case_work", args=[case.number])).context


def test_what_is_owed_comes_first_with_its_term(scene: Scene, spoken: Case) -> None:
    [first, *others] = page(scene, scene.union, spoken)["now"]
    assert (first["step"], first["is_owed"]) == ("association_position", True)
    assert first["last_day"] > page(scene, scene.union, spoken)["today"]
    assert not any(one["is_owed"] for one in others)


def test_what_was_done_names_who_and_to_whom(scene: Scene, case: Case) -> None:
    rows = page(scene, scene.desk, case)["done"]
    [told] = [one for one in rows if one["to"]]
    assert (told["count"], told["who"]) == (len(scene.bodies) + 1, scene.desk.name("en"))


def test_no_breach_while_all_is_in_time(scene: Scene, case: Case) -> None:
    shown = page(scene, scene.ministry, case)
    assert (shown["breaches"], shown["recorded"]) == ([], [])


def test_a_step_out_of_turn_is_offered_apart(scene: Scene, case: Case) -> None:
    urls = [one["url"] for one in page(scene, scene.ministry, case)["beside"]]
    assert reverse("statement", args=[case.number, "appealed"]) in urls
    assert reverse("statement", args=[case.number, "withdrawn"]) not in urls


def test_a_right_explains_no_duty(scene: Scene, spoken: Case) -> None:
    """The opinion is owed: the right to file one unasked says nothing there."""
    opinion = page(scene, scene.union, spoken)["now"][0]
    assert not {"order_text", "right_text"} & set(opinion)


def test_a_right_is_called_one(scene: Scene, spoken: Case) -> None:
    now = page(scene, scene.ministry, spoken)["now"]
    [change] = [one["right_text"] for one in now if one["step"] == "revised"]
    assert change == "The initiator may change or withdraw the draft at any stage before adoption."
