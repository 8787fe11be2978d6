"""What the tests of bills share: an invented bill, and a moment to act at."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from makul.bills.models import Bill

NOW = datetime(2026, 9, 10, 10, tzinfo=timezone.get_default_timezone())


def make_bill(number: str = "6-1", **more: Any) -> Bill:
    """A deputies' bill on street lighting, likely to touch local communities."""
    known: dict[str, Any] = {
        "source": "kenesh",
        "number": number,
        "title_ky": "Көчө жарыгы жөнүндө мыйзам долбоору",
        "title_ru": "О проекте закона об уличном освещении",
        "initiator_kind": "deputies",
        "registered_on": date(2026, 9, 9),
        "touches": "likely",
        "interests": ["money"],
        "hints": {"money": ["местного бюджета"]},
        "row_sha256": "0" * 64,
        "read_at": NOW,
        "is_demonstration": True,
    }
    return Bill.objects.create(**known | more)
