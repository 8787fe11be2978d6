"""The pages of readings: open to all, recorded by committee and desk, each row traced on one page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from makul.bills.models import Bill
from makul.sittings.models import Reading, RowFate
from tests.scene import Scene, browser, build_scene
from tests.sittings.scene import ASKED, conciliated, make_bill, texts

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=3, at=NOW - timedelta(days=90))


def page(client: Client, name: str, *args: object, **data: object) -> str:
    response = client.get(reverse(name, args=args), data)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def recorded(scene: Scene, bill: Bill) -> str:
    """The committee records a reading with its text. Returns where it is sent on to."""
    sent = {
        "numbers": "1",
        "read_on": timezone.localdate().isoformat(),
        "votes_for": "61",
        "votes_against": "4",
        "carried": "yes",
        "text_ru": SimpleUploadedFile("bill.txt", texts()[0].data),
    }
    client = browser(scene.drafter(scene.committee))
    response = client.post(reverse("reading_new", args=[bill.pk]), sent)
    assert response.status_code == 303, response.content.decode()
    return response["Location"]


def test_a_bill_without_readings_says_what_will_stand_here(scene: Scene) -> None:
    said = page(
        Client(headers={"accept-language": "en"}), "bill_readings", make_bill().pk, lang="en"
    )
    assert "No reading yet" in said
    assert "Record a reading" not in said


def test_the_committee_records_a_reading_and_then_traces_the_rows(scene: Scene) -> None:
    bill = make_bill(conciliated(scene, at=NOW - timedelta(days=80)))
    on = recorded(scene, bill)
    reading = Reading.objects.get()
    assert on == reverse("reading_rows", args=[bill.pk, reading.pk])
    client = browser(scene.drafter(scene.committee))
    said = client.get(on).content.decode()
    assert ASKED in said
    sent = {
        f"row{row.number}-{name}": value
        for row in bill.case.rows.all()
        for name, value in (("result", "taken"), ("eid", row.eid))
    }
    response = client.post(on, sent)
    assert response.status_code == 303, response.content.decode()
    assert list(RowFate.objects.values_list("result", flat=True)) == ["taken", "taken"]


def test_a_row_without_a_fate_is_said_and_nothing_is_lost(scene: Scene) -> None:
    bill = make_bill(conciliated(scene, at=NOW - timedelta(days=80)))
    on = recorded(scene, bill)
    client = browser(scene.drafter(scene.committee))
    response = client.post(on, {"row1-result": "reopened", "row1-eid": "-", "row2-result": ""})
    assert response.status_code == 422
    assert "Write by which amendment" in response.content.decode()
    assert not RowFate.objects.exists()


def test_everyone_reads_the_vote_the_text_and_what_differs(scene: Scene) -> None:
    bill = make_bill(conciliated(scene, at=NOW - timedelta(days=80)))
    recorded(scene, bill)
    said = page(Client(), "bill_readings", bill.pk, lang="en")
    assert "for 61, against 4" in said
    beside = page(Client(), "reading_compare", bill.pk, Reading.objects.get().pk, lang="en")
    assert "1 provision differs from the text conciliated." in beside
    assert "<ins>" in beside


@pytest.mark.parametrize("who", ["ministry", "panel"])
def test_others_do_not_record_readings(scene: Scene, who: str) -> None:
    client = browser(scene.drafter(getattr(scene, who)))
    for name, args in (("reading_new", [make_bill().pk]),):
        assert client.get(reverse(name, args=args)).status_code == 403


def test_votes_are_told_whole_or_not_at_all(scene: Scene) -> None:
    client = browser(scene.drafter(scene.committee))
    sent = {"numbers": "1", "read_on": timezone.localdate().isoformat(), "votes_for": "61"}
    response = client.post(reverse("reading_new", args=[make_bill().pk]), sent)
    assert response.status_code == 422
    assert "Write how many were for and how many against." in response.content.decode()


def test_the_page_asks_no_more_for_more_readings(
    scene: Scene, django_assert_max_num_queries: object
) -> None:
    bill = make_bill(conciliated(scene, at=NOW - timedelta(days=80)))
    recorded(scene, bill)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        page(Client(), "bill_readings", bill.pk)
