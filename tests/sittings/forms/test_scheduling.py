"""The forms of planning: a bill that touches nobody needs its reason, another matter its title."""

from __future__ import annotations

from makul.bills.models import Bill
from makul.parties.models import Party
from makul.sittings.forms.scheduling import (
    HandedOverForm,
    ItemForm,
    PostponeForm,
    ReasonForm,
    ScheduleForm,
    typed_item,
)
from makul.sittings.models import AgendaItem

HOUSE = Party(key="demo-committee", kind="committee")


def test_a_sitting_is_of_the_house_that_schedules_it() -> None:
    form = ScheduleForm({"starts_at": "2026-10-28T10:00", "language": "ky", "is_urgent": "on"})
    assert form.is_valid()
    content = form.content(HOUSE)
    assert (content.house, content.language, content.is_urgent) == (HOUSE, "ky", True)


def test_another_matter_has_a_title_and_no_reading() -> None:
    form = ItemForm({"touches": "no", "title_ky": " "}, bill=None)
    assert list(form.errors) == ["title_ky"]
    assert "readings" not in form.fields


def test_a_bill_that_touches_nobody_needs_its_reason() -> None:
    bill = Bill(number="1")
    assert list(ItemForm({"touches": "no"}, bill=bill).errors) == ["reason"]
    form = ItemForm({"touches": "yes", "readings": "2,3"}, bill=bill)
    assert form.is_valid()
    content = form.content
    assert (content.bill, content.readings, content.touches_local) == (bill, "2,3", True)


def test_an_item_is_shown_as_it_was_written() -> None:
    item = AgendaItem(title_ky="Ат", readings="1", touches_local=True, reason="милдет")
    assert typed_item(item) == {
        "title_ky": "Ат",
        "title_ru": "",
        "readings": "1",
        "version": "",
        "touches": "yes",
        "reason": "милдет",
    }


def test_reasons_are_said_in_a_language_of_the_texts() -> None:
    form = ReasonForm({"reason": "Кворум жок"})
    assert form.is_valid()
    assert (form.content("en").language, form.content("ru").language) == ("ky", "ru")
    assert list(PostponeForm({"reason": "Кворум жок"}).errors) == ["starts_at"]


def test_only_those_to_be_invited_can_be_chosen() -> None:
    sent = {"party": "other", "happened_at": "2026-10-20T10:00", "how": "№ 12"}
    assert list(HandedOverForm(sent, parties=[(HOUSE, "Committee")]).errors) == ["party"]
