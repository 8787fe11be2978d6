"""Loaded boundaries belong to known territories; loading again replaces them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from makul.core.errors import BadInput
from makul.parties.actions import load_boundaries
from makul.parties.models import Boundary, Territory
from makul.parties.registry.boundaries import Outline

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 4, 1, tzinfo=UTC)
RING = ((74.0, 42.0), (75.0, 42.0), (75.0, 43.0), (74.0, 42.0))


def test_known_places_are_kept_and_others_named() -> None:
    Territory.objects.create(
        code="41707000000000", kind="oblast", source="by hand", edition_on=date(2026, 1, 1)
    )
    outlines = [Outline("41707000000000", (RING,)), Outline("999", (RING,))]
    for source in ("first", "second"):
        assert load_boundaries(outlines=outlines, source=source, now=NOW) == ["999"]
    kept = Boundary.objects.get()
    assert (kept.code, kept.source, len(kept.rings[0])) == ("41707000000000", "second", 4)


def test_a_file_of_strange_codes_is_refused() -> None:
    with pytest.raises(BadInput, match="boundaries_unknown"):
        load_boundaries(outlines=[Outline("KG-T", (RING,))], source="s", now=NOW)
