"""Writes of boundaries: what a map is drawn of, loaded by whoever runs the installation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from makul.core.errors import BadInput
from makul.parties.models import Boundary, Territory
from makul.parties.registry.boundaries import Outline


@transaction.atomic
def load_boundaries(*, outlines: Iterable[Outline], source: str, now: datetime) -> list[str]:
    """Keep the outlines whose code a loaded list knows, over any kept before; the other codes.

    Raises: BadInput `boundaries_unknown` where no list knows any of the codes.
    """
    given = list(outlines)
    codes = [one.code for one in given]
    known = set(Territory.objects.filter(code__in=codes).values_list("code", flat=True))
    if not known:
        raise BadInput("boundaries_unknown", codes=", ".join(codes[:3]))
    for one in given:
        if one.code in known:
            values = {"rings": one.rings, "source": source[:300], "loaded_at": now}
            Boundary.objects.update_or_create(code=one.code, defaults=values)
    return [code for code in codes if code not in known]
