"""What happened to a bill is told once and raises what follows from it, at once and once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from makul.bills.actions.events import note_event
from makul.bills.models import Alert, Bill, BillEvent
from makul.cases.models import Row
from makul.core.errors import BadInput
from makul.documents.queries import visible_to
from makul.journal.models import Entry
from makul.notices.models import Notice
from tests.bills.making import NOW, make_bill
from tests.scene import Scene, build_scene, notified

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


def tell(bill: Bill, kind: str, key: str = "k1", **more: Any) -> BillEvent:
    known: dict[str, Any] = {"on": date(2026, 9, 10), "told_by": "kenesh", "actor": None}
    return note_event(bill=bill, kind=kind, key=key, now=NOW, **known | more)


def kinds(bill: Bill) -> list[str]:
    return sorted(bill.alerts.values_list("kind", flat=True))


def test_an_event_told_twice_is_told_once(scene: Scene) -> None:
    bill = make_bill()
    first = tell(bill, "agenda")
    before = Entry.objects.count()
    assert tell(bill, "agenda") == first
    assert (bill.events.count(), Entry.objects.count()) == (1, before)


def test_a_bill_without_a_case_raises_an_alert_with_a_letter_and_a_ready_opinion(
    scene: Scene,
) -> None:
    bill = make_bill()
    tell(bill, "registered")
    alert = Alert.objects.get()
    assert (alert.kind, alert.notice and alert.notice.party) == ("no_case", scene.union)
    opinion = alert.opinion
    assert opinion is not None
    assert sorted(opinion.versions.values_list("language", flat=True)) == ["ky", "ru"]
    assert visible_to(opinion, scene.union) and not visible_to(opinion, None)
    notice = Notice.objects.get()
    assert notice.path == f"/bills/alerts/{alert.pk}/" and notice.path in notice.body


@pytest.mark.parametrize(
    ("kind", "more", "raised"),
    [
        ("agenda", {}, ["no_case"]),
        ("agenda_changed", {}, ["agenda_change", "no_case"]),
        ("fast_track", {"readings": "2,3"}, ["fast_track", "no_case"]),
        ("reading", {"readings": "2,3"}, ["fast_track", "no_case"]),
        ("reading", {"readings": "1"}, ["no_case"]),
        ("withdrawn", {}, []),
    ],
)
def test_what_each_event_raises(
    scene: Scene, kind: str, more: dict[str, Any], raised: list[str]
) -> None:
    bill = make_bill()
    tell(bill, kind, **more)
    assert kinds(bill) == raised


def test_the_decision_on_two_readings_and_the_readings_themselves_are_one_alert(
    scene: Scene,
) -> None:
    bill = make_bill()
    tell(bill, "fast_track", key="a", readings="2,3")
    tell(bill, "reading", key="b", readings="2,3")
    assert kinds(bill) == ["fast_track", "no_case"]
    assert Bill.objects.get().track == "fast"
    assert Bill.objects.get().stage == "reading_3"


def test_a_bill_that_touches_nobody_or_an_old_story_raises_nothing(scene: Scene) -> None:
    aside = make_bill("6-2", touches="no")
    tell(aside, "agenda_changed")
    tell(aside, "fast_track", key="k2", readings="1,2")
    old = make_bill("6-3", registered_on=NOW.date() - timedelta(days=900), stage="published")
    tell(old, "agenda_changed", on=NOW.date() - timedelta(days=800))
    assert not Alert.objects.exists()


def test_an_amendment_to_a_settled_provision_reopens_its_row(scene: Scene) -> None:
    case = notified(scene)
    bill = make_bill(case=case)
    settled, other = (
        Row.objects.create(case=case, number=number, eid=eid, kind="objection", author=scene.union)
        for number, eid in ((1, "art_3__para_2"), (2, "art_2"))
    )
    meeting = case.meetings.create(planned_at=NOW)
    for row in (settled, other):
        meeting.results.create(row=row, is_settled=True)
    tell(bill, "amendment", key="x", eids=["art_1"])
    assert kinds(bill) == []
    tell(bill, "amendment", key="y", eids=["art_3"])
    alert = Alert.objects.get()
    assert (alert.kind, list(alert.rows.all())) == ("reopened", [settled])


def test_every_event_is_one_entry_and_an_unknown_one_is_refused(scene: Scene) -> None:
    bill = make_bill()
    before = Entry.objects.count()
    tell(bill, "agenda_changed")
    entry = Entry.objects.last()
    assert entry is not None and Entry.objects.count() == before + 1
    assert entry.data["alerts"] == list(Alert.objects.order_by("pk").values_list("key", flat=True))
    with pytest.raises(BadInput, match="unknown_event"):
        tell(bill, "sung", key="z")
