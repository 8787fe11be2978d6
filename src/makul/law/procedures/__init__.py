"""The procedures that the product knows, each in its editions, with its terms as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from makul.core.errors import BadInput, LawGap
from makul.core.procedure import Length, Procedure
from makul.law.procedures import expertise, npa, sitting, special_protocol

KEYS: Mapping[str, Callable[[str], Procedure]] = {
    npa.KEY: npa.build,
    sitting.KEY: sitting.build,
    expertise.KEY: expertise.build,
    special_protocol.KEY: special_protocol.build,
}
EDITIONS: Mapping[str, tuple[str, ...]] = {
    npa.KEY: npa.EDITIONS,
    sitting.KEY: sitting.EDITIONS,
    expertise.KEY: expertise.EDITIONS,
    special_protocol.KEY: special_protocol.EDITIONS,
}

TRACKS = ("ordinary", "short")


def editions(key: str = "npa") -> tuple[str, ...]:
    """The editions of a procedure, oldest first.

    Raises: LawGap("no_procedure", key).

    >>> editions("npa")
    ('2026-proposed',)
    """
    if key not in EDITIONS:
        raise LawGap("no_procedure", key=key)
    return EDITIONS[key]


def procedure(
    key: str = "npa",
    edition: str = "2026-proposed",
    *,
    terms: Mapping[str, Mapping[str, int]] | None = None,
) -> Procedure:
    """A procedure in one edition, with the terms of an agreement put in where they differ.

    Shape: `terms` is `{"position": {"ordinary": 20}}`; a track left out keeps the edition's number.
    Raises: LawGap("no_procedure", key); LawGap("no_edition", edition); BadInput("unknown_term", key).

    >>> procedure("npa", terms={"position": {"ordinary": 20}}).terms["position"]
    Length(ordinary=20, short=5, unit='wd')
    """
    base = _base(key, edition)
    if not terms:
        return base
    return base.with_terms({name: _changed(base, name, own) for name, own in terms.items()})


@cache
def _base(key: str, edition: str) -> Procedure:
    if edition not in editions(key):
        raise LawGap("no_edition", edition=edition)
    return KEYS[key](edition)


def _changed(base: Procedure, name: str, own: Mapping[str, int]) -> Length:
    """One term of an agreement over the edition's own."""
    if name not in base.terms:
        raise BadInput("unknown_term", key=name)
    unknown = [track for track in own if track not in TRACKS]
    if unknown:
        raise BadInput("unknown_track", track=unknown[0])
    length = base.terms[name]
    return Length(own.get("ordinary", length.ordinary), own.get("short", length.short), length.unit)
