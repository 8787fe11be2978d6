"""The letters of an expertise say what is asked, in the language of their reader."""

from __future__ import annotations

import pytest

from makul.expertise.letters import (
    answered_letter,
    appointed_letter,
    materials_letter,
    verdict_letter,
)
from tests.expertise.scene import TITLE_KY, TITLE_RU, declared, drafted

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "title", "verdict"),
    [("ky", TITLE_KY, "алгылыксыз"), ("ru", TITLE_RU, "неприемлем")],
)
def test_each_names_the_draft_and_leads_to_its_page(
    language: str, title: str, verdict: str
) -> None:
    told = declared(experts=1)
    party, number = told.scene.ministry, told.case.number
    party.language = language
    letters = [
        appointed_letter(told.expertise, party),
        materials_letter(told.expertise, party, text="Эсеп керек."),
        verdict_letter(told.expertise, party, drafted(told)),
        answered_letter(told.expertise, party, value="kept"),
    ]
    assert [title in one.body for one in letters] == [True] * 4
    assert [one.path for one in letters] == [
        f"/expertise/{number}/declare/",
        f"/expertise/{number}/materials-given/",
        f"/expertise/{number}/work/",
        f"/expertise/{number}/second/",
    ]
    assert "Эсеп керек." in letters[1].body
    assert verdict in letters[2].body
