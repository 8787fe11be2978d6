"""What the initiator says of its draft is read in the language of the page, else in the other."""

from __future__ import annotations

from typing import Any

import pytest

from makul.cases.actions.opening import Opening, open_case
from makul.cases.models import Case
from makul.cases.queries.package import Said, package_said
from makul.drafts.models import DraftAct, NoteHeading
from makul.law.forms import form
from tests.scene import START, build_scene, submitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    case = submitted(build_scene(bodies=1))
    given = {"summary_ky": "Кыскача", "summary_ru": "Кратко", "questions_ky": ""}
    DraftAct.objects.filter(case=case).update(questions_ru="Сколько светильников?", **given)
    return Case.objects.get(pk=case.pk)


@pytest.mark.parametrize(
    ("language", "summary"),
    [("ky", Said("Кыскача", "ky")), ("ru", Said("Кратко", "ru")), ("en", Said("Кыскача", "ky"))],
)
def test_the_language_of_the_page_comes_first(case: Case, language: str, summary: Said) -> None:
    found = package_said(case, language=language)
    assert found is not None
    assert (found.summary, found.note) == (summary, [])
    assert found.questions == Said("Сколько светильников?", "ru")


def test_the_note_has_the_headings_of_the_form_and_leaves_out_the_empty(case: Case) -> None:
    NoteHeading.objects.filter(number=2).update(text_ky=" ", text_ru="")
    NoteHeading.objects.filter(number=3).update(text_ky="", text_ru="Прогноз")
    found = package_said(case, language="ky", with_note=True)
    assert found is not None
    assert [one.number for one in found.note] == [1, 3, 4, 5, 6, 7, 8]
    assert found.note[1].title == form("F3").line("heading.3", "ky")
    assert found.note[1].said == Said("Прогноз", "ru")


def test_it_takes_two_queries(case: Case, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(2):
        package_said(case, language="ru", with_note=True)


def test_a_case_on_own_motion_has_no_package() -> None:
    scene = build_scene(bodies=1)
    roles = {"initiator": [scene.ministry], "association": [scene.union], "lsg": scene.bodies}
    case = open_case(
        opening=Opening("law", "ordinary", "Жарык", "Свет", roles),
        actor=scene.signatory(scene.union),
        now=START,
        step="opened",
        right="open",
    )
    assert package_said(case, language="ky", with_note=True) is None
