"""The initiator is told of a gap once, and once more after the day it named."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from makul.cases.models import Case
from makul.drafts.actions.submitting import submit_draft
from makul.journal.models import Entry
from makul.notices.models import Notice
from makul.portal.languages.actions import tell_gap, tell_gaps, to_tell
from makul.portal.languages.letters import language_letter
from makul.portal.languages.reading import standing_of
from makul.web.worker import tick
from tests.portal.languages.test_reading import LATER, RU_2, add
from tests.scene import DRAFT_KY, DRAFT_RU, Scene, build_scene, notified, prepared

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def scene() -> Scene:
    return build_scene()


@pytest.fixture
def case(scene: Scene) -> Case:
    return notified(scene)


def entries(case: Case) -> list[tuple[str, str]]:
    found = Entry.objects.filter(subject=case.subject, action__startswith="language_")
    return list(found.order_by("number").values_list("action", "value"))


def test_where_nothing_lacks_nobody_is_told(case: Case) -> None:
    assert tell_gaps(LATER) == 0
    assert entries(case) == []


def test_a_gap_is_told_once(case: Case, scene: Scene) -> None:
    add(case, 2, ru=RU_2)
    assert [tell_gaps(LATER), tell_gaps(LATER + DAY)] == [1, 0]
    assert entries(case) == [("language_missing", "ky-2")]
    letter = Notice.objects.get(kind="language_told")
    assert letter.party == scene.ministry
    assert letter.path == f"/cases/{case.number}/languages/"
    assert letter.path in letter.body


def test_it_is_told_again_after_the_day_named(case: Case) -> None:
    add(case, 2, ru=RU_2)
    case.draftact.missing_language_by = timezone.localdate(LATER) + 5 * DAY
    case.draftact.save()
    told = [tell_gaps(LATER + n * DAY) for n in (0, 5, 6, 7)]
    assert told == [1, 0, 1, 0]
    assert entries(case) == [("language_missing", "ky-2"), ("language_overdue", "ky-2")]
    assert Notice.objects.filter(kind="language_told").count() == 2


def test_a_new_version_with_a_new_gap_is_told_anew(case: Case) -> None:
    add(case, 2, ru=RU_2)
    tell_gaps(LATER)
    add(case, 3, ru=DRAFT_RU + "\nСтатья 5. Отмена\nОтменить.\n", ky=DRAFT_KY)
    assert tell_gaps(LATER) == 1
    assert entries(case)[-1] == ("language_missing", "articles-3")


def test_numbers_that_differ_are_shown_and_not_told(case: Case) -> None:
    add(case, 2, ru=DRAFT_RU.replace("2027", "2028"), ky=DRAFT_KY.replace("2027", "2028 же 2029"))
    assert to_tell(standing_of(case), LATER) == []


def test_a_closed_case_is_let_be(case: Case) -> None:
    add(case, 2, ru=RU_2)
    Case.objects.filter(pk=case.pk).update(is_closed=True)
    assert tell_gaps(LATER) == 0


def test_a_case_without_an_initiator_has_nobody_to_tell(case: Case) -> None:
    add(case, 2, ru=RU_2)
    case.participations.filter(role="initiator").delete()
    found = standing_of(case)
    assert tell_gap(found=found, action="language_missing", value="ky-2", now=LATER) == 0


@pytest.mark.parametrize(("language", "words"), [("ky", "2-"), ("ru", "2")])
def test_the_letter_is_in_the_language_of_the_paperwork(
    case: Case, scene: Scene, language: str, words: str
) -> None:
    add(case, 2, ru=RU_2)
    scene.ministry.language = language
    letter = language_letter(standing_of(case), scene.ministry, is_overdue=False)
    assert letter.language == language
    assert case.number in letter.title
    assert words in letter.body
    assert letter.body.startswith(("DEMONSTRATION", "КӨРСӨТМӨ", "ДЕМОНСТРАЦИЯ"))


def test_a_round_of_the_worker_tells(case: Case) -> None:
    add(case, 2, ru=RU_2)
    assert tick(LATER)["languages"] == 1
    assert tick(LATER + DAY)["languages"] == 0


def test_what_the_initiator_declared_goes_with_the_package(scene: Scene) -> None:
    draft = prepared(scene)
    draft.authentic_language = "ky"
    draft.save()
    actor = scene.signatory(scene.ministry)
    case = submit_draft(draft=draft, deciders=[scene.committee], actor=actor, now=LATER)
    assert case.authentic_language == "ky"
    entry = Entry.objects.get(subject=case.subject, action="submitted")
    assert entry.data["authentic_language"] == "ky"
