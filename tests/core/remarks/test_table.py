"""Rows: their states, and that no remark is ever lost on the way into the table."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core.errors import BadInput
from makul.core.remarks import (
    Remark,
    Row,
    check_nothing_dropped,
    protocol_kind,
    remarks_count,
    row_kind,
    row_state,
    unmerged_rows,
    unsettled,
)

OBJECTION = Row("1", "art_4", "objection", ("Z-01",))
PROPOSAL = Row("2", "art_9", "proposal", ("Z-11",))
MINORITY = Row("M1", "art_3", "objection", ("Z-14",), minority=True)


@st.composite
def filed(draw: st.DrawFn) -> list[Remark]:
    kinds = draw(st.lists(st.sampled_from(["objection", "proposal"]), max_size=12))
    return [
        Remark(f"Z-{number}", f"body-{number % 5}", "art_3", kind, "text")
        for number, kind in enumerate(kinds)
    ]


@st.composite
def merged(draw: st.DrawFn) -> tuple[list[Remark], list[Row]]:
    remarks = draw(filed())
    table: dict[int, list[Remark]] = {}
    for remark in remarks:
        table.setdefault(draw(st.integers(0, 4)), []).append(remark)
    rows = [
        Row(str(number), "art_3", row_kind(parts), tuple(part.key for part in parts))
        for number, parts in table.items()
    ]
    return remarks, rows


@pytest.mark.parametrize(
    ("row", "change", "before", "after"),
    [
        (OBJECTION, {}, "waiting", "unsettled"),
        (OBJECTION, {"reply": "accepted"}, "settled", "settled"),
        (OBJECTION, {"reply": "partly"}, "unsettled", "unsettled"),
        (OBJECTION, {"reply": "declined"}, "unsettled", "unsettled"),
        (OBJECTION, {"reply": "declined", "settled": True}, "settled", "settled"),
        (OBJECTION, {"reply": "declined", "dropped": True}, "dropped", "dropped"),
        (PROPOSAL, {}, "waiting", "settled"),
        (PROPOSAL, {"reply": "declined"}, "settled", "settled"),
        (MINORITY, {}, "minority", "minority"),
        (MINORITY, {"reply": "partly"}, "minority", "minority"),
        (MINORITY, {"reply": "accepted"}, "settled", "settled"),
        (MINORITY, {"dropped": True}, "dropped", "dropped"),
    ],
)
def test_the_state_of_a_row(row: Row, change: dict[str, object], before: str, after: str) -> None:
    """`before` and `after` the end of the term of the reply (Model Order, articles 2 and 21)."""
    changed = dataclasses.replace(row, **change)
    states = [row_state(changed, reply_term_over=over) for over in (False, True)]
    assert states == [before, after]


def test_a_minority_opinion_alone_opens_no_meeting() -> None:
    assert unsettled([MINORITY, PROPOSAL]) == ()
    assert unsettled([MINORITY, OBJECTION, PROPOSAL]) == (OBJECTION,)


def test_before_the_term_is_over_a_row_without_reply_is_not_yet_unsettled() -> None:
    assert unsettled([OBJECTION], reply_term_over=False) == ()


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([], "certificate"),
        ([PROPOSAL], "agreement"),
        ([MINORITY], "agreement"),
        ([dataclasses.replace(OBJECTION, dropped=True)], "agreement"),
        ([OBJECTION, MINORITY], "disagreements"),
    ],
)
def test_the_kind_of_protocol(rows: list[Row], kind: str) -> None:
    assert protocol_kind(rows) == kind


@given(merged())
def test_merging_by_any_partition_loses_nothing(case: tuple[list[Remark], list[Row]]) -> None:
    remarks, rows = case
    check_nothing_dropped(remarks, rows=rows)
    assert remarks_count(rows) == len(remarks)


@given(filed())
def test_unmerged_rows_lose_nothing(remarks: list[Remark]) -> None:
    check_nothing_dropped(remarks, rows=unmerged_rows(remarks))


@given(merged().filter(lambda case: case[1]), st.data())
def test_whatever_row_is_left_out_its_remarks_are_named(
    case: tuple[list[Remark], list[Row]], data: st.DataObject
) -> None:
    remarks, rows = case
    gone = data.draw(st.sampled_from(rows))
    with pytest.raises(BadInput) as caught:
        check_nothing_dropped(remarks, rows=[row for row in rows if row is not gone])
    assert caught.value.code == "remarks_lost"
    assert caught.value.params["remarks"] == ", ".join(sorted(gone.remarks))


A = Remark("a", "body-1", "art_3", "objection", "x")
B = Remark("b", "body-2", "art_3", "proposal", "y")


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([Row("1", "art_3", "objection", ("a", "b")), Row("2", "art_3", "objection", ("a",))], "remarks_twice"),
        ([Row("1", "art_3", "objection", ("a", "a", "b"))], "remarks_twice"),
        ([Row("1", "art_3", "objection", ("a", "b", "c"))], "remarks_unknown"),
        ([Row("1", "art_3", "proposal", ("a", "b"))], "objection_softened"),
        ([Row("1", "art_3", "objection", ("a", "b"), minority=True)], "minority_merged"),
        ([Row("1", "art_3", "objection", ("b",), minority=True)], "remarks_lost"),
    ],
)  # fmt: skip
def test_a_table_that_is_not_faithful_is_refused(rows: list[Row], code: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_nothing_dropped([A, B], rows=rows)
    assert caught.value.code == code
