"""A sitting as it stands at its end: speeches, an opinion, a vote, two dissents, a correction."""

from __future__ import annotations

import io
from datetime import timedelta

import docx
from pypdf import PdfReader

from makul.sittings.actions.dissenting import DissentInput, hand_in_dissent
from makul.sittings.actions.minutes import answer_correction, correct_minutes
from makul.sittings.actions.opining import OpinionInput, prepare_opinion, release_opinion
from makul.sittings.actions.recording import (
    BallotInput,
    SpeechInput,
    decide_item,
    note_speech,
    record_ballot,
)
from makul.sittings.models import AgendaItem, Minutes, Sitting
from tests.scene import Scene, build_scene
from tests.sittings.scene import make_bill
from tests.sittings.sitting_scene import HELD, SET, drafted, hold, invite, put_item, scheduled

OPINION_KY = "Биз макул эмеспиз.\n\nИнспекторго каражат каралган эмес."
OPINION_RU = "Мы не согласны.\n\nСредства на инспектора не предусмотрены."
DISSENT = "Мен каршымын:\n\nбул милдет каражатсыз аткарылбайт."
DISSENT_RU = "Голосую против: источник финансирования не назван."
CORRECTION = "«Каражат жок» эмес, «каражат жетишсиз» дедим."


def whole_record() -> tuple[Scene, Minutes]:
    """Everything a sitting may hold, and its minutes drafted."""
    scene = build_scene()
    sitting = scheduled(scene)
    item = put_item(scene, sitting, bill=make_bill(), readings="1")
    invite(scene, sitting)
    release(scene, item)
    hold(scene, sitting)
    item = AgendaItem.objects.get(pk=item.pk)
    record(scene, item)
    minutes = drafted(scene, Sitting.objects.get())
    correct(scene, minutes)
    return scene, Minutes.objects.get()


def release(scene: Scene, item: AgendaItem) -> None:
    content = OpinionInput(
        OPINION_KY, OPINION_RU, note_ky="Урматтуу төрага!", note_ru="Уважаемый председатель!"
    )
    actor = scene.drafter(scene.union)
    opinion = prepare_opinion(item=item, actor=actor, now=SET, content=content)
    release_opinion(opinion=opinion, actor=scene.signatory(scene.union), now=SET)


def record(scene: Scene, item: AgendaItem) -> None:
    actor = scene.drafter(scene.committee)
    speeches = [
        SpeechInput(party=scene.ministry, office="орун басар", text_ky="Зарыл.", text_ru="Нужно."),
        SpeechInput(
            party=scene.union, office="төрага", text_ky="Каражат жок.", is_word_for_word=True
        ),
        SpeechInput(office="депутат", is_given=False, asked_at=HELD),
    ]
    for speech in speeches:
        note_speech(item=item, content=speech, actor=actor, now=HELD)
    vote = BallotInput(
        5, 2, True, abstained=1, reading=1, words_ky="Кабыл алуу", words_ru="Принять"
    )
    record_ballot(item=item, content=vote, actor=actor, now=HELD)
    decide_item(
        item=item, decision_ky="Жактырылсын.", decision_ru="Одобрить.", actor=actor, now=HELD
    )
    hand_in_dissent(
        item=item, content=DissentInput(DISSENT), actor=scene.signatory(scene.union), now=HELD
    )
    member = DissentInput(DISSENT_RU, language="ru", office="депутат")
    hand_in_dissent(item=item, content=member, actor=actor, now=HELD)


def correct(scene: Scene, minutes: Minutes) -> None:
    at = HELD + timedelta(days=2)
    correction = correct_minutes(
        minutes=minutes, text=CORRECTION, language="ky", actor=scene.drafter(scene.union), now=at
    )
    answer_correction(
        correction=correction,
        is_taken=False,
        answer="Жазууда башкача.",
        actor=scene.drafter(scene.committee),
        now=at,
    )


def word_text(data: bytes) -> str:
    """The text of a Word file, tables included, one space between words."""
    document = docx.Document(io.BytesIO(data))
    parts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        parts += [cell.text for row in table.rows for cell in row.cells]
    return plain("\n".join(parts))


def pdf_text(data: bytes) -> str:
    return plain("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))


def plain(text: str) -> str:
    """Without the marks that keep words together at the end of a line."""
    for mark in ("\u2060", "\u00ad", "\u2011"):
        text = text.replace(mark, "-" if mark == "\u2011" else "")
    return " ".join(text.replace("\u00a0", " ").split())
