"""The draft as remarks see it: its text by provision, what is missing told and never filled in."""

from __future__ import annotations

import pytest

from makul.cases.models import Case
from makul.cases.queries.provisions import draft_text
from makul.documents.models import Provision, Version
from tests.scene import Scene, build_scene, submitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def case(scene: Scene) -> Case:
    return submitted(scene)


def test_a_provision_is_read_with_what_stands_below_it(case: Case) -> None:
    text = draft_text(case, "ru")
    assert text.text("art_3").splitlines() == [
        "Статья 3. Ответственный за освещение",
        "1. В каждом айылном аймаке назначается инспектор по освещению.",
        "2. Оплата труда инспектора производится за счёт местного бюджета.",
    ]
    assert text.text("art_3__part_2").startswith("2. Оплата")
    assert text.text("art_99") == ""


def test_choices_are_grouped_by_article_in_the_language_of_the_page(case: Case) -> None:
    groups = dict(draft_text(case, "ky").choices(words="ky", whole="Бүт долбоор"))
    assert groups["Бүт долбоор"] == [("-", "Бүт долбоор")]
    [article, part, *_rest] = groups["3-берене. Жарык үчүн жооптуу адам"]
    assert (article[0], part[0]) == ("art_3", "art_3__part_1")
    assert part[1] == "3-берене, 1-бөлүк — Ар бир айыл аймагында жарык боюнча инспектор дайындалат."


def test_a_missing_language_is_said_to_be_another(case: Case) -> None:
    versions = Version.objects.filter(document__subject=case.subject, language="ky")
    Provision.objects.filter(version__in=versions).delete()
    versions.delete()
    assert (draft_text(case, "ky").language, draft_text(case, "en").language) == ("ru", "ru")


def test_without_a_text_there_is_the_whole_draft_alone(case: Case) -> None:
    text = draft_text(case, "ky", kind="adopted")
    assert (text.provisions, text.version) == ((), None)
    assert text.choices(words="ky", whole="Бүт") == [("Бүт", [("-", "Бүт")])]
