"""How the languages of a draft stand: what lacks, since when, what does not go together."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.cases.models import Case
from makul.documents.models import Document, Version
from makul.documents.storing import File, store_versions
from makul.portal.languages.reading import findings_of, standing_of, standings_of
from tests.scene import DRAFT_KY, DRAFT_RU, START, build_scene, notified, submitted

pytestmark = pytest.mark.django_db
LATER = START + timedelta(days=10)
RU_2 = DRAFT_RU.replace("каждый квартал", "каждый месяц")


@pytest.fixture
def case() -> Case:
    return notified(build_scene())


def add(case: Case, number: int, **texts: str) -> None:
    document = Document.objects.get(subject=case.subject, kind="draft")
    files = [File(code, f"{code}.txt", text.encode()) for code, text in texts.items()]
    store_versions(document, files=files, number=number, now=LATER)


def test_both_texts_that_go_together_lack_nothing(case: Case) -> None:
    found = standing_of(case)
    assert (found.number, found.lacks, found.whole is not None) == (1, [], True)
    findings = findings_of(found)
    assert findings.parity and findings.parity.both == 4
    assert findings.gaps == ()


def test_a_version_in_one_language_leaves_the_other_behind(case: Case) -> None:
    add(case, 2, ru=RU_2)
    (lack,) = standing_of(case).lacks
    assert (lack.language, lack.number, lack.since) == ("ky", 2, LATER)
    assert lack.last and lack.last.number == 1
    (gap,) = findings_of(standing_of(case)).gaps
    assert (gap.eid, gap.kind, gap.lacks) == ("art_2", "changed", "ky")


def test_a_text_that_never_was_is_missing_since_the_first_version(case: Case) -> None:
    Version.objects.filter(document__subject=case.subject, language="ky").first().provisions.all().delete()  # fmt: skip
    Version.objects.filter(
        document__subject=case.subject, document__kind="draft", language="ky"
    ).delete()
    (lack,) = standing_of(case).lacks
    assert (lack.language, lack.since, lack.last) == ("ky", START, None)
    assert findings_of(standing_of(case)).gaps == ()


def test_a_change_in_one_language_of_a_new_version_is_found(case: Case) -> None:
    add(case, 2, ru=RU_2, ky=DRAFT_KY)
    (gap,) = findings_of(standing_of(case)).gaps
    assert (gap.eid, gap.kind, gap.lacks) == ("art_2", "changed", "ky")


def test_what_lacks_in_one_article_is_found(case: Case) -> None:
    add(case, 2, ru=DRAFT_RU + "\nСтатья 5. Отмена\nОтменить.\n", ky=DRAFT_KY)
    kinds = [(gap.eid, gap.kind, gap.lacks) for gap in findings_of(standing_of(case)).gaps]
    assert ("art_5", "missing", "ky") in kinds


def test_the_day_that_was_named_passes(case: Case) -> None:
    add(case, 2, ru=RU_2)
    case.draftact.missing_language_by = date(2026, 10, 1)
    case.draftact.save()
    found = standing_of(case)
    assert not found.is_overdue(date(2026, 10, 1))
    assert found.is_overdue(date(2026, 10, 2))


def test_the_authentic_language_is_the_declared_one_else_the_first_handed_in(case: Case) -> None:
    assert (standing_of(case).authentic, standing_of(case).is_declared) == ("", False)
    Version.objects.filter(document__subject=case.subject, language="ky").update(created_at=LATER)
    assert (standing_of(case).authentic, standing_of(case).is_declared) == ("ru", False)
    case.authentic_language = "ky"
    assert (standing_of(case).authentic, standing_of(case).is_declared) == ("ky", True)


def test_many_cases_take_two_queries() -> None:
    scene = build_scene()
    for _n in range(3):
        submitted(scene)
    with CaptureQueriesContext(connection) as found:
        assert len(standings_of(Case.objects.all())) == 3
    assert len(found) == 3  # the cases themselves, their texts, the days named
