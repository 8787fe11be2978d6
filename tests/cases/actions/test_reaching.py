"""Reminders go to those told and silent, once a day; who has opened a case is kept once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from makul.cases.actions.reaching import (
    note_reading,
    remind,
    remind_due,
    send_letters_again,
)
from makul.cases.models import Case, Reading
from makul.cases.queries.judging import status_of
from makul.core.calendar import working_days_between
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from makul.law.days_off import calendar
from makul.notices.models import Notice
from tests.scene import START, Scene, build_scene, draft, file, notified

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=2)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=3)


@pytest.fixture
def case(scene: Scene) -> Case:
    return notified(scene)


def send(scene: Scene, case: Case, at: datetime = NOW) -> int:
    actor = scene.drafter(scene.desk)
    return remind(case=case, bodies=scene.bodies, actor=actor, now=at)


def reminded(case: Case) -> list[str]:
    letters = Notice.objects.filter(subject=case.subject, kind="reminded")
    return sorted(letters.values_list("party__key", flat=True))


def test_only_those_who_have_not_answered_are_reminded(scene: Scene, case: Case) -> None:
    file(scene, case, scene.bodies[0], "agreed")
    draft(scene, case, scene.bodies[1], "agreed")
    keys = [body.key for body in scene.bodies[1:]]
    assert (send(scene, case), reminded(case)) == (2, keys)
    entry = Entry.objects.get(action="reminded")
    assert (entry.party, entry.data) == (scene.desk.key, {"to": keys})


def test_one_a_body_a_day(scene: Scene, case: Case) -> None:
    send(scene, case)
    with pytest.raises(BadInput, match="nobody_to_remind"):
        send(scene, case, NOW + timedelta(hours=3))
    assert send(scene, case, NOW + timedelta(days=1)) == 3


def test_a_reminder_leads_to_the_answer_and_starts_no_term(scene: Scene, case: Case) -> None:
    before = status_of(case, today=NOW.date()).due
    send(scene, case)
    letter = Notice.objects.filter(kind="reminded").first()
    assert letter.path == f"/cases/{case.number}/work/position/"
    assert (letter.path in letter.body, letter.recorded_at) == (True, NOW)
    assert status_of(case, today=NOW.date()).due == before


def test_a_body_may_not_remind(scene: Scene, case: Case) -> None:
    with pytest.raises(NotAllowed):
        remind(case=case, bodies=scene.bodies, actor=scene.signatory(scene.bodies[0]), now=NOW)


def days_before(case: Case, left: int) -> datetime:
    """Nine in the morning of the day that is `left` working days before the bodies' last day."""
    last = min(d.last_day for d in status_of(case, today=START.date()).due if d.step == "position")
    day = last
    while working_days_between(day, last, calendar=calendar()) < left:
        day -= timedelta(days=1)
    zone = timezone.get_default_timezone()
    return datetime(day.year, day.month, day.day, 9, tzinfo=zone)


def test_three_working_days_before_the_last_day_it_goes_out_by_itself(
    scene: Scene, case: Case
) -> None:
    file(scene, case, scene.bodies[0], "agreed")
    assert remind_due(now=days_before(case, 4)) == 0
    morning = days_before(case, 3)
    assert remind_due(now=morning.replace(hour=7)) == 0
    assert [remind_due(now=morning), remind_due(now=morning + timedelta(hours=1))] == [2, 0]
    assert Entry.objects.get(action="reminded").value == "automatic"
    assert remind_due(now=days_before(case, 2)) == 0  # each once


def test_nobody_told_by_hand_today_is_told_again_by_the_machine(scene: Scene, case: Case) -> None:
    morning = days_before(case, 3)
    send(scene, case, morning.replace(hour=8))
    assert remind_due(now=morning) == 0


def test_the_first_visit_is_kept_and_a_later_one_costs_one_query(scene: Scene, case: Case) -> None:
    body = scene.bodies[0]
    assert note_reading(case=case, party=body, now=NOW)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert not note_reading(case=case, party=body, now=NOW + timedelta(days=1))
    assert (len(queries), Reading.objects.get(party=body).first_at) == (1, NOW)


def test_who_takes_no_part_or_conducts_is_no_reader(scene: Scene, case: Case) -> None:
    for party in (scene.desk, scene.ministry, scene.committee):
        assert not note_reading(case=case, party=party, now=NOW)


def test_failed_letters_go_out_again_in_one_round(scene: Scene, case: Case) -> None:
    send(scene, case)
    letters = list(Notice.objects.filter(kind="reminded"))
    for one in letters[:2]:
        one.state, one.done_at = Notice.State.FAILED, NOW
        one.save()
    actor = scene.drafter(scene.desk)
    letters = list(Notice.objects.filter(kind="reminded").select_related("party"))
    assert send_letters_again(case=case, notices=letters, actor=actor, now=NOW) == 2
    assert set(Notice.objects.values_list("state", flat=True)) == {"queued"}
    assert len(Entry.objects.get(action="notice_sent_again").data["to"]) == 2
    letters = list(Notice.objects.filter(kind="reminded"))
    with pytest.raises(BadInput, match="letter_not_failed"):
        send_letters_again(case=case, notices=letters, actor=actor, now=NOW)
