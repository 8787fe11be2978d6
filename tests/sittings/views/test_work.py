"""The work pages of a sitting: each for whose role it is, in few questions, nothing typed is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from makul.sittings.actions.opining import prepare_opinion
from makul.sittings.models import AgendaItem, Opinion, Presence, Sitting, Speech
from tests.scene import Scene, browser, build_scene
from tests.sittings.scene import conciliated, make_bill
from tests.sittings.sitting_scene import convocation, hold, invite, put_item, scheduled

pytestmark = pytest.mark.django_db
NOW = timezone.now()
SET, AHEAD = NOW - timedelta(days=10), NOW + timedelta(days=9)
ITEM = object()
COMMITTEE = (
    ("sitting_work", ()),
    ("sitting_agenda_changed", ()),
    ("sitting_item_new", ()),
    ("sitting_item_edit", (ITEM,)),
    ("sitting_item_off", (ITEM,)),
    ("sitting_invited", ()),
    ("sitting_postponed", ()),
    ("sitting_cancelled", ()),
    ("sitting_held", ()),
    ("sitting_presence", ()),
    ("sitting_item", (ITEM,)),
    ("sitting_dissent", ()),
    ("sitting_minutes_drafted", ()),
)
UNION = (
    ("sitting_work", ()),
    ("sitting_item_opinion", (ITEM,)),
    ("sitting_opinion_release", (ITEM,)),
    ("sitting_note", (ITEM,)),
    ("sitting_dissent", ()),
)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=3, at=NOW - timedelta(days=100))


@pytest.fixture
def sitting(scene: Scene) -> Sitting:
    found = scheduled(scene, at=SET, starts_at=AHEAD)
    bill = make_bill(conciliated(scene, at=NOW - timedelta(days=90), reply="declined"))
    put_item(scene, found, bill=bill, at=SET)
    return found


def address(sitting: Sitting, name: str, *args: object) -> str:
    pk = sitting.items.get().pk
    return reverse(name, args=[sitting.number, *(pk if one is ITEM else one for one in args)])


@pytest.mark.parametrize(("name", "args"), COMMITTEE)
def test_each_page_of_the_committee(
    scene: Scene, sitting: Sitting, name: str, args: tuple[object, ...]
) -> None:
    url = address(sitting, name, *args)
    assert browser(scene.drafter(scene.committee)).get(url).status_code == 200
    others = {"sitting_work": 200, "sitting_dissent": 200}
    got = browser(scene.drafter(scene.union)).get(url).status_code
    assert got == others.get(name, 403)


@pytest.mark.parametrize(("name", "args"), UNION)
def test_each_page_of_the_association(
    scene: Scene, sitting: Sitting, name: str, args: tuple[object, ...]
) -> None:
    item = sitting.items.get()
    prepare_opinion(item=item, actor=scene.drafter(scene.union), now=SET)
    url = address(sitting, name, *args)
    assert browser(scene.drafter(scene.union)).get(url).status_code == 200
    assert browser(scene.drafter(scene.ministry)).get(url).status_code in {200, 403}


def test_pages_ask_no_more_than_twenty_times(
    scene: Scene, sitting: Sitting, django_assert_max_num_queries: object
) -> None:
    invite(scene, sitting, at=SET)
    client = browser(scene.drafter(scene.committee))
    for name, args in COMMITTEE:
        with django_assert_max_num_queries(26):  # type: ignore[operator]
            client.get(address(sitting, name, *args))


def test_a_committee_schedules_in_three_fields(scene: Scene) -> None:
    convocation()
    client = browser(scene.drafter(scene.committee))
    sent = {"starts_at": f"{AHEAD:%Y-%m-%d}T10:00", "place": "305", "language": "ky"}
    response = client.post(reverse("sitting_new"), sent)
    found = Sitting.objects.get()
    assert response["Location"] == reverse("sitting_agenda_changed", args=[found.number])
    assert (found.house, found.place) == (scene.committee, "305")


def test_others_schedule_none(scene: Scene) -> None:
    client = browser(scene.drafter(scene.union))
    assert client.get(reverse("sitting_new")).status_code == 403


def test_of_a_bill_that_touches_nobody_the_reason_is_asked(scene: Scene, sitting: Sitting) -> None:
    url = address(sitting, "sitting_item_edit", ITEM)
    response = browser(scene.drafter(scene.committee)).post(url, {"touches": "no", "readings": "1"})
    assert response.status_code == 422
    assert "Write why this bill does not touch local communities." in response.content.decode()


def test_items_change_places_with_one_button(scene: Scene, sitting: Sitting) -> None:
    second = put_item(scene, sitting, at=SET, touches=False)
    url = address_of(sitting, "sitting_agenda_changed")
    browser(scene.drafter(scene.committee)).post(url, {"up": second.pk})
    first = AgendaItem.objects.filter(sitting=sitting).order_by("order").first()
    assert first == second


def address_of(sitting: Sitting, name: str, *args: object) -> str:
    return reverse(name, args=[sitting.number, *args])


def test_presence_is_one_list_and_a_line_that_names_nobody_is_left_out(
    scene: Scene, sitting: Sitting
) -> None:
    sent = {
        "count": "3",
        "p0-kind": "member",
        "p0-office": "депутат",
        "p0-count": "7",
        "p1-kind": "association",
        "p1-party": scene.union.key,
        "p1-absent": "on",
        "p2-kind": "public",
    }
    url = address(sitting, "sitting_presence")
    response = browser(scene.drafter(scene.committee)).post(url, sent)
    assert response["Location"] == address(sitting, "sitting_held")
    told = Presence.objects.order_by("pk").values_list("kind", "count", "came")
    assert list(told) == [("member", 7, True), ("association", 1, False)]


def test_a_speech_by_nobody_is_sent_back_with_what_was_typed(
    scene: Scene, sitting: Sitting
) -> None:
    url = address(sitting, "sitting_item", ITEM)
    sent = {"do": "speech", "given": "spoke", "text_ky": "Мен каршымын."}
    response = browser(scene.drafter(scene.committee)).post(url, sent)
    assert response.status_code == 422
    assert "Мен каршымын." in response.content.decode()
    assert not Speech.objects.exists()


def test_an_opinion_is_drawn_up_changed_and_handed_in(scene: Scene, sitting: Sitting) -> None:
    invite(scene, sitting, at=SET)
    drafter = browser(scene.drafter(scene.union))
    url = address(sitting, "sitting_item_opinion", ITEM)
    assert drafter.post(url).status_code == 303
    sent = {"text_ky": "Макул эмеспиз.", "text_ru": "", "note_ky": "Урматтуу төрага!"}
    on = drafter.post(url, sent)["Location"]
    assert on == address(sitting, "sitting_opinion_release", ITEM)
    assert (
        "It is handed in by the one of your body who may sign." in drafter.get(on).content.decode()
    )
    assert browser(scene.signatory(scene.union)).post(on).status_code == 303
    opinion = Opinion.objects.get()
    assert (opinion.text_ky, opinion.released_at is not None) == ("Макул эмеспиз.", True)
    assert "Handed in" in drafter.get(url).content.decode()


def test_minutes_go_from_draft_to_approved_with_each_correction_answered(scene: Scene) -> None:
    sitting = scheduled(scene, at=NOW - timedelta(days=20), starts_at=NOW - timedelta(days=3))
    put_item(scene, sitting, at=NOW - timedelta(days=20))
    invite(scene, sitting, at=NOW - timedelta(days=19))
    hold(scene, sitting, at=NOW - timedelta(days=3))
    clerk = browser(scene.drafter(scene.committee))
    clerk.post(address(sitting, "sitting_minutes_drafted"))
    union = browser(scene.drafter(scene.union))
    sent = {"language": "ky", "text": "Үч мүнөт сүйлөдүк.", "item": ""}
    assert union.post(address(sitting, "sitting_minutes_corrected"), sent).status_code == 303
    url = address(sitting, "sitting_minutes_approved")
    sitting = Sitting.objects.get()
    correction = sitting.minutes.corrections.get()
    said = {"do": correction.pk, "taken": "no", "answer": ""}
    assert clerk.post(url, said).status_code == 422
    assert clerk.post(url, said | {"answer": "Жазуу туура."}).status_code == 303
    chair = browser(scene.signatory(scene.committee))
    assert chair.post(url, {"do": "approve"}).status_code == 303
    sitting.minutes.refresh_from_db()
    assert sitting.minutes.approved_at


def test_cancelled_and_postponed_ask_for_a_reason(scene: Scene, sitting: Sitting) -> None:
    clerk = browser(scene.drafter(scene.committee))
    assert clerk.post(address(sitting, "sitting_cancelled"), {"reason": ""}).status_code == 422
    moved = {"starts_at": f"{AHEAD + timedelta(days=7):%Y-%m-%d}T10:00", "reason": "Кворум жок"}
    assert clerk.post(address(sitting, "sitting_postponed"), moved).status_code == 303
    assert clerk.post(address(sitting, "sitting_cancelled"), {"reason": "Жок"}).status_code == 303
    sitting.case.refresh_from_db()
    assert sitting.case.outcome == "cancelled"
