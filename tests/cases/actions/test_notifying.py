"""Telling the parties: letters are queued once, and only a delivery starts a term."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from makul.cases.actions.notifying import (
    desk_of,
    notify,
    notify_again,
    record_delivery,
    record_handed_over,
)
from makul.cases.actions.opening import set_circle
from makul.cases.models import Case, Participation
from makul.cases.queries.judging import status_of
from makul.core.errors import NotAllowed
from makul.journal.models import Entry
from makul.notices.actions import Letter, queue_notice
from makul.notices.models import Notice
from tests.scene import START, Scene, build_scene, screened

pytestmark = pytest.mark.django_db
NOW = START + timedelta(hours=1)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


@pytest.fixture
def case(scene: Scene) -> Case:
    case = screened(scene)
    set_circle(case=case, bodies=scene.bodies, actor=scene.drafter(scene.desk), now=START)
    return case


def write(case: Case, seat: Participation, now: datetime) -> Letter:
    return Letter("notified", case.subject, seat.party.language, "Кат", "Текст")


def tell(scene: Scene, case: Case) -> int:
    return notify(case=case, write=write, actor=scene.drafter(scene.desk), now=NOW)


def deliver(case: Case, state: str) -> Notice:
    notice = Notice.objects.filter(subject=case.subject).order_by("pk").last()
    notice.state, notice.done_at = state, NOW
    notice.save()
    return record_delivery(notice=notice, case=case, now=NOW)


def test_each_is_told_once(scene: Scene, case: Case) -> None:
    assert (tell(scene, case), tell(scene, case)) == (3, 0)
    assert Entry.objects.filter(subject=case.subject, action="notified").count() == 0


def test_a_delivery_is_the_step_and_is_recorded_once(scene: Scene, case: Case) -> None:
    tell(scene, case)
    notice = deliver(case, "delivered")
    record_delivery(notice=notice, case=case, now=NOW)
    entry = Entry.objects.get(subject=case.subject, action="notified")
    assert (entry.party, entry.to, entry.at) == ("demo-desk", notice.party.key, NOW)


def test_a_body_not_reached_is_not_silent(scene: Scene, case: Case) -> None:
    tell(scene, case)
    notice = deliver(case, "failed")
    assert Entry.objects.filter(subject=case.subject, action="not_delivered").count() == 1
    status = status_of(case, today=(START + timedelta(days=60)).date())
    assert notice.party.key in status.not_notified
    assert notice.party.key not in status.silent


def test_a_failed_letter_goes_again_to_the_address_of_the_register(
    scene: Scene, case: Case
) -> None:
    tell(scene, case)
    notice = deliver(case, "failed")
    notice.party.email = "new@example.org"
    notice.party.save()
    again = notify_again(case=case, notice=notice, actor=scene.drafter(scene.desk), now=NOW)
    assert (again.state, again.address, again.recorded_at) == ("queued", "new@example.org", None)


def test_telling_by_hand_starts_the_term_too(scene: Scene, case: Case) -> None:
    body = scene.bodies[0]
    actor = scene.drafter(scene.desk)
    record_handed_over(case=case, body=body, actor=actor, now=NOW, how="by hand")
    due = [one for one in status_of(case, today=NOW.date()).due if one.party == body.key]
    assert [one.step for one in due] == ["position"]


def test_bodies_notify_nobody(scene: Scene, case: Case) -> None:
    with pytest.raises(NotAllowed):
        notify(case=case, write=write, actor=scene.signatory(scene.bodies[0]), now=NOW)


def test_the_facilitator_notifies_and_else_the_association(scene: Scene, case: Case) -> None:
    assert desk_of(case) == scene.desk
    case.participations.filter(role="facilitator").delete()
    assert desk_of(case) == scene.union


def test_who_notifies_follows_from_the_procedure_of_the_case() -> None:
    scene = build_scene()
    case = screened(scene)
    assert desk_of(case) == scene.desk
    case.participations.filter(role="facilitator").delete()
    assert desk_of(case) == scene.union  # it conducts the case alone
    case.participations.filter(role="association").delete()
    assert desk_of(case) == scene.ministry
    case.participations.filter(party=scene.panel).update(role="committee")
    case.procedure = "sitting"
    assert desk_of(case) == scene.panel


def test_a_letter_that_bears_the_name_of_another_step_takes_no_step(
    scene: Scene, case: Case
) -> None:
    letter = Letter(kind="adopted", subject=case.subject, language="ky", title="…", body="…")
    notice = queue_notice(letter=letter, party=scene.union, now=START)
    Notice.objects.filter(pk=notice.pk).update(state="delivered", done_at=START)
    record_delivery(notice=notice, case=case, now=START)
    last = Entry.objects.order_by("-number").values_list("action", "to").first()
    assert last == ("adopted_told", scene.union.key)
