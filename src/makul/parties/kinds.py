"""The kinds of territories and bodies in words, in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TERRITORY_KINDS: dict[str, Promise] = {
    "country": _("country"),
    "oblast": _("oblast"),
    "city_republic": _("city of republican significance"),
    "raion": _("raion"),
    "raion_of_city": _("raion of a city"),
    "city_oblast": _("city of oblast significance"),
    "city_raion": _("city of raion significance"),
    "urban_settlement": _("urban-type settlement"),
    "aimak": _("aiyl aimak"),
    "village": _("village"),
}

PARTY_KINDS: dict[str, Promise] = {
    "ministry": _("Norm-making body"),
    "association": _("Association of local self-government"),
    "desk": _("Facilitator"),
    "committee": _("Committee"),
    "panel": _("Appeal body"),
    "executive": _("Executive body of local self-government"),
    "kenesh": _("Local kenesh"),
    "expert": _("Expert"),
}


def kinds_in_order(counts: Mapping[str, int]) -> list[tuple[Promise, int]]:
    """Counts by kind as rows: larger territories first, kinds without any left out."""
    return [(word, counts[kind]) for kind, word in TERRITORY_KINDS.items() if counts.get(kind)]
