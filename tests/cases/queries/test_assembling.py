"""The opinion assembled from the rows: a stance from the counts, words with the bodies behind them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.rows import place_rest
from makul.cases.queries.assembling import assembled, proposed_stance
from tests.scene import START, build_scene, file, notified, remark

SAID = {"agreed": 1, "agreed_with_remarks": 1, "not_agreed": 2, "silent": 9}


@pytest.mark.parametrize(
    ("stances", "objections", "rows", "stance"),
    [
        (SAID, 1, 3, "not_agreed"),
        (SAID, 0, 3, "agreed_with_remarks"),
        ({**SAID, "agreed": 2}, 1, 3, "agreed_with_remarks"),
        ({"agreed": 4}, 0, 0, "agreed"),
        ({}, 0, 0, "agreed"),
    ],
)
def test_the_stance_is_proposed_from_the_counts(
    stances: dict[str, int], objections: int, rows: int, stance: str
) -> None:
    assert proposed_stance(stances, objections=objections, rows=rows) == stance


@pytest.mark.django_db
def test_the_words_name_places_bodies_and_sums() -> None:
    scene = build_scene(bodies=2)
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    place_rest(case=case, actor=scene.drafter(scene.union), now=START + timedelta(days=3))
    found = assembled(case, {"not_agreed": 1, "silent": 1}, language="ru")
    assert found.stance == "not_agreed"
    assert "не согласовано — 1" in found.text
    assert "Статья 3, часть 1" in found.text
    assert "400" in found.text.splitlines()[-1]
