"""Enters the committees of a convocation from a list; the same list again changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from makul.documents.storing import digest
from makul.journal.actions import record
from makul.parties.models import Party
from makul.parties.searching import searchable
from makul.sittings.committees import CommitteeRow, Refused, read_committees
from makul.sittings.models import Convocation, House

OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a list: houses new and changed, names still missing, rows refused."""

    rows: int
    new: int
    changed: int
    unnamed: list[tuple[str, list[str]]]  # key, languages without a name
    refused: list[Refused]


@transaction.atomic
def load_committees(*, data: bytes, now: datetime, is_demonstration: bool = False) -> Loaded:
    """Enter the committees of a CSV list; where nothing differs, nothing is recorded.

    A row already known is brought up to the list; a name the list lacks is never made up nor taken away.
    Raises: BadInput `committees_not_csv`, `committees_no_column`.
    """
    rows, refused = read_committees(data)
    new = changed = 0
    for row in rows:
        house, is_new = enter(row, is_demonstration=is_demonstration)
        new += is_new
        changed += not is_new and bring_up(house, row)
    if new or changed:
        record(
            subject="committees",
            action="committees_loaded",
            party=OPERATOR,
            at=now,
            data={"sha256": digest(data), "rows": len(rows), "new": new, "changed": changed},
        )
    return Loaded(len(rows), new, changed, unnamed_of(rows), refused)


def enter(row: CommitteeRow, *, is_demonstration: bool) -> tuple[House, bool]:
    """The house of a row, with its convocation and its party, entered where they are not known."""
    convocation, _new = Convocation.objects.get_or_create(
        number=row.convocation, defaults={"source": row.source[:500]}
    )
    party, _new = Party.objects.get_or_create(
        key=row.key,
        defaults={
            "kind": Party.Kind.COMMITTEE,
            "is_demonstration": is_demonstration,
            **named(row),
        },
    )
    return House.objects.get_or_create(
        convocation=convocation,
        number=row.number,
        defaults={"party": party, **listed(row)},
    )


def named(row: CommitteeRow) -> dict[str, str]:
    names = {f"name_{code}": name for code, name in row.names.items() if name}
    return {**names, "search": searchable(*row.names.values())}


def listed(row: CommitteeRow) -> dict[str, object]:
    return {
        "as_of": row.as_of,
        "as_of_said": row.as_of_said,
        "completeness": row.completeness,
        "source": row.source,
    }


def bring_up(house: House, row: CommitteeRow) -> bool:
    """Whether the list says something else than was known; if so it is written down."""
    said, names = listed(row), {f"name_{c}": n for c, n in row.names.items() if n}
    differs = any(getattr(house, key) != value for key, value in said.items())
    renamed = any(getattr(house.party, key) != value for key, value in names.items())
    if differs:
        House.objects.filter(pk=house.pk).update(**said)
    if renamed:
        Party.objects.filter(pk=house.party_id).update(**named(row))
    return differs or renamed


def unnamed_of(rows: Sequence[CommitteeRow]) -> list[tuple[str, list[str]]]:
    """The committees whose name the list does not give in Kyrgyz or in Russian."""
    lacking = [(row.key, [code for code in ("ky", "ru") if not row.names[code]]) for row in rows]
    return [(key, codes) for key, codes in lacking if codes]
