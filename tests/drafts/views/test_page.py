"""A package is open to its own body, until it is submitted; the desk's pages need a package."""

from __future__ import annotations

import pytest
from django.urls import reverse

from makul.cases.models import Case
from makul.core.errors import BadInput
from makul.drafts.models import DraftAct
from makul.drafts.views.page import package_in
from tests.scene import Scene, browser

pytestmark = pytest.mark.django_db


def test_another_body_is_refused_and_an_unknown_package_is_not_there(
    scene: Scene, draft: DraftAct
) -> None:
    own, other = browser(scene.drafter(scene.ministry)), browser(scene.drafter(scene.union))
    assert own.get(reverse("draft", args=[draft.pk])).status_code == 200
    assert other.get(reverse("draft", args=[draft.pk])).status_code == 403
    assert own.get(reverse("draft", args=[draft.pk + 99])).status_code == 404


def test_after_submission_nothing_is_changed(scene: Scene, case: Case) -> None:
    url = reverse("draft_part", args=[case.draftact.pk, "description"])
    page = browser(scene.drafter(scene.ministry)).post(url, {"title_ru": "Иное"})
    assert page.status_code == 422


def test_a_case_without_a_package_says_so(case: Case) -> None:
    assert package_in(case) == case.draftact
    DraftAct.objects.update(case=None)
    with pytest.raises(BadInput, match="no_package"):
        package_in(Case.objects.get(pk=case.pk))
