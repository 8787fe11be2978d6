"""The invitation is made by its delivery: sent once, proved, sent again, and safe from a killed worker."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from makul.cases.models import Case
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from makul.notices.models import Notice
from makul.sittings.actions.inviting import invite_again, invite_associations, record_invited
from makul.sittings.models import Sitting
from makul.web.worker import deliver, record_deliveries
from tests.scene import build_scene
from tests.sittings.sitting_scene import (
    HELD,
    SET,
    Postman,
    carry,
    hold,
    invite,
    lines,
    put_item,
    said,
    scheduled,
)

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def invitations(sitting: Sitting) -> list[tuple[str, str, date]]:
    found = Entry.objects.filter(subject=sitting.case.subject, action="invited").order_by("number")
    return [(one.party, one.to, one.at.date()) for one in found]


def test_the_delivery_is_the_step_and_the_committee_takes_it() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting)
    assert invite(scene, sitting) == 1
    assert invitations(sitting) == [("demo-committee", "demo-union", SET.date())]
    assert sitting.agenda_sent_at == SET
    status = said(sitting, SET.date())
    assert (status.stage, lines(status.breaches)) == ("held", [])


def test_pressed_twice_it_is_sent_once() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting)
    assert [invite(scene, sitting), invite(scene, sitting, at=SET + DAY)] == [1, 0]
    assert Notice.objects.filter(kind="invited").count() == len(invitations(sitting)) == 1
    assert Sitting.objects.get().agenda_sent_at == SET


def test_after_a_late_item_of_local_matters_everyone_is_invited_anew() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting)
    invite(scene, sitting)
    put_item(scene, sitting, at=SET + DAY)
    due = [one.step for one in said(sitting, (SET + DAY).date()).due]
    assert due[0] == "invited"
    assert invite(scene, sitting, at=SET + 2 * DAY) == 1
    assert len(invitations(sitting)) == 2
    assert lines(said(sitting, HELD.date()).breaches) == []


def test_another_late_item_asks_for_no_new_letter() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting)
    invite(scene, sitting)
    put_item(scene, sitting, at=SET + DAY, touches=False)
    assert invite(scene, sitting, at=SET + 2 * DAY) == 0


def test_a_letter_that_failed_is_no_invitation_until_it_arrives() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting)
    invite(scene, sitting, takes=False)
    assert invitations(sitting) == []
    assert said(sitting, date(2026, 10, 21)).not_notified == ("demo-union",)
    notice = Notice.objects.get(kind="invited")
    actor = scene.drafter(scene.committee)
    invite_again(sitting=sitting, notice=notice, actor=actor, now=SET + 3 * DAY)
    carry(SET + 3 * DAY)
    assert invitations(sitting) == [("demo-committee", "demo-union", (SET + 3 * DAY).date())]


def test_a_worker_killed_between_sending_and_recording_loses_and_doubles_nothing() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting)
    actor = scene.drafter(scene.committee)
    invite_associations(sitting=sitting, actor=actor, now=SET)
    deliver(SET + DAY, post=Postman())  # and here it is killed
    assert invitations(sitting) == []
    for later in (2, 3):
        deliver(SET + later * DAY, post=Postman())
        record_deliveries(SET + later * DAY)
    assert invitations(sitting) == [("demo-committee", "demo-union", (SET + DAY).date())]


def test_one_invited_by_hand_has_been_invited_then() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting)
    actor = scene.drafter(scene.committee)
    record_invited(
        sitting=sitting,
        party=scene.union,
        how="кол коюп алды, № 17",
        actor=actor,
        now=SET + 10 * DAY,
        happened_at=SET + DAY,
    )
    assert invitations(sitting) == [("demo-committee", "demo-union", (SET + DAY).date())]
    with pytest.raises(BadInput, match="no_words"):
        record_invited(sitting=sitting, party=scene.union, how=" ", actor=actor, now=SET)


def test_held_without_inviting_is_a_breach_and_the_fact_stands() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting)
    hold(scene, sitting)
    assert lines(said(sitting, HELD.date()).breaches) == ["skipped invited 2026-10-20"]
    assert Case.objects.get(pk=sitting.case_id).breach_count == 1
    with pytest.raises(BadInput, match="sitting_held"):
        invite(scene, Sitting.objects.get())


def test_invited_late_is_on_record_as_late() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting)
    invite(scene, sitting, at=HELD - DAY)
    hold(scene, sitting)
    assert lines(said(sitting, HELD.date()).breaches) == ["late invited 2026-10-20"]


def test_only_the_house_invites_and_only_to_its_own() -> None:
    scene = build_scene()
    sitting, other = scheduled(scene), scheduled(scene)
    put_item(scene, sitting)
    invite(scene, sitting, takes=False)
    notice = Notice.objects.get(kind="invited")
    with pytest.raises(NotAllowed, match="wrong_role"):
        invite_associations(sitting=sitting, actor=scene.signatory(scene.union), now=SET)
    with pytest.raises(BadInput, match="notice_of_another_case"):
        invite_again(sitting=other, notice=notice, actor=scene.drafter(scene.committee), now=SET)
