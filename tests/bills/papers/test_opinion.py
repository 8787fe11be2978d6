"""The opinion says what is known of the bill and only what the sources say, in Word and in PDF."""

from __future__ import annotations

import pytest

from makul.bills.models import Alert
from makul.bills.papers import words
from makul.bills.papers.opinion import opinion_paper
from makul.core.provisions import Line
from makul.documents.paper import Fields, Para, plain
from makul.documents.pdf_writing import write_pdf
from makul.documents.reading import read_act
from makul.documents.word_writing import write_docx
from tests.bills.making import NOW, make_bill
from tests.scene import make_party

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", Alert.Kind.values)
@pytest.mark.parametrize("language", ["ky", "ru"])
def test_each_kind_in_each_language(kind: str, language: str) -> None:
    bill = make_bill()
    event = bill.events.create(
        key="e",
        kind="amendment",
        on=NOW.date(),
        readings="2,3",
        eids=["art_3"],
        told_by="k",
        read_at=NOW,
    )
    alert = Alert.objects.create(bill=bill, key="k", kind=kind, event=event, raised_at=NOW)
    paper = opinion_paper(alert, make_party("u", "association"), language=language, now=NOW)  # type: ignore[arg-type]
    said = [plain(one.words) for one in paper.blocks if isinstance(one, Para)]
    assert words.REQUESTS[kind][language] in said
    assert (words.PRACTICE[language] in said) == (kind == "fast_track")
    assert words.GROUNDS[2][1][language] in said  # money is among its interests
    assert words.GROUNDS[0][1][language] not in said  # no state power is delegated
    fields = [
        plain(text) for one in paper.blocks if isinstance(one, Fields) for _l, text in one.lines
    ]
    assert "«местного бюджета»" in fields and bill.title(language) in fields
    read = " ".join(
        one.text for one in read_act(write_docx(paper), name="o.docx") if isinstance(one, Line)
    )
    assert words.REQUESTS[kind][language] in read
    assert write_pdf(paper).startswith(b"%PDF")


def test_every_word_is_there_in_both_languages() -> None:
    said = [
        *words.NOTICED.values(),
        *words.REQUESTS.values(),
        *(text for _k, text in words.GROUNDS),
    ]
    assert all(set(one) == {"ky", "ru"} and all(one.values()) for one in said)
    assert set(words.NOTICED) == set(words.REQUESTS) == set(Alert.Kind.values)
