"""The text of a draft with the marks beside it."""

import pytest

from makul.cases.queries.text import (
    Mark,
    articles_of,
    as_provision,
    edition_shown,
    marks_of,
    whole_draft,
)
from tests.scene import answer, build_scene, file, notified, remark, submitted

pytestmark = pytest.mark.django_db


def test_articles_in_their_order_in_both_languages(django_assert_num_queries) -> None:
    case = submitted(build_scene(bodies=1))
    edition = edition_shown(case)
    with django_assert_num_queries(3):
        articles = articles_of(case, edition)
    assert [one.eid for one in articles if one.eid.startswith("art")] == [
        f"art_{n}" for n in range(1, 5)
    ]
    third = next(one for one in articles if one.eid == "art_3")
    assert [piece[0] for piece in third.pieces["ru"]] == [piece[0] for piece in third.pieces["ky"]]
    assert as_provision(third.pieces["ru"][0]).heading == "Ответственный за освещение"


def test_marks_count_what_was_filed_and_what_is_open() -> None:
    scene = build_scene(bodies=2)
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark(), remark("", kind="proposal"))
    file(scene, case, scene.bodies[1], "not_agreed", remark())
    answer(scene, case)
    marks = marks_of(case)
    assert marks == {"": Mark(0, 1, 0), "art_3__part_1": Mark(2, 0, 2)}
    assert whole_draft(marks.items()) == Mark(0, 1, 0)
    articles = {one.eid: one for one in articles_of(case, edition_shown(case))}
    assert articles["art_3"].is_unsettled and not articles["art_2"].marks


def test_no_such_version() -> None:
    case = submitted(build_scene(bodies=1))
    assert edition_shown(case, 2) is None
    assert edition_shown(case, 1).number == 1
