"""The letter to a body: in its own language, with its last day, its calendar and its address."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.utils import timezone

from makul.cases.actions.opening import set_circle
from makul.cases.models import Case
from makul.drafts.letters import notified_letter, term_if_delivered
from tests.scene import Scene, screened

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 9, 7, 12, tzinfo=timezone.get_default_timezone())  # a Monday


@pytest.fixture
def told(scene: Scene) -> Case:
    case = screened(scene, at=NOON)
    scene.bodies[0].language = "ru"
    scene.bodies[0].save()
    desk = scene.drafter(scene.desk)
    set_circle(case=case, bodies=scene.bodies[:2], actor=desk, now=NOON)
    return Case.objects.get(pk=case.pk)


def test_each_letter_is_in_the_language_of_its_body(scene: Scene, told: Case) -> None:
    seats = told.participations.filter(role="lsg").select_related("party").order_by("party__key")
    letters = [notified_letter(told, seat, NOON) for seat in seats]
    assert [one.language for one in letters] == ["ru", "ky"]
    assert letters[0].title == f"Запрашивается ваша позиция по проекту акта: дело {told.number}"
    assert letters[1].title == f"Актынын долбоору боюнча позицияңыз суралат: {told.number} иши"
    assert "Каждый айылный аймак ведёт реестр" in letters[0].body
    assert "Ар бир айыл аймагы" in letters[1].body
    assert all(f"/cases/{told.number}/" in one.body for one in letters)
    assert all("BEGIN:VEVENT" in one.calendar for one in letters)


def test_the_term_runs_from_delivery_and_the_evening_counts_as_the_next_day(told: Case) -> None:
    noon = term_if_delivered(told, "lsg", NOON).last_day
    evening = term_if_delivered(told, "lsg", NOON.replace(hour=19)).last_day
    assert (noon, evening > noon) == (date(2026, 9, 28), True)
    assert term_if_delivered(told, "association", NOON).last_day > noon


def test_a_text_that_is_not_there_is_said_to_be_missing(scene: Scene, told: Case) -> None:
    told.draftact.summary_ru = ""
    told.draftact.questions_ru = "Сколько светильников у вас?"
    seat = told.participations.get(party=scene.bodies[0])
    body = notified_letter(told, seat, NOON).body
    assert "Текст на этом языке ещё не готов." in body
    assert "Сколько светильников у вас?" in body
    assert body.startswith("ДЕМОНСТРАЦИЯ")
