"""The minutes read back from Word and PDF: order, votes, the opinion and every dissent word for word."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.step import judge
from makul.cases.models import Case
from makul.documents.paper import PaperLanguage
from makul.documents.pdf_writing import write_pdf
from makul.documents.word_writing import write_docx
from makul.sittings.actions.minutes import approve_minutes
from makul.sittings.models import Minutes
from makul.sittings.papers.minutes import minutes_files, minutes_paper, read_all
from tests.sittings.papers.held_scene import (
    CORRECTION,
    DISSENT,
    DISSENT_RU,
    OPINION_KY,
    OPINION_RU,
    pdf_text,
    plain,
    whole_record,
    word_text,
)
from tests.sittings.sitting_scene import HELD

pytestmark = pytest.mark.django_db
LATER = HELD + timedelta(days=8)


def word_of(minutes: Minutes, language: PaperLanguage) -> str:
    whole, invited = read_all(minutes, now=LATER)
    return word_text(write_docx(minutes_paper(whole, invited, language=language, now=LATER)))


def stand_in_order(text: str, *said: str) -> bool:
    places = [text.find(plain(one)) for one in said]
    assert -1 not in places, said[places.index(-1)]
    return places == sorted(places)


def test_in_kyrgyz_everything_stands_word_for_word_and_in_order() -> None:
    _scene, minutes = whole_record()
    text = word_of(minutes, "ky")
    assert stand_in_order(
        text,
        "ОТУРУМДУН ПРОТОКОЛУНУН ДОЛБООРУ",
        "1. demo-ministry (ky), орун басар",
        "Зарыл.",
        "2. demo-union (ky), төрага",
        "Каражат жок.",
        "3. депутат: сөз сурады, сөз берилген жок",
        "Ассоциациянын пикири (сөзмө-сөз)",
        OPINION_KY,
        "Жактырылсын.",
        "Өзгөчө пикир (сөзмө-сөз)",
        DISSENT,
        DISSENT_RU,
        CORRECTION,
        "эске алынган жок. Жазууда башкача.",
    )
    assert OPINION_RU.split("\n", maxsplit=1)[0] not in text


def test_in_russian_the_dissent_keeps_the_language_in_which_it_was_handed_in() -> None:
    _scene, minutes = whole_record()
    text = word_of(minutes, "ru")
    assert stand_in_order(
        text, "ПРОЕКТ ПРОТОКОЛА ЗАСЕДАНИЯ", "Нужно.", OPINION_RU, "Одобрить.", DISSENT, DISSENT_RU
    )
    assert "просил слова, слово не дано" in text


def test_the_invitation_the_votes_and_those_present_stand_in_tables() -> None:
    _scene, minutes = whole_record()
    text = word_of(minutes, "ru")
    for said in (
        "20.10.2026 12.10.2026, 10:00 –",
        "чтение: 1: Принять 5 2 1 Да",
        "Члены комитеттин мүчөлөрү 7 лично",
    ):
        assert said in text


def test_the_approved_pdf_holds_both_languages_word_for_word() -> None:
    scene, minutes = whole_record()
    approved = approve_minutes(minutes=minutes, actor=scene.signatory(scene.committee), now=LATER)
    assert approved.document
    pdf = approved.document.versions.get(language="ky+ru")
    text = pdf_text(bytes(pdf.blob.data))
    assert stand_in_order(
        text, "ОТУРУМДУН ПРОТОКОЛУ ПРОТОКОЛ ЗАСЕДАНИЯ", OPINION_KY, OPINION_RU, DISSENT, CORRECTION
    )
    assert "Утверждён: 5 ноября 2026" in text
    assert [file.language for file in minutes_files(approved, now=LATER)] == ["ky+ru", "ky", "ru"]


def test_the_same_record_gives_the_same_bytes() -> None:
    _scene, minutes = whole_record()
    whole, invited = read_all(minutes, now=LATER)
    first, second = (
        write_pdf(minutes_paper(whole, invited, language="ky", now=LATER)) for _twice in range(2)
    )
    assert first == second


def test_what_silence_approved_says_so_on_its_last_line() -> None:
    _scene, minutes = whole_record()
    case = Case.objects.get(pk=minutes.sitting.case_id)
    judge(case, now=HELD + timedelta(days=40))
    assert case.outcome == "minutes_deemed"
    text = word_of(Minutes.objects.get(), "ky")
    assert "Мөөнөтүндө бекитилген жок; долбоору боюнча бекитилди деп эсептелет" in text
    assert "ОТУРУМДУН ПРОТОКОЛУ " in text
