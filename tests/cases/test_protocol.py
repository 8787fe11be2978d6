"""The protocol of a case as files: its kind, the PDF that is signed, a Word file a language."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.protocol import papers_of, protocol_kind_of, rows_of
from tests.scene import START, Scene, answer, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
LATER = START + timedelta(days=40)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


@pytest.mark.parametrize(
    ("reply", "kind"), [("accepted", "agreement"), ("declined", "disagreements")]
)
def test_the_kind_follows_what_became_of_the_objections(
    scene: Scene, reply: str, kind: str
) -> None:
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    answer(scene, case, kind=reply)
    assert protocol_kind_of(case) == kind


def test_a_row_without_a_reply_counts_as_declined(scene: Scene) -> None:
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    answer(scene, case)
    case.rows.get().reply.delete()
    assert [row.state for row in rows_of(case)] == ["unsettled"]


def test_the_files_are_one_pdf_in_both_languages_and_word_in_each(scene: Scene) -> None:
    case = notified(scene)
    files = papers_of(case, kind="certificate", now=LATER)
    assert [(file.language, file.name) for file in files] == [
        ("ky+ru", f"certificate-{case.number}.pdf"),
        ("ky", f"certificate-{case.number}-ky.docx"),
        ("ru", f"certificate-{case.number}-ru.docx"),
    ]
    assert [file.data[:4] for file in files] == [b"%PDF", b"PK\x03\x04", b"PK\x03\x04"]


def test_the_same_protocol_at_the_same_moment_is_the_same_bytes(scene: Scene) -> None:
    case = notified(scene)
    first, second = (papers_of(case, kind="certificate", now=LATER) for _ in range(2))
    assert [file.data for file in first] == [file.data for file in second]
