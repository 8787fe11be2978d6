"""The drafts of a body, a new one, and the way of a package out of the house, through the pages."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from makul.cases.models import Case
from makul.drafts.actions.preparing import DraftInput, begin_draft
from makul.drafts.actions.submitting import return_package
from makul.drafts.models import DraftAct
from tests.scene import LONG_AGO, Scene, browser, make_mandate, prepared

pytestmark = pytest.mark.django_db
NEW = {"title_ky": "Суу жөнүндө", "act_kind": "law", "track": "ordinary", "once": "a" * 20}


@pytest.fixture
def drafter(scene: Scene) -> Client:
    return browser(scene.drafter(scene.ministry))


@pytest.fixture
def signatory(scene: Scene) -> Client:
    return browser(scene.signatory(scene.ministry))


def test_an_empty_list_teaches_and_a_full_one_tells_states(
    scene: Scene, drafter: Client, at: datetime, django_assert_max_num_queries: Any
) -> None:
    url = reverse("draft_list")
    assert "has prepared no draft here yet" in drafter.get(url).content.decode()
    for n in range(12):
        content = DraftInput(act_kind="law", title_ky=f"Мыйзам {n}")
        begin_draft(content=content, actor=scene.drafter(scene.ministry), now=at)
    with django_assert_max_num_queries(8):
        page = drafter.get(url).content.decode()
    assert page.count("being prepared") == 12


def test_a_draft_is_begun_once_and_keeps_what_was_typed(drafter: Client) -> None:
    url = reverse("draft_new")
    wrong = drafter.post(url, {**NEW, "track": "short"})
    assert wrong.status_code == 422
    assert "Суу жөнүндө" in wrong.content.decode()
    assert "The short track needs its reason" in wrong.content.decode()
    assert [drafter.post(url, NEW).status_code for _ in range(2)] == [303, 303]
    made = DraftAct.objects.get()
    assert (made.title_ky, made.prepared_by.may_sign) == ("Суу жөнүндө", False)


def test_who_is_no_norm_maker_or_has_no_mandate_is_told_so(scene: Scene, client: Client) -> None:
    ended = make_mandate(scene.ministry, signs=True, from_on=LONG_AGO, to_on=LONG_AGO)
    for mandate in (scene.signatory(scene.union), scene.signatory(scene.bodies[0]), ended):
        found = browser(mandate)
        assert found.get(reverse("draft_list")).status_code == 403
        assert found.post(reverse("draft_new"), NEW).status_code == 403
    assert client.get(reverse("draft_list")).status_code in {302, 403}
    assert not DraftAct.objects.exists()


def test_a_package_is_seen_by_its_own_body_only(
    scene: Scene, draft: DraftAct, drafter: Client
) -> None:
    url = reverse("draft", args=[draft.pk])
    page = drafter.get(url).content.decode()
    assert "Nothing is missing" in page
    assert reverse("draft_part", args=[draft.pk, "costs"]) in page
    assert browser(scene.signatory(scene.union)).get(url).status_code == 403
    assert drafter.get(reverse("draft", args=[10_000])).status_code == 404


def test_a_drafter_sends_it_to_the_signatory_who_submits_it(
    draft: DraftAct, drafter: Client, signatory: Client
) -> None:
    url, package = reverse("draft_submit", args=[draft.pk]), reverse("draft", args=[draft.pk])
    assert "Send to the signatory" in drafter.get(url).content.decode()
    assert drafter.post(url, {"sure": "on"}).status_code == 303
    draft.refresh_from_db()
    assert (draft.case, bool(draft.ready_at)) == (None, True)
    assert "waits for the signature" in signatory.get(package).content.decode()
    assert signatory.post(url, {}).status_code == 422
    sent = {"sure": "on", "once": "b" * 20}
    first = signatory.post(url, sent)
    case = Case.objects.get()
    assert (first.status_code, first["Location"]) == (303, reverse("case_work", args=[case.number]))
    assert signatory.post(url, sent).status_code == 422
    assert Case.objects.count() == 1
    assert case.number in drafter.get(package).content.decode()


def test_a_package_that_is_not_whole_names_what_is_missing(
    draft: DraftAct, signatory: Client
) -> None:
    draft.costs.all().delete()
    url = reverse("draft_submit", args=[draft.pk])
    shown, sent = signatory.get(url), signatory.post(url, {"sure": "on"})
    assert (shown.status_code, sent.status_code) == (200, 422)
    assert "Cost sheet by kind of body" in shown.content.decode()
    assert not Case.objects.exists()


def test_a_returned_package_is_mended_as_a_new_draft(
    scene: Scene, case: Case, drafter: Client, at: datetime
) -> None:
    again = reverse("draft_again", args=[case.draftact.pk])
    assert drafter.post(again, {}).status_code == 422
    desk, later = scene.drafter(scene.desk), at + timedelta(hours=1)
    return_package(draft=case.draftact, defects="Нет сумм", language="ru", actor=desk, now=later)
    package = drafter.get(reverse("draft", args=[case.draftact.pk])).content.decode()
    assert "Нет сумм" in package
    assert again in package
    assert drafter.get(again).status_code == 200
    assert drafter.post(again, {}).status_code == 303
    made = DraftAct.objects.get(previous=case)
    assert "Нет сумм" in drafter.get(reverse("draft", args=[made.pk])).content.decode()


def test_nothing_is_changed_after_the_submission(scene: Scene, case: Case, drafter: Client) -> None:
    url = reverse("draft_part", args=[case.draftact.pk, "summary"])
    assert drafter.get(url).status_code == 422
    assert case.number in drafter.post(url, {"summary_ru": "Иначе"}).content.decode()


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_pages_speak_three_languages(scene: Scene, at: datetime, language: str) -> None:
    found = browser(scene.signatory(scene.ministry), language=language)
    draft = prepared(scene, at=at)
    for name in ("draft", "draft_submit"):
        assert found.get(reverse(name, args=[draft.pk])).status_code == 200
