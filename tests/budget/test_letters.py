"""The letters of a special protocol: what is asked, by which day, in the reader's language."""

from __future__ import annotations

import pytest

from makul.budget.letters import ASKED, OPENINGS, STEPS, last_day_for, special_letter
from makul.notices.models import Notice
from tests.budget import special_scene as made
from tests.budget.special_scene import DAY, OPENED

pytestmark = pytest.mark.django_db


def test_each_letter_says_what_happened_what_is_asked_and_of_which_step() -> None:
    assert set(OPENINGS) == set(ASKED) == set(STEPS)


@pytest.mark.parametrize(
    ("language", "asked"), [("ky", "Пункттарыңызды"), ("ru", "Внесите свои пункты")]
)
def test_the_opening_names_the_last_day(language: str, asked: str) -> None:
    scene = made.build()
    type(scene.union).objects.update(language=language)
    scene.union.refresh_from_db()
    made.opened(scene)
    letter = special_letter(scene.own, scene.union, kind="special_opened", now=OPENED)
    day = last_day_for(scene.own, scene.union, "items_tabled", now=OPENED)
    assert day and day.isoformat() == "2026-10-06"
    assert asked in letter.body and "2026" in letter.body
    assert letter.path.endswith("/work/")


def test_each_is_told_once_of_each_step() -> None:
    scene = made.build()
    made.whole(scene)
    told = sorted(Notice.objects.values_list("kind", "party__key"))
    both = ("sp-finance", "sp-union")
    assert told == sorted(
        [
            *(
                (kind, one)
                for kind in ("special_opened", "special_sat", "special_adopted")
                for one in both
            ),
            *(("special_tabled", one) for one in both),
            *(("special_to_sign", one) for one in (*both, "sp-committee")),
        ]
    )
    assert DAY
