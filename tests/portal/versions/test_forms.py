"""Versions are offered by number, day and the language they lack; another version is refused."""

from __future__ import annotations

import pytest
from django.utils import translation

from makul.cases.models import Case
from makul.portal.versions.forms import EditionsForm, edition_words
from makul.portal.versions.reading import editions_of
from tests.portal.versions.test_reading import RU_2, revise
from tests.scene import build_scene, notified

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    case = notified(build_scene())
    revise(case, 2, ru=RU_2)
    return case


def test_a_version_in_one_language_says_so(case: Case) -> None:
    with translation.override("en"):
        whole, half = (edition_words(one) for one in editions_of(case))
    assert whole.startswith("Version 1, ")
    assert "only" not in whole
    assert half.startswith("Version 2, ")
    assert half.endswith("in Russian only")


def test_only_the_versions_of_the_case_can_be_chosen(case: Case) -> None:
    editions = editions_of(case)
    assert EditionsForm({"old": "draft-1", "new": "draft-2"}, editions=editions).is_valid()
    wrong = EditionsForm({"old": "draft-1", "new": "draft-9"}, editions=editions)
    assert list(wrong.errors) == ["new"]
