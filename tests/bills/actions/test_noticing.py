"""The watch raises what is missing, once, whoever was killed on the way; many at once are one letter."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from makul.bills.actions import noticing
from makul.bills.actions.noticing import notice_pending
from makul.bills.models import Alert, Bill, BillEvent
from makul.bills.watch import watch
from makul.journal.models import Entry
from makul.notices.models import Notice
from tests.bills.making import NOW, make_bill
from tests.scene import Scene, build_scene

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def scene() -> Scene:
    return build_scene(bodies=1)


def event(bill: Bill, kind: str, **more: object) -> BillEvent:
    known = {"on": date(2026, 9, 10), "told_by": "kenesh", "read_at": NOW, "is_watched": False}
    return BillEvent.objects.create(bill=bill, key=f"{kind}", kind=kind, **known | more)


def test_what_a_file_told_raises_its_alerts_once() -> None:
    bill = make_bill()
    event(bill, "agenda_changed")
    event(bill, "fast_track", readings="2,3")
    assert watch(NOW) == 3
    assert sorted(Alert.objects.values_list("kind", flat=True)) == [
        "agenda_change",
        "fast_track",
        "no_case",
    ]
    assert (Notice.objects.count(), watch(NOW), Alert.objects.count()) == (3, 0, 3)
    entered = Entry.objects.filter(action="alert_raised")
    assert sorted(key for one in entered for key in one.data["alerts"]) == sorted(
        Alert.objects.values_list("key", flat=True)
    )


def test_a_worker_killed_between_two_bills_raises_the_rest_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number in range(4):
        make_bill(f"6-{number}")
    real, calls = noticing.enter, []

    def killed(*arguments: object, **named: object) -> None:
        calls.append(1)
        if len(calls) == 3:
            raise SystemExit
        real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(noticing, "enter", killed)
    with pytest.raises(SystemExit):
        notice_pending(now=NOW)
    monkeypatch.setattr(noticing, "enter", real)
    assert Alert.objects.count() == 2  # the third was taken back whole, with its letter
    assert Notice.objects.count() == Alert.objects.exclude(notice=None).count() == 2
    assert notice_pending(now=NOW) == 2
    assert (Alert.objects.count(), Notice.objects.count()) == (4, 4)
    assert Entry.objects.filter(action="alert_raised").count() == 4


def test_many_at_once_are_one_letter_and_their_opinions_follow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(noticing, "MOST_LETTERS", 2)
    monkeypatch.setattr(noticing, "MOST_DRAWN", 2)
    for number in range(3):
        make_bill(f"6-{number}")
    assert notice_pending(now=NOW) == 3
    letter = Notice.objects.get()
    assert (letter.kind, letter.path) == ("alerts_many", "/bills/desk/")
    assert Alert.objects.exclude(opinion=None).count() == 2
    notice_pending(now=NOW)
    assert Alert.objects.exclude(opinion=None).count() == 3
    assert Notice.objects.count() == 1


def test_what_is_no_news_or_touches_nobody_raises_nothing() -> None:
    old = NOW.date() - timedelta(days=400)
    make_bill("6-1", touches="unknown")
    make_bill("6-2", stage="withdrawn")
    make_bill("6-3", stage="published", registered_on=old)
    event(make_bill("6-4", touches="no"), "agenda_changed")
    assert notice_pending(now=NOW) == 0
    assert not BillEvent.objects.filter(is_watched=False).exists()


def test_a_bill_that_became_law_within_days_is_news() -> None:
    make_bill("6-1", stage="adopted")
    assert notice_pending(now=NOW) == 1


def test_the_round_takes_the_same_queries_however_many_bills_raise_nothing(
    django_assert_max_num_queries: object,
) -> None:
    for number in range(30):
        make_bill(f"6-{number}", touches="unknown")
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        notice_pending(now=NOW)
