"""The package of the lighting law: its texts, note, comparative table and costs; its screening."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from makul.cases.models import Case
from makul.documents.paper import Column, Paper, PaperLanguage, Table
from makul.documents.storing import File
from makul.documents.word_writing import write_docx
from makul.drafts.actions.preparing import (
    CostInput,
    DraftInput,
    begin_draft,
    put_paper,
    write_costs,
    write_note,
)
from makul.drafts.actions.submitting import (
    FindingInput,
    ScreeningInput,
    accept_package,
    screen_draft,
    submit_draft,
)
from makul.drafts.models import DraftAct
from makul.parties.models import Mandate
from makul.web.demonstration import moves, texts
from makul.web.demonstration.bodies import kinds_of_all
from makul.web.demonstration.stage import COMMITTEE, DESK, MINISTRY, Moments, Stage


def words() -> dict[str, Any]:
    """What is said of the law beside its papers."""
    found: dict[str, Any] = texts.read("lighting/words")
    return found


def case() -> Case:
    """The case as it stands now."""
    return Case.objects.select_related("draftact").get(title_ru=words()["title"]["ru"])


def submitted(stage: Stage, *, day: int) -> Moments:
    actor = stage.drafter(MINISTRY)
    now = yield stage.at(day - 4, 14)
    draft = begun(actor, now=now)
    now = yield stage.at(day - 2, 11, 30)
    completed(draft, actor, now=now)
    now = yield stage.at(day, 10, 15)
    submit_draft(
        draft=draft,
        deciders=[stage.parties[COMMITTEE]],
        actor=stage.signer(MINISTRY),
        now=now,
    )
    return now


def begun(actor: Mandate, *, now: datetime) -> DraftAct:
    said = words()
    content = DraftInput(
        act_kind="law",
        title_ky=said["title"]["ky"],
        title_ru=said["title"]["ru"],
        summary_ky=said["summary"]["ky"],
        summary_ru=said["summary"]["ru"],
        questions_ky=said["questions"]["ky"],
        questions_ru=said["questions"]["ru"],
    )
    draft = begin_draft(content=content, actor=actor, now=now)
    files = texts.files("draft", texts=texts.pair("lighting/draft"))
    put_paper(draft=draft, kind="draft", files=files, actor=actor, now=now)
    return draft


def completed(draft: DraftAct, actor: Mandate, *, now: datetime) -> None:
    """The note, the comparative table and the initiator's cost sheet."""
    note = texts.read("lighting/note")
    headings = {number: (one["ky"], one["ru"]) for number, one in note.items()}
    write_note(draft=draft, headings=headings, actor=actor, now=now)
    tables = [comparative("ky"), comparative("ru")]
    put_paper(draft=draft, kind="comparative", files=tables, actor=actor, now=now)
    write_costs(draft=draft, lines=cost_lines(), actor=actor, now=now)


def comparative(language: PaperLanguage) -> File:
    """The comparative table as a Word file: how the invented law reads, and how it is to read."""
    heads = {
        "ky": ("Салыштырма таблица (көрсөтмө)", "Колдонуудагы редакция", "Сунушталган редакция"),
        "ru": (
            "Сравнительная таблица (демонстрация)",
            "Действующая редакция",
            "Предлагаемая редакция",
        ),
    }
    title, before, after = heads[language]
    rows = tuple(tuple(row[language]) for row in texts.read("lighting/comparative"))
    table = Table((Column(before), Column(after)), rows)
    paper = Paper(title=title, language=language, blocks=(table,))
    return File(language, f"comparative-{language}.docx", write_docx(paper))


def cost_lines() -> list[CostInput]:
    said = words()["cost"]
    return [
        CostInput(
            body_kind=one["kind"],
            eid="art_4__part_3",
            item_ky=said["item_ky"],
            item_ru=said["item_ru"],
            bodies=one["bodies"],
            once_som=one["once"],
            yearly_som=one["yearly"],
            lost_revenue_som=0,
            source_ky=said["source_ky"],
            source_ru=said["source_ru"],
        )
        for one in texts.read("lighting/costs")["initiator"]
    ]


def screened(stage: Stage, *, day: int) -> Moments:
    """The desk accepts the package and fills in the card of the demonstration's own text."""
    said, actor = words()["screening"], stage.drafter(DESK)
    now = yield stage.at(day, 10, 40)
    accept_package(draft=case().draftact, actor=actor, now=now)
    now = yield stage.at(day, 15)
    findings = [
        FindingInput(
            one["kind"],
            one["found"],
            eids=one["eids"],
            words_ky=one["words_ky"],
            words_ru=one["words_ru"],
        )
        for one in texts.read("lighting/screening")
    ]
    card = ScreeningInput(value="affects", findings=findings, **said)
    screen_draft(draft=case().draftact, content=card, actor=actor, now=now)
    return now


def told(stage: Stage, *, day: int) -> Moments:
    stage.progress("Telling 264 bodies of the street lighting law")
    now = yield from moves.told(stage, case(), kinds_of_all(), day=day)
    return now
