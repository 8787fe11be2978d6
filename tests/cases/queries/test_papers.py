"""Which papers of a case are open to all."""

import pytest

from makul.cases.queries.papers import public_versions
from makul.documents.models import Document
from tests.scene import build_scene, submitted

pytestmark = pytest.mark.django_db


def test_public_versions_only() -> None:
    case = submitted(build_scene(bodies=1))
    assert [one.language for one in public_versions(case)] == ["ky", "ru"]
    Document.objects.filter(subject=case.subject).update(is_public=False)
    assert public_versions(case) == []
