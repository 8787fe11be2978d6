"""What the search finds of Parliament's side, and that drafts are found by nobody."""

from __future__ import annotations

import pytest
from django.utils import timezone

from makul.budget.models import Item, Position
from makul.expertise.models import Verdict
from makul.portal.actions import rebuild_search, refresh_search
from makul.portal.models import SearchLine
from makul.portal.parliament.lines import KINDS, LINES, lines_of_bills
from makul.portal.queries import THINGS, Wish, find_cases, find_things
from tests.portal.parliament.scene import (
    make_bill,
    make_expertise,
    make_item,
    make_protocol,
    make_sitting,
)
from tests.scene import Scene

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def found(text: str) -> set[tuple[str, str]]:
    return {(one.kind, one.title) for one in find_things(Wish(text))}


def test_the_search_knows_every_kind() -> None:
    assert KINDS == THINGS


def test_a_bill_by_its_title_and_summary_in_each_language() -> None:
    bill = make_bill("6-17", summary_ru="Инспектор по освещению")
    ky, ru = lines_of_bills([bill])
    assert (ky.language, ky.text, ru.text) == (
        "ky",
        bill.title_ky,
        f"{bill.title_ru}\nИнспектор по освещению",
    )
    assert (ru.place, ru.year, ru.case) == (f"/bills/{bill.pk}/", bill.registered_on.year, None)


def test_a_sitting_by_its_items_and_the_opinions_given(scene: Scene) -> None:
    sitting = make_sitting(scene, heard=True)
    sitting.items.create(
        order=2,
        title_ky="Алынган маселе",
        added_at=NOW,
        added_by=scene.drafter(scene.desk),
        taken_off_at=NOW,
    )
    [line] = LINES["sitting"](sitting.case)
    assert (line.title, line.text) == (scene.committee.name_ky, "Көчө жарыгы жөнүндө\nКаршыбыз.")
    sitting.items.get(order=1).opinions.update(released_at=None)
    [line] = LINES["sitting"](sitting.case)
    assert "Каршыбыз" not in line.text


def test_an_expertise_tells_nothing_of_a_draft_verdict(scene: Scene) -> None:
    found = make_expertise(scene, None, "acceptable")
    found.verdicts.update(reasons_ky="Негиздер")
    found.proposals.create(eid="art_1", wording_ky="Жаңы сөздөр")
    assert [one.text for one in LINES["expertise"](found.case)] == [
        f"{found.case.title_ky}\nНегиздер\nЖаңы сөздөр",
        found.case.title_ru,
    ]
    Verdict.objects.update(signed_at=None)
    assert [one.text for one in LINES["expertise"](found.case)] == [
        found.case.title_ky,
        found.case.title_ru,
    ]


def test_a_protocol_by_its_items_with_the_positions_filed(scene: Scene) -> None:
    protocol = make_protocol(scene, 2027, is_sat=False)
    item = make_item(scene, protocol)
    make_item(scene, protocol, is_tabled=False)
    Position.objects.filter(item=item, side="lsg").update(text_ky="Биздин сөз")
    Position.objects.filter(item=item, side="government").update(text_ky="Долбоор", filed_at=None)
    Item.objects.update(solution_ky="Чечим")
    ky, ru = LINES["special_protocol"](protocol.case)
    assert (ky.title, ky.text, ru.text) == (
        "2027, 1",
        f"{item.subject_ky}\nБиздин сөз",
        item.subject_ru,
    )


@pytest.mark.parametrize("make", [rebuild_search, refresh_search])
def test_each_is_found_and_stands_beside_the_cases(house, make) -> None:
    from makul.journal.actions import record

    record(subject="bills", action="bills_taken_in", party="operator", at=NOW)
    make(now=NOW)
    assert {kind for kind, _title in found("жарык")} == {"bill", "sitting", "expertise"}
    assert found("трансферт") == {("special", "2027, 1")}
    assert find_cases(Wish("трансферт")) == ([], {})


def test_only_bills_that_touch_or_were_noticed_are_kept(scene: Scene) -> None:
    from makul.journal.actions import record

    kept, other = make_bill("1"), make_bill("2", touches="unknown")
    record(subject="bills", action="bills_taken_in", party="operator", at=NOW)
    refresh_search(now=NOW)
    assert set(SearchLine.objects.filter(kind="bill").values_list("ref", flat=True)) == {
        str(kept.pk)
    }
    kept.touches, other.touches = "no", "yes"
    kept.save()
    other.save()
    for bill in (kept, other):
        record(subject=bill.subject, action="bill_screened", party="x", at=NOW)
    refresh_search(now=NOW)
    assert set(SearchLine.objects.filter(kind="bill").values_list("ref", flat=True)) == {
        str(other.pk)
    }


def test_many_bills_are_read_in_several_rounds(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    from makul.journal.actions import record
    from makul.portal import actions

    monkeypatch.setattr(actions, "MOST_BILLS", 3)
    for n in range(8):
        make_bill(str(n))
    record(subject="bills", action="bills_taken_in", party="operator", at=NOW)
    counts = []
    for _round in range(4):
        refresh_search(now=NOW)
        counts.append(SearchLine.objects.filter(kind="bill", language="ky").count())
    assert counts == [3, 6, 8, 8]


def test_an_idle_round_reads_no_bill(scene: Scene, django_assert_max_num_queries) -> None:
    make_bill("1")
    refresh_search(now=NOW)
    with django_assert_max_num_queries(12):
        refresh_search(now=NOW)
