"""The files of a verdict: a PDF in both languages, and Word in each."""

from __future__ import annotations

import pytest

from makul.expertise.files import papers_of
from tests.expertise.scene import declared, drafted

pytestmark = pytest.mark.django_db


def test_a_verdict_has_three_files_named_by_the_case() -> None:
    told = declared(experts=1)
    files = papers_of(drafted(told), now=told.at)
    number = told.case.number
    assert [(one.language, one.name) for one in files] == [
        ("ky+ru", f"expertise-{number}.pdf"),
        ("ky", f"expertise-{number}-ky.docx"),
        ("ru", f"expertise-{number}-ru.docx"),
    ]
    assert files[0].data.startswith(b"%PDF-")
