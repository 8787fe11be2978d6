"""The records of bills, alerts, sittings and expertises say what is public and no more."""

from __future__ import annotations

import pytest
from django.utils import timezone

from makul.expertise.models import Verdict
from makul.portal.parliament import reading
from tests.portal.parliament.scene import make_expertise, make_sitting
from tests.scene import Scene

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def test_a_bill_with_its_alerts(noticed) -> None:
    found = reading.bill_record(reading.all_bills().get())
    assert (found.number, found.alerts, found.case, found.url) == (
        "6-17",
        1,
        "",
        f"/bills/{noticed.pk}/",
    )
    assert list(reading.every_bill()) == [found]
    detail = reading.bill_detail(reading.all_bills().get())
    assert [one.kind for one in detail.noticed] == ["no_case"]
    assert detail.events == []


def test_an_event_in_both_languages(noticed) -> None:
    noticed.events.create(
        key="1",
        kind="reading",
        on=TODAY,
        readings="2,3",
        text_ru="Принят сразу.",
        told_by="kenesh",
        read_at=timezone.now(),
    )
    [told] = reading.bill_detail(reading.all_bills().get()).events
    assert (told.readings, told.text_ky, told.text_ru) == ("2,3", "", "Принят сразу.")


def test_an_alert_names_its_bill(noticed) -> None:
    found = reading.alert_record(reading.all_alerts().get())
    assert (found.bill, found.kind, found.answer, found.case) == (noticed.pk, "no_case", "", "")


def test_how_the_association_was_invited(scene: Scene, noticed) -> None:
    kept = make_sitting(scene, noticed, heard=True)
    past = make_sitting(scene, noticed, invited=False)
    ahead = make_sitting(scene, noticed, is_held=False)
    told = {one.number: one for one in reading.every_sitting(today=TODAY)}
    assert {one.number: one.invitation for one in told.values()} == {
        kept.case.number: "in_time",
        past.case.number: "skipped",
        ahead.case.number: "",
    }
    assert (told[kept.case.number].heard, told[past.case.number].heard) == (1, 0)
    assert (told[kept.case.number].items, told[kept.case.number].touching) == (1, 1)


def test_an_expertise_with_its_verdicts_and_costs(scene: Scene, noticed) -> None:
    make_expertise(scene, noticed, "not_acceptable", second="maintained")
    [told] = reading.every_expertise()
    assert (told.verdict, told.second_verdict, told.yearly_som, told.once_som) == (
        "not_acceptable",
        "maintained",
        1000,
        None,
    )
    Verdict.objects.update(signed_at=None)
    [draft] = reading.every_expertise()
    assert (draft.verdict, draft.yearly_som, draft.signed_at) == ("", None, None)
