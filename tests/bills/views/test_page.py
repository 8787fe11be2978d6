"""How a bill, its events and its interests are said."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from makul.bills.models import Alert
from makul.bills.views.page import alert_tag, event_line, interests_of, is_passed, line_of, state_of
from tests.bills.making import NOW, make_bill

pytestmark = pytest.mark.django_db


def test_a_line_of_a_list() -> None:
    bill = make_bill(track="fast", stage="adopted")
    alert = Alert.objects.create(bill=bill, key="k", kind="no_case", raised_at=NOW)
    line = line_of(bill)
    assert (line["is_fast"], line["is_passed"], is_passed(bill)) == (True, True, True)
    with override("ru"):
        assert [str(one["word"]) for one in line["alerts"]] == ["Нет согласования"]
        assert str(line["initiator"]) == "депутаты Жогорку Кенеша"
        assert state_of(bill) == "Он стал законом, а местное самоуправление не спросили."
    assert alert_tag(alert)["is_open"]


def test_interests_and_events_in_words() -> None:
    bill = make_bill()
    assert interests_of(bill, language="ru") == [
        {"word": "расходы или выпадающие доходы", "found": "местного бюджета"}
    ]
    event = bill.events.create(
        key="e",
        kind="amendment",
        on=NOW.date(),
        readings="2,3",
        eids=["art_3"],
        text_ru="Поправка",
        told_by="sitting:2026-0001",
        read_at=NOW,
    )
    line = event_line(event, language="ru")
    assert (line["readings"], line["places"], line["text"], line["is_sitting"]) == (
        "2, 3",
        "Статья 3",
        "Поправка",
        True,
    )
