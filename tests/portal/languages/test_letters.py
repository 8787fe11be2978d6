"""The letter to an initiator whose draft lacks a language says which, since when, and where to look."""

from __future__ import annotations

import pytest

from makul.cases.models import Case
from makul.parties.models import Party
from makul.portal.languages.letters import language_letter
from makul.portal.languages.reading import standing_of
from tests.portal.languages.test_reading import RU_2, add
from tests.scene import Scene, build_scene, notified

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene()


@pytest.fixture
def case(scene: Scene) -> Case:
    return notified(scene)


def letter(case: Case, party: Party, language: str, *, is_overdue: bool = False):
    party.language = language
    return language_letter(standing_of(case), party, is_overdue=is_overdue)


@pytest.mark.parametrize(
    ("language", "said"), [("ky", "кыргызча"), ("ru", "кыргызск"), ("en", "Kyrgyz")]
)
def test_it_says_which_text_lacks_in_the_language_of_the_paperwork(
    scene: Scene, case: Case, language: str, said: str
) -> None:
    add(case, 2, ru=RU_2)
    told = letter(case, scene.ministry, language)
    assert said.casefold() in told.body.casefold()
    assert told.path == f"/cases/{case.number}/languages/"
    assert told.path in told.body
    assert case.number in told.title


def test_a_day_that_has_passed_changes_the_subject(scene: Scene, case: Case) -> None:
    add(case, 2, ru=RU_2)
    first = letter(case, scene.ministry, "en")
    again = letter(case, scene.ministry, "en", is_overdue=True)
    assert again.title != first.title
    assert "has passed" in again.title


def test_two_texts_that_do_not_go_together_are_told_so(scene: Scene, case: Case) -> None:
    told = letter(case, scene.ministry, "en")
    assert "stands in one of them only" in told.body
