"""The form to fill in: known by its mark, filled with the draft so far, with every place and its code."""

from __future__ import annotations

import pytest

from makul.cases.papers.answer_form import (
    EMPTY_ROWS,
    Filled,
    answer_form,
    shortened,
    signature_of,
    som,
)
from makul.cases.queries.provisions import draft_text
from makul.documents.paper import Para, Table, plain
from tests.scene import START, build_scene, draft, notified, remark

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_the_form_holds_what_is_known(language: str) -> None:
    scene = build_scene(bodies=1)
    case, body = notified(scene), scene.bodies[0]
    position = draft(scene, case, body, "not_agreed", remark(), remark("", kind="proposal"))
    text = draft_text(case, language)
    paper = answer_form(case, Filled(body, START.date(), position), text, language=language)
    stances, remarks, places = [one for one in paper.blocks if isinstance(one, Table)]
    marks = [plain(one.words) for one in paper.blocks if isinstance(one, Para)]
    assert any(words.endswith(signature_of(case, body)) for words in marks)
    assert [plain(row[0]) for row in stances.rows] == ["", "", "+", ""]
    assert len(remarks.rows) == 2 + EMPTY_ROWS
    assert str(remarks.rows[0][0]).endswith("[art_3__part_1]")
    assert [row[0] for row in places.rows] == [one.eid for one in text.sayable]


def test_a_long_provision_is_shown_by_its_beginning() -> None:
    assert (shortened("сөз " * 100)[-1], len(shortened("сөз " * 100))) == ("…", 160)
    assert shortened("кыска\n сап") == "кыска сап"


@pytest.mark.parametrize(("amount", "said"), [(None, ""), (0, "0"), (1_240_000, "1 240 000")])
def test_sums_are_written_in_groups(amount: int | None, said: str) -> None:
    assert som(amount) == said
