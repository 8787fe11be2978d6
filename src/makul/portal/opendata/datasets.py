"""The files of open data: what each holds, its columns, and how its records are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from ninja import Schema

from makul.portal.opendata import reading
from makul.portal.opendata.schemas import (
    BodyRecord,
    CaseRecord,
    MissedRecord,
    PositionRecord,
    RemarkRecord,
    RowRecord,
)
from makul.portal.parliament import reading as house
from makul.portal.parliament.reading_items import every_line
from makul.portal.parliament.records import (
    AlertRecord,
    BillRecord,
    ExpertiseRecord,
    SittingRecord,
    SpecialLineRecord,
)

Reader = Callable[[date], Iterable[Schema]]


@dataclass(frozen=True, slots=True)
class Dataset:
    """One file of open data; `key` is its name in the address and never changes."""

    key: str
    title: Promise
    about: Promise
    record: type[Schema]
    read: Reader


DATASETS: dict[str, Dataset] = {
    one.key: one
    for one in (
        Dataset(
            "cases",
            _("Conciliations"),
            _("Every conciliation: whose draft, where it stands, how many answered, how it ended."),
            CaseRecord,
            lambda today: reading.every_case(),
        ),
        Dataset(
            "rows",
            _("Remarks and replies"),
            _("Alike remarks merged into rows, those behind each, the reply and what came of it."),
            RowRecord,
            lambda today: reading.every_row(today=today),
        ),
        Dataset(
            "positions",
            _("Positions"),
            _("What each body answered, as it was filed; those replaced or withdrawn too."),
            PositionRecord,
            lambda today: map(reading.position_record, reading.open_positions().iterator(1000)),
        ),
        Dataset(
            "remarks",
            _("Remarks one by one"),
            _("Each remark of the positions that stand, in the language in which it was made."),
            RemarkRecord,
            lambda today: map(reading.remark_record, reading.open_remarks().iterator(1000)),
        ),
        Dataset(
            "bodies",
            _("Bodies"),
            _("All bodies of the register, those that ended too."),
            BodyRecord,
            lambda today: map(reading.body_record, reading.all_bodies().iterator(1000)),
        ),
        Dataset(
            "missed-terms",
            _("Terms missed"),
            _("Duties not kept within their term and steps skipped, as of the day of reading."),
            MissedRecord,
            lambda today: reading.every_missed(today=today),
        ),
        Dataset(
            "bills",
            _("Bills"),
            _(
                "Every bill read from a register: who initiated it, where it stands, whether it touches local communities, whether it is conciliated."
            ),
            BillRecord,
            lambda today: house.every_bill(),
        ),
        Dataset(
            "alerts",
            _("Alerts of the watch"),
            _(
                "Each way past conciliation that the watch noticed, and how the association answered."
            ),
            AlertRecord,
            lambda today: map(house.alert_record, house.all_alerts().iterator(1000)),
        ),
        Dataset(
            "sittings",
            _("Sittings"),
            _(
                "Sittings of committees and of the chamber: when, how many items touched local communities, whether the association was invited and heard."
            ),
            SittingRecord,
            lambda today: house.every_sitting(today=today),
        ),
        Dataset(
            "expertises",
            _("Municipal expertises"),
            _("Each municipal expertise with its verdict, its costs and its second deliberation."),
            ExpertiseRecord,
            lambda today: house.every_expertise(),
        ),
        Dataset(
            "special-protocols",
            _("Special protocols by item and year"),
            _(
                "Each item of a special protocol on inter-budget relations, a line a year: what each side reckons, what was recommended, what the adopted law gives."
            ),
            SpecialLineRecord,
            lambda today: every_line(),
        ),
    )
}
