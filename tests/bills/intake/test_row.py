"""Each row is held to its form, and a refusal names the field and what stands there."""

from __future__ import annotations

from typing import Any

import pytest

from makul.bills.intake.row import LONGEST, BillRow, Refusal, check_row
from makul.command.words import SENTENCES
from makul.parties.saying import sentences

GOOD = {
    "number": "6-1",
    "title_ru": "О налогах",
    "initiator_kind": "cabinet",
    "registered_on": "2026-09-01",
}
BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"number": ""}, "row_lacks", "number"),
    ({"registered_on": None}, "row_lacks", "registered_on"),
    ({"title_ru": " "}, "row_no_title", ""),
    ({"registered_on": "01.09.2026"}, "row_bad_day", "registered_on"),
    ({"registered_on": "20260901"}, "row_bad_day", "registered_on"),
    ({"registered_on": "1890-01-01"}, "row_bad_day", "registered_on"),
    ({"initiator_kind": "somebody"}, "row_unknown_word", "initiator_kind"),
    ({"stage": "sung"}, "row_unknown_word", "stage"),
    ({"title_ky": "x" * 2_001}, "row_too_long", "title_ky"),
    ({"title_ky": ["x"]}, "row_not_text", "title_ky"),
    ({"title_ky": "\udcff"}, "row_not_utf8", "title_ky"),
    ({"address": "javascript:alert(1)"}, "row_bad_address", ""),
    ({"address": "https://[x"}, "row_bad_address", ""),
    ({"events": "2026-09-01 sung"}, "row_bad_event", ""),
    ({"events": "tomorrow reading 1"}, "row_bad_event", ""),
    ({"events": "2026-09-01 amendment Статья"}, "row_bad_event", ""),
    ({"events": [{"kind": "reading", "on": "2026-09-01", "readings": "4"}]}, "row_bad_event", ""),
    ({"events": [{"kind": "reading", "on": "2026-09-01", "text_ky": 3}]}, "row_bad_event", ""),
    ({"events": 5}, "row_bad_event", ""),
    ({"events": "2026-09-01 agenda|" * 61}, "row_too_many", ""),
]


@pytest.mark.parametrize(("changed", "code", "field"), BAD)
def test_what_is_refused_and_why(changed: dict[str, Any], code: str, field: str) -> None:
    found = check_row(GOOD | changed, line=7)
    assert isinstance(found, Refusal)
    assert (found.line, found.code, found.params.get("field", "")) == (7, code, field)
    assert code in sentences() and code in SENTENCES


def test_a_good_row_with_its_events() -> None:
    told = "2026-09-02 agenda | 2026-09-03 fast_track 3+2 | 2026-09-04 amendment art_3 art_4"
    found = check_row(GOOD | {"events": told, "number": 17}, line=2)
    assert isinstance(found, BillRow)
    assert found.number == "17"
    assert (found.cells["stage"], found.cells["act_kind"]) == ("registered", "law")
    assert [(one.kind, one.readings, one.eids) for one in found.events] == [
        ("agenda", "", ()),
        ("fast_track", "2,3", ()),
        ("amendment", "", ("art_3", "art_4")),
    ]
    assert len({one.key for one in found.events}) == 3


def test_the_digest_knows_every_cell_and_not_the_order_of_columns() -> None:
    first, again = check_row(GOOD, line=2), check_row(dict(reversed(GOOD.items())), line=9)
    assert isinstance(first, BillRow) and isinstance(again, BillRow)
    assert first.sha256 == again.sha256
    values = {"initiator_kind": "court", "stage": "adopted", "act_kind": "sub_statutory"}
    days = {
        "registered_on": "2026-09-02",
        "address": "https://x.org/",
        "events": "2026-01-01 agenda",
    }
    digests = {
        check_row(GOOD | {name: (values | days).get(name, "other")}, line=2).sha256  # type: ignore[union-attr]
        for name in LONGEST
    }
    assert len(digests | {first.sha256}) == len(LONGEST) + 1
