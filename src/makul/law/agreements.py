"""Agreements that apply the Order until a law does (art. 41): an edition with terms of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from makul.core.errors import BadInput
from makul.core.procedure import Procedure
from makul.core.proof import Setting, faults_of, measure, owing_roles
from makul.core.proof.structure import LONGEST_TERM
from makul.law.procedures import procedure

UNITS = {"wd": "working day", "cd": "day", "mo": "month"}

type Terms = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Agreement:
    """Who agreed, by which document and when; `terms` holds only those that differ.

    Shape: `{"position": {"ordinary": 20}}`; units are those of the edition.
    Source: the Order, art. 41, parts 1 and 2.
    """

    initiator: str
    association: str
    facilitator: str
    appeal_body: str
    signed_on: date
    document: str
    terms: Terms = field(default_factory=dict)


def edition(base: Procedure, agreement: Agreement) -> Procedure:
    """The edition in force between the parties of an agreement, proved before it can be used.

    Raises: BadInput("agreement_not_sound", why) where a party or a term will not do.

    >>> agreement = Agreement("minfin", "union", "desk", "panel", date(2026, 1, 12), "No. 1")
    >>> edition(procedure(), agreement).terms == procedure().terms
    True
    """
    for why in _faults_of_parties(agreement):
        raise BadInput("agreement_not_sound", why=why)
    return check_terms(base.key, base.edition, agreement.terms)


def check_terms(key: str, edition: str, terms: Terms) -> Procedure:
    """An edition with the terms of an agreement, if it holds together: no term unknown or absurd,
    and a walk over every state still finds that each case ends.

    Raises: BadInput("agreement_not_sound", why); LawGap for an unknown procedure or edition.

    >>> check_terms("npa", "2026-proposed", {"position": {"ordinary": 0}})
    Traceback (most recent call last):
    makul.core.errors.BadInput: agreement_not_sound (why=term position is 0 on the ordinary track: at least 1 working day)
    """
    base = procedure(key, edition)
    if not terms:
        return base
    for why in _wrong_shape(base, terms):
        raise BadInput("agreement_not_sound", why=why)
    own = procedure(key, edition, terms=terms)
    for why in _wrong_numbers(own, terms):
        raise BadInput("agreement_not_sound", why=why)
    fault = _first_fault(key, edition, _frozen(terms))
    if fault:
        raise BadInput("agreement_not_sound", why=fault)
    return own


def _faults_of_parties(agreement: Agreement) -> list[str]:
    """Nobody judges their own case (Q23), and an agreement has a document."""
    sides = {agreement.initiator, agreement.association}
    found = []
    if agreement.initiator == agreement.association:
        found.append("initiator and association are the same")
    if agreement.facilitator in sides:
        found.append("the facilitator is one of the sides")
    if agreement.appeal_body in sides | {agreement.facilitator}:
        found.append("the appeal body takes part in the case")
    if not agreement.document.strip():
        found.append("no document is named")
    return found


def _wrong_shape(base: Procedure, terms: Terms) -> list[str]:
    """Terms that the edition does not know, and numbers that are none."""
    found = [f"there is no term {name}" for name in terms if name not in base.terms]
    for name, own in terms.items():
        if not isinstance(own, Mapping):
            found.append(f"term {name} names no track")
            continue
        found += [f"term {name}: no track {t}" for t in own if t not in ("ordinary", "short")]
        wrong = [n for n in own.values() if not isinstance(n, int) or isinstance(n, bool)]
        found += [f"term {name}: {number} is not a number of days" for number in wrong]
    return found


def _wrong_numbers(own: Procedure, terms: Terms) -> Iterator[str]:
    """Lengths that no term may have, each in words that say which it may have."""
    for name in terms:
        length, unit = own.terms[name], UNITS.get(own.terms[name].unit, own.terms[name].unit)
        for track in ("ordinary", "short"):
            number = length.on(track)
            if number < 1:
                yield f"term {name} is {number} on the {track} track: at least 1 {unit}"
            if number > LONGEST_TERM:
                yield (
                    f"term {name} is {number} on the {track} track: at most {LONGEST_TERM} {unit}s"
                )
        if length.short > length.ordinary:
            yield (
                f"term {name} would be {length.short} {unit}s on the short track and "
                f"{length.ordinary} on the ordinary: the short may not be longer, so give both"
            )


def _frozen(terms: Terms) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    return tuple(sorted((name, tuple(sorted(own.items()))) for name, own in terms.items()))


@cache
def _first_fault(
    key: str, edition: str, terms: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
) -> str | None:
    """What the proof finds first, if anything: in how it is put together, then by search."""
    own = procedure(key, edition, terms={name: dict(numbers) for name, numbers in terms})
    for fault in faults_of(own):
        return fault
    # The steps are those of the edition, proved whole; other numbers are walked on the plain case.
    cast = owing_roles(own)
    tracks = {track for _, numbers in terms for track, _ in numbers}
    for track in sorted(tracks):
        found = measure(own, Setting(cast, track=track, is_late=False), goal=own.goal)
        if found.dead_ends:
            return found.dead_ends[0]
    return None
