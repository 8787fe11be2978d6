"""Who may read a document, and how a stored text becomes an act again."""

from __future__ import annotations

import pytest

from makul.core.provisions import split
from makul.documents import queries
from makul.documents.reading import read_act
from tests.documents.scene import RU, RU_2, draft_document
from tests.parties.scene import body

pytestmark = pytest.mark.django_db


def test_a_public_paper_of_a_case_is_everyones() -> None:
    assert queries.visible_to(draft_document(body("ministry")), None)


def test_a_paper_being_prepared_is_its_authors_alone() -> None:
    ministry, desk = body("ministry"), body("desk")
    document = draft_document(ministry, subject="draft:1")
    seen = [queries.visible_to(document, one) for one in (None, desk, ministry)]
    assert seen == [False, False, True]


def test_a_paper_that_is_not_public_is_for_those_in_the_case() -> None:
    from makul.cases.models import Case, Participation

    ministry, desk, stranger = body("ministry"), body("desk"), body("panel")
    document = draft_document(ministry, is_public=False)
    case = Case.objects.create(
        number="2026-0001", procedure="npa", edition="2026-proposed", act_kind="law",
        opened_at=document.created_at,
    )  # fmt: skip
    Participation.objects.create(case=case, party=desk, role="facilitator")
    seen = [queries.visible_to(document, one) for one in (None, stranger, desk, ministry)]
    assert seen == [False, False, True, True]


def test_a_stored_text_is_the_act_it_was_read_into() -> None:
    versions = queries.versions_of(draft_document(body("ministry")))
    assert [(one.number, one.language) for one in versions] == [(2, "ru"), (1, "ky"), (1, "ru")]
    first = queries.act_of(versions[2])
    assert first == split(read_act(RU.encode(), name="a.txt"))
    assert queries.act_of(versions[0]) == split(read_act(RU_2.encode(), name="a.txt"))


def test_the_newest_version_of_each_language_is_found() -> None:
    document = draft_document(body("ministry"))
    newest = queries.newest_versions(document)
    assert {code: one.number for code, one in newest.items()} == {"ru": 2, "ky": 1}
    assert list(queries.documents_of("case:2026-0001")) == [document]
    assert queries.version_bytes(newest["ru"]) == RU_2.encode()
    provisions = queries.provisions_of([newest["ru"]])[newest["ru"].pk]
    assert provisions[-1].eid == "art_2__part_3"
