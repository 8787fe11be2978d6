"""The worker delivers, records, judges and signs; a round may be repeated and lose nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from makul.cases.actions.boarding import open_board_vote
from makul.cases.actions.notifying import notify
from makul.cases.actions.opening import set_circle
from makul.cases.models import Case
from makul.cases.queries.judging import status_of
from makul.drafts.letters import notified_letter
from makul.journal.models import Checkpoint, Entry
from makul.notices.models import Notice
from makul.notices.post import Answer
from makul.parties.models import Mandate, Party
from makul.web.worker import deliver, record_deliveries, tick
from tests.scene import START, Scene, build_scene, draft, make_mandate, notified, screened

pytestmark = pytest.mark.django_db


class Post:
    """A post office that knows every address but those of nobody."""

    def send(self, notice: Notice) -> Answer:
        known = not notice.address.startswith("nobody@")
        return Answer.delivered("ok") if known else Answer.refused("550")


@pytest.fixture
def scene() -> Scene:
    scene = build_scene(bodies=3)
    Party.objects.filter(pk=scene.bodies[2].pk).update(email="nobody@demo.example")
    return scene


@pytest.fixture
def case(scene: Scene) -> Case:
    case = screened(scene)
    actor = scene.drafter(scene.desk)
    set_circle(case=case, bodies=scene.bodies, actor=actor, now=START)
    notify(case=case, write=notified_letter, actor=actor, now=START)
    return case


def told(case: Case, action: str) -> list[str]:
    entries = Entry.objects.filter(subject=case.subject, action=action).order_by("to")
    return list(entries.values_list("to", flat=True))


def test_a_round_delivers_and_each_delivery_is_an_entry(scene: Scene, case: Case) -> None:
    done = tick(START, post=Post())
    reached = sorted(party.key for party in (scene.union, *scene.bodies[:2]))
    assert (done["delivered"], done["recorded"], done["checkpoints"]) == (4, 4, 1)
    assert (told(case, "notified"), told(case, "not_delivered")) == (reached, [scene.bodies[2].key])


def test_a_worker_killed_between_delivery_and_entry_records_in_the_next_round(case: Case) -> None:
    deliver(START, post=Post())
    assert told(case, "notified") == []
    record_deliveries(START)
    record_deliveries(START)
    assert len(told(case, "notified")) == 3


def test_a_repeated_round_changes_nothing(case: Case) -> None:
    tick(START, post=Post())
    before = Entry.objects.count()
    again = tick(START + timedelta(minutes=1), post=Post())
    assert (Entry.objects.count(), again["delivered"], again["checkpoints"]) == (before, 0, 0)


def test_each_day_open_cases_are_judged_anew(case: Case) -> None:
    tick(START, post=Post())
    later = START + timedelta(days=40)
    assert tick(later, post=Post())["judged"] == 1
    case.refresh_from_db()
    assert (case.judged_on, case.stage) == (later.date(), "protocol")


def test_a_checkpoint_is_signed_once_a_day(case: Case) -> None:
    tick(START, post=Post())
    tick(START + timedelta(hours=2), post=Post())
    tick(START + timedelta(days=1), post=Post())
    assert Checkpoint.objects.count() == 1
    assert Checkpoint.objects.get().size == Entry.objects.count()


class BurntDown:
    """A post office that is not there."""

    def send(self, notice: Notice) -> Answer:
        raise OSError("no such building")


def test_one_part_that_fails_keeps_no_other_from_its_work(case: Case) -> None:
    with pytest.raises(ExceptionGroup) as failed:
        tick(START, post=BurntDown())
    assert [str(error) for error in failed.value.exceptions] == ["no such building"]
    assert Checkpoint.objects.count() == 1


def test_a_vote_of_a_board_whose_time_has_passed_is_closed(scene: Scene) -> None:
    case = notified(scene)
    member = make_mandate(scene.union, signs=False)
    Mandate.objects.filter(pk=member.pk).update(is_board=True)
    position = draft(scene, case, scene.union, "not_agreed")
    end = START + timedelta(days=2)
    actor = scene.drafter(scene.union)
    open_board_vote(position=position, closes_at=end, actor=actor, now=START)
    rounds = [tick(at, post=Post())["votes"] for at in (START, end, end)]
    assert rounds == [0, 1, 0]
    assert Entry.objects.get(action="board_decided").value == "no_quorum"


def test_reminders_go_out_by_themselves_unless_the_operator_switched_them_off(
    scene: Scene, settings: Any
) -> None:
    case = notified(scene)
    last = min(d.last_day for d in status_of(case, today=START.date()).due if d.step == "position")
    morning = START.replace(year=last.year, month=last.month, day=last.day)
    settings.MAKUL_REMINDERS = False
    assert tick(morning, post=Post())["reminded"] == 0
    settings.MAKUL_REMINDERS = True
    assert tick(morning, post=Post())["reminded"] == 3
