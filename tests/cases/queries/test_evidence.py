"""The evidence file holds every public document of the case, every version, byte for byte."""

from __future__ import annotations

import pytest

from makul.cases.queries.evidence import case_of, evidence_documents
from makul.core.errors import BadInput
from makul.documents.models import Document
from tests.scene import TEXTS, build_scene, submitted

pytestmark = pytest.mark.django_db


def test_documents_come_with_a_name_that_tells_what_they_are() -> None:
    case = submitted(build_scene(bodies=1))
    found = dict(evidence_documents(case.number))
    draft = Document.objects.get(kind="draft")
    assert set(found.values()) >= {file.data for file in TEXTS}
    assert f"{draft.pk:06}-draft-1-ky" in {name.rsplit(".", 1)[0] for name in found}


def test_what_is_not_public_stays_out() -> None:
    case = submitted(build_scene(bodies=1))
    Document.objects.update(is_public=False)
    assert list(evidence_documents(case.number)) == []


def test_an_unknown_number_is_said_to_be_unknown() -> None:
    with pytest.raises(BadInput, match="no_case"):
        case_of("2026-9999")
