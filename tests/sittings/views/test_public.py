"""What anyone reads of sittings: breaches told plainly, the minutes to take along, in few questions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from makul.sittings.models import House, Sitting
from tests.scene import Scene, build_scene
from tests.sittings.scene import conciliated, make_bill
from tests.sittings.sitting_scene import convocation, drafted, hold, invite, put_item, scheduled

pytestmark = pytest.mark.django_db
NOW = timezone.now()
SET, HELD = NOW - timedelta(days=30), NOW - timedelta(days=6)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=3, at=NOW - timedelta(days=100))


@pytest.fixture
def sitting(scene: Scene) -> Sitting:
    found = scheduled(scene, at=SET, starts_at=HELD)
    bill = make_bill(conciliated(scene, at=NOW - timedelta(days=90)))
    put_item(scene, found, bill=bill, at=SET)
    return found


def page(name: str, *args: object, client: Client | None = None, **data: object) -> str:
    response = (client or Client()).get(reverse(name, args=args), {"lang": "en", **data})
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def test_an_empty_calendar_says_what_will_stand_there() -> None:
    assert "No sitting is scheduled" in page("sitting_list")
    assert "No sitting is on record yet" in page("sitting_list", when="past")
    assert "No sitting in this month" in page("sitting_list", month="2026-01")
    assert "No committee is entered yet" in page("house_list")
    assert "has been held yet" in page("sittings_not_invited")


def test_held_without_inviting_stands_on_top(scene: Scene, sitting: Sitting) -> None:
    hold(scene, sitting, at=HELD)
    said = "Held without inviting the association it had to invite."
    assert said in page("sitting_case", sitting.number)
    listed = page("sittings_not_invited")
    assert "1 of 1 sittings to which an association was to be invited" in listed
    assert sitting.number in listed


def test_invited_in_time_is_no_breach(scene: Scene, sitting: Sitting) -> None:
    invite(scene, sitting, at=SET)
    hold(scene, sitting, at=HELD)
    shown = page("sitting_case", sitting.number)
    assert "delivered by e-mail" in shown
    assert "Held without inviting" not in shown
    assert "Every association was invited" in page("sittings_not_invited")


def test_an_unknown_sitting_and_a_case_that_is_none_are_404(scene: Scene, sitting: Sitting) -> None:
    other = sitting.items.get().conciliation
    assert other
    for number in ("2020-9999", other.number):
        assert Client().get(reverse("sitting_case", args=[number])).status_code == 404


def test_the_page_of_the_case_leads_to_the_sitting(sitting: Sitting) -> None:
    response = Client().get(reverse("case", args=[sitting.number]))
    assert response["Location"] == reverse("sitting_case", args=[sitting.number])


def test_asked_again_while_nothing_was_recorded_is_304(sitting: Sitting) -> None:
    address = reverse("sitting_case", args=[sitting.number])
    first = Client().get(address)
    again = Client().get(address, headers={"if-none-match": first["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)


def test_no_page_asks_more_than_twenty_times(
    scene: Scene, sitting: Sitting, django_assert_max_num_queries: object
) -> None:
    invite(scene, sitting, at=SET)
    minutes = drafted(scene, hold(scene, sitting, at=HELD), at=HELD + timedelta(days=1))
    House.objects.create(
        convocation=convocation(),
        party=scene.committee,
        number=1,
        as_of=SET.date(),
        source="invented",
    )
    assert minutes
    for name, args, data in (
        ("sitting_list", (), {"when": "past"}),
        ("sitting_list", (), {"month": f"{HELD:%Y-%m}"}),
        ("house_list", (), {}),
        ("house", (scene.committee.key,), {}),
        ("sittings_not_invited", (), {}),
        ("sitting_case", (sitting.number,), {}),
    ):
        with django_assert_max_num_queries(20):  # type: ignore[operator]
            page(name, *args, **data)
