"""Which versions of a case can be compared, and what became of each article in each language."""

from __future__ import annotations

import pytest

from makul.cases.actions.outcomes import record_adoption
from makul.cases.models import Case
from makul.documents.models import Document
from makul.documents.storing import File, store_versions
from makul.portal.versions.reading import asked, comparable, compared, editions_of
from tests.scene import DRAFT_KY, DRAFT_RU, START, TEXTS, Scene, build_scene, notified

pytestmark = pytest.mark.django_db
RU_2 = DRAFT_RU.replace("каждый квартал", "каждый месяц")
KY_2 = DRAFT_KY.replace("ар бир кварталда", "ай сайын")


@pytest.fixture
def scene() -> Scene:
    return build_scene()


@pytest.fixture
def case(scene: Scene) -> Case:
    return notified(scene)


def revise(case: Case, number: int, **texts: str) -> None:
    document = Document.objects.get(subject=case.subject, kind="draft")
    files = [File(code, f"{code}.txt", text.encode()) for code, text in texts.items()]
    store_versions(document, files=files, number=number, now=START)


def test_versions_stand_by_number_and_the_adopted_act_last(scene: Scene, case: Case) -> None:
    revise(case, 2, ru=RU_2)
    desk = scene.drafter(scene.desk)
    record_adoption(case=case, decider=scene.committee, files=list(TEXTS), actor=desk, now=START)
    found = editions_of(case)
    assert [(one.key, sorted(one.texts)) for one in found] == [
        ("draft-1", ["ky", "ru"]),
        ("draft-2", ["ru"]),
        ("adopted-1", ["ky", "ru"]),
    ]
    assert asked(found, {}) == {"old": "draft-2", "new": "adopted-1", "all": ""}
    assert asked(found, {"new": "draft-2"})["old"] == "adopted-1"
    assert comparable(found[0], found[1]) == ["ru"]
    assert comparable(found[0], found[2]) == ["ky", "ru"]


def test_one_article_in_both_languages(case: Case) -> None:
    revise(case, 2, ru=RU_2, ky=KY_2)
    found = {one.eid: one for one in compared(*editions_of(case))}
    assert found["art_2"].kind == "changed"
    assert {code: one.kind for code, one in found["art_2"].sides.items()} == {
        "ky": "changed",
        "ru": "changed",
    }
    assert found["art_2"].alone(["ky", "ru"]) == ""
    assert found["art_1"].is_same


def test_a_change_in_one_language_only_is_named(case: Case) -> None:
    revise(case, 2, ru=RU_2, ky=DRAFT_KY)
    found = {one.eid: one for one in compared(*editions_of(case))}
    assert found["art_2"].alone(["ky", "ru"]) == "ru"
    assert found["art_2"].alone(["ru"]) == ""


def test_a_renumbered_article_is_moved(case: Case) -> None:
    new = "Статья 1. Новая статья\nСовсем иные слова о чём-то.\n\n"
    start, _, rest = DRAFT_RU.partition("Статья 1.")
    for n in (4, 3, 2):
        rest = rest.replace(f"Статья {n}.", f"Статья {n + 1}.")
    revise(case, 2, ru=f"{start}{new}Статья 2.{rest}")
    kinds = {one.eid: (one.kind, one.old_eid) for one in compared(*editions_of(case))}
    assert kinds["art_1"] == ("added", "")
    assert kinds["art_4"] == ("moved", "art_3")


def test_a_line_of_the_head_that_only_moved_is_no_change(case: Case) -> None:
    revise(case, 2, ru="Проект\n\n" + DRAFT_RU)
    kinds = {one.eid: one.kind for one in compared(*editions_of(case))}
    assert "moved" not in kinds.values()
    assert [eid for eid, kind in kinds.items() if kind == "added"] != []
