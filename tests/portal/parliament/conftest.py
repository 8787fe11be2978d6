"""Bills as a register tells them, with alerts, beside the cases of the other public pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from makul.bills.models import Alert, Bill
from tests.portal.conftest import (  # noqa: F401 - fixtures are used by name
    bypassed,
    empty,
    finished,
    read,
    running,
    scene,
)

MakeBill = Callable[..., Bill]
MakeAlert = Callable[..., Alert]


@pytest.fixture
def bill(db: None) -> MakeBill:
    """`bill("6-1", touches="yes")`: one row of a register, invented."""

    def make(number: str, *, day: date | None = None, **values: object) -> Bill:
        given = {
            "title_ky": f"Көчө жарыгы жөнүндө {number}",
            "title_ru": f"Об уличном освещении {number}",
            "initiator_kind": "deputies",
            "touches": "yes",
            "row_sha256": "0" * 64,
            "is_demonstration": True,
        } | values
        return Bill.objects.create(
            source="kenesh",
            number=number,
            registered_on=day or timezone.localdate(),
            read_at=timezone.now(),
            **given,
        )

    return make


@pytest.fixture
def alert(db: None) -> MakeAlert:
    """`alert(bill, "no_case")`: what the watch noticed, a day ago."""

    def make(of: Bill, kind: str, *, at: datetime | None = None, **values: object) -> Alert:
        return Alert.objects.create(
            bill=of,
            kind=kind,
            key=f"{of.pk}:{kind}:{Alert.objects.count()}",
            raised_at=at or timezone.now() - timedelta(days=1),
            **values,
        )

    return make
