"""What is put on an agenda brings the associations in, and tells the register of bills."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.bills.models import BillEvent
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from makul.parties.models import Party
from makul.sittings.actions.agenda import (
    ItemInput,
    add_item,
    change_item,
    order_items,
    take_off_item,
)
from makul.sittings.models import AgendaItem, Sitting
from tests.scene import Scene, build_scene, make_party
from tests.sittings.scene import conciliated, make_bill
from tests.sittings.sitting_scene import SET, invite, put_item, scheduled

pytestmark = pytest.mark.django_db


def roles(sitting: Sitting) -> dict[str, str]:
    return dict(sitting.case.participations.values_list("party__key", "role"))


def last_entry(sitting: Sitting) -> tuple[str, str]:
    entry = Entry.objects.filter(subject=sitting.case.subject).order_by("-number")[0]
    return entry.action, entry.value


def events() -> list[tuple[str, str, str]]:
    return list(BillEvent.objects.order_by("pk").values_list("kind", "readings", "told_by"))


def test_an_item_of_local_matters_brings_every_association_in() -> None:
    scene = build_scene()
    make_party("demo-second", Party.Kind.ASSOCIATION)
    sitting = scheduled(scene)
    put_item(scene, sitting, touches=False)
    assert roles(sitting) == {"demo-committee": "committee"}
    put_item(scene, sitting)
    assert roles(sitting) == {
        "demo-committee": "committee",
        "demo-second": "association",
        "demo-union": "association",
    }
    assert last_entry(sitting) == ("agenda_set", "touches")


def test_a_bill_brings_its_title_its_conciliation_and_the_association_of_that() -> None:
    scene = build_scene()
    case = conciliated(scene)
    make_party("demo-second", Party.Kind.ASSOCIATION)
    sitting = scheduled(scene)
    item = put_item(scene, sitting, bill=make_bill(case))
    assert (item.conciliation, item.title_ru) == (case, "Об уличном освещении населённых пунктов")
    assert roles(sitting) == {"demo-committee": "committee", "demo-union": "association"}
    assert events() == [("agenda", "1", f"sitting:{sitting.number}")]


def test_after_the_agenda_was_sent_an_item_is_late_and_a_step_of_its_own() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting)
    invite(scene, sitting)
    item = put_item(scene, sitting, bill=make_bill(), at=SET + timedelta(days=2))
    assert (item.was_late, item.order) == (True, 2)
    assert last_entry(sitting) == ("agenda_changed", "touches")
    assert [kind for kind, _readings, _by in events()] == ["agenda_changed"]


def test_several_readings_at_once_are_told_as_a_fast_track() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    item = put_item(scene, sitting, bill=make_bill(), readings="2,3")
    assert (item.is_fast, events()) == (
        True,
        [("fast_track", "2,3", f"sitting:{sitting.number}")],
    )


def test_a_change_of_readings_is_told_once_and_a_change_of_reason_not() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    item = put_item(scene, sitting, bill=make_bill(), readings="2")
    actor = scene.drafter(scene.committee)
    same = ItemInput(bill=item.bill, readings="2", touches_local=True, reason="another reason")
    change_item(item=item, content=same, actor=actor, now=SET)
    fast = ItemInput(bill=item.bill, readings="2,3", touches_local=True, reason="x")
    for _twice in range(2):
        change_item(item=AgendaItem.objects.get(), content=fast, actor=actor, now=SET)
    assert [kind for kind, _readings, _by in events()] == ["agenda", "fast_track"]


def test_a_bill_that_touches_nobody_says_why() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    actor = scene.drafter(scene.committee)
    content = ItemInput(bill=make_bill(), readings="1")
    with pytest.raises(BadInput, match="give_a_reason"):
        add_item(sitting=sitting, content=content, actor=actor, now=SET)
    with pytest.raises(BadInput, match="no_title"):
        add_item(sitting=sitting, content=ItemInput(), actor=actor, now=SET)
    with pytest.raises(BadInput, match="unknown_reading"):
        add_item(
            sitting=sitting, content=ItemInput(title_ky="а", readings="4"), actor=actor, now=SET
        )
    assert (AgendaItem.objects.count(), BillEvent.objects.count()) == (0, 0)


def test_what_is_taken_off_stays_on_record_with_its_reason() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    item = put_item(scene, sitting)
    actor = scene.drafter(scene.committee)
    with pytest.raises(BadInput, match="give_a_reason"):
        take_off_item(item=item, reason=" ", actor=actor, now=SET)
    take_off_item(item=item, reason="Инициатор өтүндү", actor=actor, now=SET)
    item.refresh_from_db()
    entry = Entry.objects.filter(subject=sitting.case.subject).order_by("-number")[0]
    assert (item.taken_off_at, entry.data["what"], entry.data["reason"]) == (
        SET,
        "taken_off",
        "Инициатор өтүндү",
    )
    assert last_entry(sitting) == ("agenda_set", "other")


def order(sitting: Sitting) -> list[str]:
    return list(sitting.items.order_by("order").values_list("title_ru", flat=True))


def three(scene: Scene, sitting: Sitting) -> list[AgendaItem]:
    actor = scene.drafter(scene.committee)
    return [
        add_item(sitting=sitting, content=ItemInput(title_ru=name), actor=actor, now=SET)
        for name in ("one", "two", "three")
    ]


def test_items_are_put_in_order_and_those_left_out_keep_to_the_end() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    items = three(scene, sitting)
    actor = scene.drafter(scene.committee)
    order_items(sitting=sitting, items=[items[2].pk], actor=actor, now=SET)
    assert order(sitting) == ["three", "one", "two"]
    with pytest.raises(BadInput, match="item_of_another_sitting"):
        order_items(sitting=sitting, items=[0], actor=actor, now=SET)


def test_the_association_sets_no_agenda() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    item = put_item(scene, sitting)
    actor = scene.signatory(scene.union)
    content = ItemInput(title_ru="x")
    with pytest.raises(NotAllowed, match="wrong_role"):
        add_item(sitting=sitting, content=content, actor=actor, now=SET)
    with pytest.raises(NotAllowed, match="wrong_role"):
        change_item(item=item, content=content, actor=actor, now=SET)
