"""The receipt on paper: both languages, each field of the form that has something to say."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.papers.receipt import receipt_paper
from makul.cases.queries.judging import status_of
from makul.cases.queries.receipts import receipt_of
from makul.documents.paper import Fields, plain
from makul.documents.pdf_writing import write_pdf
from makul.documents.word_writing import write_docx
from tests.scene import START, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db


def test_it_says_the_same_in_both_languages_and_its_sums() -> None:
    scene = build_scene(bodies=1)
    case = notified(scene)
    position = file(scene, case, scene.bodies[0], "not_agreed", remark(once_som=5_000))
    now = START + timedelta(days=2)
    receipt = receipt_of(position, status_of(case, today=now.date()))
    paper = receipt_paper(case, receipt, now=now)
    said = {
        label: plain(words)
        for one in paper.blocks
        if isinstance(one, Fields)
        for label, words in one.lines
    }
    assert paper.opening[0] == f"№ {position.receipt}"
    assert said["Текшерүү коду / Код проверки"] == receipt.code
    assert said["Мөөнөтү / Срок"] == "мөөнөтүндө\nв срок"
    assert said["Сын-пикирлер / Замечания"] == (
        "1. 3-берене, 1-бөлүк / Статья 3, часть 1: "
        "5\u00a0000\u00a0сом бир жолу, 400\u00a0000\u00a0сом жылына / "
        "5\u00a0000\u00a0сом единовременно, 400\u00a0000\u00a0сом в год"
    )
    assert (write_pdf(paper)[:5], write_docx(paper)[:2]) == (b"%PDF-", b"PK")


def test_without_remarks_it_says_none() -> None:
    scene = build_scene(bodies=1)
    case = notified(scene)
    position = file(scene, case, scene.bodies[0], "agreed")
    paper = receipt_paper(
        case, receipt_of(position, status_of(case, today=START.date())), now=START
    )
    lines = dict(line for one in paper.blocks if isinstance(one, Fields) for line in one.lines)
    assert lines["Сын-пикирлер / Замечания"] == "жок / нет"
