"""Each row beside the draft, what was asked, what was promised and the adopted text."""

from __future__ import annotations

import pytest

from makul.cases.queries.comparing import compared_rows, in_language
from tests.scene import answer, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db


def test_rows_are_compared_in_the_language_of_the_adopted_text() -> None:
    scene = build_scene(bodies=1)
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark(wording="Инспектор жок"))
    answer(scene, case, "accepted")
    [one] = compared_rows(case, language="ky")
    assert (one.asked, one.adopted, one.outcome.suggestion) == ("Инспектор жок", "", "removed")
    assert one.drafted.startswith("1. Ар бир айыл аймагында")
    assert in_language(one.shown.row, "wording", "ru") == ""
