"""Reads of packages: what lacks, what it costs, whether it changes other acts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from makul.cases.models import Case
from makul.documents.storing import File
from makul.drafts import queries
from makul.drafts.actions.preparing import DraftInput, begin_draft, put_paper
from makul.drafts.actions.submitting import return_package
from makul.drafts.models import CostLine, DraftAct
from tests.drafts.conftest import AMENDING
from tests.scene import DRAFT_KY, Scene, screened

pytestmark = pytest.mark.django_db


@pytest.fixture
def bare(scene: Scene, at: datetime) -> DraftAct:
    content = DraftInput(act_kind="law", title_ky="Суу жөнүндө")
    return begin_draft(content=content, actor=scene.drafter(scene.ministry), now=at)


def put(scene: Scene, draft: DraftAct, at: datetime, language: str, text: str) -> None:
    file = File(language, f"{language}.txt", text.encode())
    put_paper(draft=draft, kind="draft", files=[file], actor=scene.drafter(scene.ministry), now=at)


def test_a_whole_package_lacks_nothing_and_a_bare_one_everything(
    draft: DraftAct, bare: DraftAct
) -> None:
    assert queries.missing_papers(draft) == []
    assert queries.missing_papers(bare) == ["draft", "note", "costs", "summary"]


def test_one_language_is_enough_once_the_day_of_the_other_is_named(
    scene: Scene, bare: DraftAct, at: datetime
) -> None:
    put(scene, bare, at, "ky", DRAFT_KY)
    assert "draft_other_language" in queries.missing_papers(bare)
    bare.missing_language_by = date(2027, 1, 11)
    assert "draft_other_language" not in queries.missing_papers(bare)


def test_an_amending_draft_owes_the_table(scene: Scene, bare: DraftAct, at: datetime) -> None:
    put(scene, bare, at, "ky", DRAFT_KY)
    assert not queries.amends(bare)
    put(scene, bare, at, "ru", AMENDING)
    assert queries.amends(bare)
    assert "comparative" in queries.missing_papers(bare)


def test_a_package_is_read_in_few_queries(draft: DraftAct, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(7):
        found = queries.with_package(draft.pk).get()
        assert (len(found.items.all()), len(found.headings.all())) == (1, 8)
        assert [one.party.key for one in found.deciders.all()] == ["demo-committee"]
        assert [len(item.document.versions.all()) for item in found.items.all()] == [2]


def test_a_case_knows_its_package_its_card_and_its_defects(
    scene: Scene, case: Case, at: datetime
) -> None:
    assert queries.package_of(case).get() == case.draftact
    assert (queries.card_of(case.draftact), queries.defects_of(case)) == (None, None)
    other = screened(scene, at=at)
    card = queries.card_of(other.draftact)
    assert card and (card.value, len(card.findings.all())) == ("affects", 8)
    desk = scene.drafter(scene.desk)
    return_package(draft=case.draftact, defects="Нет сумм", language="ru", actor=desk, now=at)
    defects = queries.defects_of(case)
    assert defects and defects.text == "Нет сумм"
    assert queries.defects_of(None) is None


def test_a_draft_belongs_to_its_initiator(scene: Scene, draft: DraftAct) -> None:
    assert list(queries.drafts_of(scene.ministry)) == [draft]
    assert not queries.drafts_of(scene.union)
    assert queries.costs_of(draft, scene.ministry).count() == 1
    assert set(queries.acts_of(draft)) == {"ky", "ru"}
    assert queries.has_note(draft)


def test_sums_are_over_all_bodies_and_unknown_ones_stay_unknown() -> None:
    lines = [
        CostLine(bodies=90, yearly_som=100, transfer_som=40),
        CostLine(bodies=10, yearly_som=None, lost_revenue_som=5),
    ]
    assert queries.totals_of(lines) == {
        "once_som": None,
        "yearly_som": 9_000,
        "lost_revenue_som": 50,
        "transfer_som": 3_600,
        "gap_som": 5_450,
    }
    assert queries.total_of([(None, 3)]) is None
    assert queries.totals_of([CostLine(bodies=1)])["gap_som"] is None
