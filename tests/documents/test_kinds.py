"""Every kind of document has its word."""

from makul.documents.kinds import DOCUMENT_KINDS
from makul.documents.models import Document


def test_each_kind_has_a_word() -> None:
    assert set(DOCUMENT_KINDS) == set(Document.Kind.values)
