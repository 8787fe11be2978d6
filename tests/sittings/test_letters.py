"""Each letter of a sitting in Kyrgyz and in Russian, with its calendar and its page."""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar

from makul.parties.models import Party
from makul.sittings.letters import cancelled_letter, drafted_letter, invitation_letter, page_of
from makul.sittings.models import Sitting
from tests.scene import build_scene
from tests.sittings.scene import make_bill
from tests.sittings.sitting_scene import HELD, drafted, hold, put_item, scheduled

pytestmark = pytest.mark.django_db


def told(body: str) -> list[str]:
    lines = [line.replace("\u00a0", " ") for line in body.split("\n") if line]
    return [line for line in lines if "http" not in line]


def scene_of(language: str) -> tuple[Sitting, Party]:
    scene = build_scene()
    Party.objects.filter(pk=scene.union.pk).update(language=language)
    sitting = scheduled(scene)
    put_item(scene, sitting, touches=False)
    put_item(scene, sitting, bill=make_bill(), readings="2,3")
    return sitting, Party.objects.get(pk=scene.union.pk)


def test_the_invitation_in_kyrgyz() -> None:
    sitting, union = scene_of("ky")
    letter = invitation_letter(sitting, union)
    assert letter.title == f"Отурумга чакыруу, 2026-жылдын 28-октябры: № {sitting.number} иш"
    assert told(letter.body)[2:] == [
        "Жергиликтүү жамааттарга тиешелүү маселелер каралуучу отурумга чакырылдыңыз:",
        "Комитеттин отуруму: demo-committee (ky)",
        "Күнү жана сааты (Бишкек): 2026-жылдын 28-октябры, 10:00",
        "Орду: 305",
        "Жергиликтүү жамааттарга тиешелүү маселелер:",
        "2. Калктуу конуштардын көчө жарыгы жөнүндө (Экинчи жана үчүнчү окуу бир эле учурда)",
        "Пикириңиз, эч кимиңиз келе албасаңыз да, протоколго сөзмө-сөз киргизилет.",
        "Күн тартиби, тексттер жана протокол үчүн пикириңиз:",
    ]


def test_the_invitation_in_russian_with_its_calendar() -> None:
    sitting, union = scene_of("ru")
    sitting.place = ""
    letter = invitation_letter(sitting, union)
    assert letter.title == f"Приглашение на заседание 28 октября 2026: дело № {sitting.number}"
    assert "Место: будет сообщено" in told(letter.body)
    event = Calendar.from_ical(letter.calendar).walk("VEVENT")[0]
    assert event["DTSTART"].dt == HELD
    assert str(event["UID"]).startswith(f"{sitting.number}-sitting@")
    assert (letter.kind, letter.subject) == ("invited", sitting.case.subject)


@pytest.mark.parametrize(
    ("language", "title", "reason"),
    [
        ("ky", "Отурум жокко чыгарылды, 2026-жылдын 28-октябры", "Себеби: кворум жок"),
        ("ru", "Заседание 28 октября 2026 отменено", "Причина: кворум жок"),
    ],
)
def test_that_it_is_cancelled(language: str, title: str, reason: str) -> None:
    sitting, union = scene_of(language)
    letter = cancelled_letter(sitting, union, reason=" кворум жок ")
    assert letter.title.startswith(title)
    assert reason in told(letter.body)
    assert letter.kind == "sitting_cancelled"  # not the name of a step: its delivery is no step


def test_that_the_minutes_are_drafted_with_or_without_a_last_day() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting)
    hold(scene, sitting)
    minutes = drafted(scene, Sitting.objects.get())
    letter = drafted_letter(minutes, scene.union, last_day=date(2026, 11, 3))
    assert "Оңдоолордун акыркы күнү: 2026-жылдын 3-ноябры, саат 24:00гө чейин." in told(letter.body)
    without = drafted_letter(minutes, scene.union, last_day=None)
    assert "Оңдоолор протокол бекитилгенге чейин кабыл алынат." in told(without.body)


def test_a_page_that_no_room_serves_gives_way_to_the_sitting() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    assert page_of("no_such_page", sitting) == f"/sittings/{sitting.number}/"
