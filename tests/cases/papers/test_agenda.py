"""The agenda on paper: when and where, the consent list with its wordings, the disputed rows."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.meetings import invite_meeting
from makul.cases.models import Meeting, Reply
from makul.cases.papers.agenda import agenda_paper
from makul.documents.paper import Fields, Para
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
    words = {"wording_ky": "Жакын редакция", "wording_ru": "Близкая редакция"}
    Reply.objects.filter(row__number=1).update(kind="partly", **words)
    return invite_meeting(
        case=case,
        planned_at=DAY,
        place="Бишкек",
        actor=scene.drafter(scene.desk),
        now=DAY - timedelta(days=6),
    )


@pytest.mark.parametrize(
    ("language", "words"), [("ky", "Жакын редакция"), ("ru", "Близкая редакция")]
)
def test_both_parts_in_one_language(meeting: Meeting, language: str, words: str) -> None:
    paper = agenda_paper(meeting, language=language, now=DAY)  # type: ignore[arg-type]
    consent, disputed = tables(paper)
    assert (cells(consent)[0][0], words in cells(consent)[0][2]) == ("1", True)
    assert [line[0] for line in cells(disputed)] == ["2"]
    [facts] = [one for one in paper.blocks if isinstance(one, Fields)]
    assert [words for _label, words in facts.lines][1] == "Бишкек"
    assert paper.stamp is not None


def test_both_languages_side_by_side(meeting: Meeting) -> None:
    paper = agenda_paper(meeting, language="ky+ru", now=DAY)
    [line] = cells(tables(paper)[0])
    assert ("Жакын редакция" in line[2], "Близкая редакция" in line[3]) == (True, True)
    assert len(paper.title.split("\n")) == 2


def test_an_empty_part_says_so(meeting: Meeting) -> None:
    meeting.agenda.filter(part="consent").update(part="disputed")
    paper = agenda_paper(meeting, language="ru", now=DAY)
    assert [one.words for one in paper.blocks if isinstance(one, Para)] == ["Строк нет"]
