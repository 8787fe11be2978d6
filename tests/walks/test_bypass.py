"""An act adopted past everybody is recorded by the association, and the public page lists the breaches."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils.translation import override

from makul.cases.models import Case
from makul.cases.views.work.words import step_name
from tests.walks import lighting
from tests.walks.clock import Clock
from tests.walks.conftest import Office
from tests.walks.walk import Walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SKIPPED = {"submitted", "accepted", "screened", "notified", "replied", "protocol", "forwarded"}


def open_case(walk: Walk) -> None:
    """Nobody submitted the draft: the association opens the case from its page of today."""
    union = walk.at(walk.scene.union, signs=True)
    union.go("today")
    union.follow("Open a case on your own motion")
    union.choose("Kind of act", "law")
    union.fill("Title in Kyrgyz", lighting.TITLE["ky"])
    union.fill("Title in Russian", lighting.TITLE["ru"])
    union.select("Whose draft it is", walk.scene.ministry.name(walk.language))
    union.tick(walk.scene.committee.name(walk.language))
    union.look("own-motion")
    union.press("Open the case")
    walk.number = Case.objects.get().number


def record_adoption(walk: Walk) -> None:
    union = walk.at(walk.scene.union, signs=True)
    union.follow("Record the adoption")
    assert union.word("The conciliation is not finished") in union.text()
    union.fill("Adopted on", walk.now())
    union.tick("I have checked it; it goes on record as it stands here")
    union.look("adoption-past-all")
    union.press("Record the adoption")


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_bypass(language: str, office: Office, tmp_path: Path, clock: Clock) -> None:
    walk = Walk.begin(language, office, tmp_path, clock)
    open_case(walk)
    walk.later(days=1)
    record_adoption(walk)
    reader = walk.office(None, language=language)
    reader.go("case", walk.number)
    reader.look("bypassed")
    listed = reader.page.get_by_role("region", name=reader.word("What was not kept"))
    told = listed.inner_text()
    with override(language):
        missed = {step for step in SKIPPED if step_name(step) in told}
    assert missed, told
    assert reader.word("Skipped") in told
    reader.go("case_list")
    reader.look("case-list")
    assert lighting.TITLE[language] in reader.text()
    assert Case.objects.get().breach_count > 0
