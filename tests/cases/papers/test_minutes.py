"""The minutes on paper (form F8): those present, each row, tasks and corrections, in both languages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from makul.cases.actions.meetings import (
    MeetingRecord,
    PresenceInput,
    ResultInput,
    TaskInput,
    hold_meeting,
    invite_meeting,
)
from makul.cases.actions.minutes import correct_minutes
from makul.cases.models import Meeting
from makul.cases.papers.minutes import minutes_paper
from makul.cases.queries.meetings import minutes_of
from makul.documents.paper import Heading, Paper, PaperLanguage, Para, plain
from tests.cases.papers.conftest import cells, tables
from tests.scene import START, answer, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
DAY = START + timedelta(days=43)


@pytest.fixture
def meeting() -> Meeting:
    scene = build_scene(bodies=1)
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark("art_2"), remark("art_3"))
    answer(scene, case)
    actor = scene.drafter(scene.desk)
    planned = invite_meeting(
        case=case, planned_at=DAY, place="Бишкек", actor=actor, now=DAY - timedelta(days=6)
    )
    content = MeetingRecord(
        DAY,
        [PresenceInput(scene.ministry, "башчы", True), PresenceInput(scene.union, "кеңешчи")],
        [ResultInput(case.rows.get(number=1), True, wording_ky="Сөз", wording_ru="Слово")],
        record_ru="Выслушаны стороны.",
        tasks=[TaskInput(scene.ministry, text_ru="Уточнить", due_on=date(2026, 10, 20))],
    )
    held = hold_meeting(meeting=planned, content=content, actor=actor, now=DAY)
    correct_minutes(
        meeting=held, text="Башкача", language="ky", actor=scene.drafter(scene.union), now=DAY
    )
    return held


def printed(meeting: Meeting, language: PaperLanguage) -> Paper:
    return minutes_paper(minutes_of(meeting), language=language, now=DAY)


def test_who_was_there_what_became_of_each_row_and_the_tasks(meeting: Meeting) -> None:
    present, rows, tasks = tables(printed(meeting, "ru"))
    assert [line[1:] for line in cells(present)] == [
        ["башчы", "вправе решать\nполномочие на учёте", "лично"],
        ["кеңешчи", "с совещательным голосом\nполномочие предъявлено на совещании", "лично"],
    ]
    assert [(line[0], line[4]) for line in cells(rows)] == [("1", "Слово"), ("2", "")]
    assert [line[0::2] for line in cells(tasks)] == [["Уточнить", "20.10.2026"]]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("ky", ["МАКУЛДАШУУ КЕҢЕШМЕСИНИН ЖАЗУУСУ"]),
        ("ky+ru", ["МАКУЛДАШУУ КЕҢЕШМЕСИНИН ЖАЗУУСУ", "ЗАПИСЬ СОГЛАСИТЕЛЬНОГО СОВЕЩАНИЯ"]),
    ],
)
def test_the_title_stands_in_each_language(
    meeting: Meeting, language: PaperLanguage, lines: list[str]
) -> None:
    assert printed(meeting, language).title.split("\n") == lines


def test_a_correction_is_attached_at_the_end(meeting: Meeting) -> None:
    *_before, heading, last = printed(meeting, "ru").blocks
    assert isinstance(heading, Heading)
    assert heading.text == "Поправки присутствовавших"
    assert isinstance(last, Para)
    assert plain(last.words) == "demo-union (ru), специалист, 14.10.2026: Башкача"


def test_what_there_is_not_is_left_out(meeting: Meeting) -> None:
    meeting.tasks.all().delete()
    meeting.corrections.all().delete()
    meeting.presences.all().delete()
    paper = printed(meeting, "ru")
    assert len(tables(paper)) == 1
    headings = [one.text for one in paper.blocks if isinstance(one, Heading)]
    assert headings[1] == "Не явились"
