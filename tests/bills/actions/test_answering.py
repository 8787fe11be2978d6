"""The association answers an alert in one of three ways, once."""

from __future__ import annotations

import pytest

from makul.bills.actions.answering import file_opinion, let_be, open_case_on_alert
from makul.bills.actions.noticing import notice_pending
from makul.bills.models import Alert
from makul.bills.queries import bill_of
from makul.cases.actions.motions import Motion
from makul.core.errors import BadInput, NotAllowed
from makul.documents.queries import visible_to
from makul.documents.storing import File
from makul.journal.models import Entry
from tests.bills.making import NOW, make_bill
from tests.scene import Scene, build_scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


@pytest.fixture
def alert(scene: Scene) -> Alert:
    make_bill()
    notice_pending(now=NOW)
    return Alert.objects.get()


def motion(scene: Scene) -> Motion:
    return Motion(
        act_kind="law",
        title_ky="Көчө жарыгы жөнүндө",
        title_ru="",
        initiator=scene.ministry,
        deciders=[scene.committee],
    )


def test_a_case_on_own_motion_with_its_bill_and_circle(scene: Scene, alert: Alert) -> None:
    actor = scene.drafter(scene.union)
    case = open_case_on_alert(
        alert=alert, motion=motion(scene), bodies=scene.bodies, actor=actor, now=NOW
    )
    alert.refresh_from_db()
    bill = bill_of(case)
    assert bill is not None
    assert (alert.answer, alert.answered_case, alert.answered_by) == ("motion", case, actor)
    assert (bill.case, bill.matched_by) == (case, "motion")
    assert case.participations.filter(role="lsg").count() == 2
    with pytest.raises(BadInput, match="alert_answered"):
        open_case_on_alert(alert=alert, motion=motion(scene), actor=actor, now=NOW)
    with pytest.raises(NotAllowed, match="wrong_role"):
        open_case_on_alert(
            alert=alert, motion=motion(scene), actor=scene.drafter(scene.desk), now=NOW
        )


def test_the_opinion_becomes_public_when_it_is_filed(scene: Scene, alert: Alert) -> None:
    with pytest.raises(NotAllowed, match="may_not_sign"):
        file_opinion(alert=alert, actor=scene.drafter(scene.union), now=NOW)
    own = File("ru", "own.txt", "Наше заключение".encode())
    before = Entry.objects.count()
    paper = file_opinion(alert=alert, files=[own], actor=scene.signatory(scene.union), now=NOW)
    assert Entry.objects.count() == before + 1
    assert visible_to(paper.document, None)
    assert list(paper.document.versions.values_list("number", "language")) == [
        (1, "ky"),
        (1, "ru"),
        (2, "ru"),
    ]
    alert.refresh_from_db()
    assert (alert.answer, paper.kind) == ("opinion", "opinion")


def test_let_be_needs_a_reason_and_counts_once(scene: Scene, alert: Alert) -> None:
    actor = scene.signatory(scene.union)
    for reason, code in ((" ", "no_reason"), ("x" * 2_001, "too_long")):
        with pytest.raises(BadInput, match=code):
            let_be(alert=alert, reason=reason, actor=actor, now=NOW)
    done = let_be(alert=alert, reason=" Министрлик менен сүйлөштүк. ", actor=actor, now=NOW)
    assert (done.answer, done.reason) == ("let_be", "Министрлик менен сүйлөштүк.")
    with pytest.raises(BadInput, match="alert_answered"):
        file_opinion(alert=alert, actor=actor, now=NOW)
