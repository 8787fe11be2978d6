"""From the remarks of many bodies to one table, and from the table to who won each point."""

from makul.core.remarks.alike import Group, alike
from makul.core.remarks.outcome import Outcome, compare_outcome
from makul.core.remarks.support import (
    STANCES,
    Sums,
    Support,
    asked_sums,
    behind,
    default_delegates,
    stances,
)
from makul.core.remarks.table import (
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

__all__ = [
    "STANCES",
    "Group",
    "Outcome",
    "Remark",
    "Row",
    "Sums",
    "Support",
    "alike",
    "asked_sums",
    "behind",
    "check_nothing_dropped",
    "compare_outcome",
    "default_delegates",
    "protocol_kind",
    "remarks_count",
    "row_kind",
    "row_state",
    "stances",
    "unmerged_rows",
    "unsettled",
]
