"""What changed between two editions of the list of territories, for a person to look through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from makul.parties.registry.reading import Edition
from makul.parties.registry.rows import TerritoryRow

OFFICIAL = ("ky", "ru")


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing about the territory `code` that was `old` and is `new`; `what` names it."""

    code: str
    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Succeeded:
    """The territory `old` passed into `new`, wholly."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed. `added` came from nothing named, `removed` passed into nothing named;
    `learned`: a name the older edition did not give. `renamed` looks at the official languages."""

    added: tuple[TerritoryRow, ...]
    removed: tuple[TerritoryRow, ...]
    renamed: tuple[Changed, ...]
    learned: tuple[Changed, ...]
    moved: tuple[Changed, ...]
    regraded: tuple[Changed, ...]
    succeeded: tuple[Succeeded, ...]

    @property
    def count(self) -> int:
        """How many changes there are in all; 0 means that the editions agree."""
        return sum(len(getattr(self, name)) for name in self.__slots__)


def difference(old: Edition, *, new: Edition) -> Difference:
    """From the older edition to the newer. Only of the kinds the newer one covers can a territory
    be gone; a list of cities removes no aimak.

    >>> from makul.parties.registry.reading import shipped
    >>> difference(shipped()[1], new=shipped()[1]).count
    0
    """
    before = {row.code: row for row in old.rows}
    after = {row.code: row for row in new.rows}
    passed = tuple(_successions(new, before=before))
    gone = {step.old for step in passed}
    heirs = {step.new for step in passed}
    both = [(before[code], after[code]) for code in sorted(before.keys() & after.keys())]
    names = [change for pair in both for change in _names(*pair)]
    return Difference(
        added=tuple(row for row in new.rows if row.code not in before.keys() | heirs),
        removed=tuple(
            row
            for row in old.rows
            if row.code not in after.keys() | gone and row.kind in new.covers
        ),
        renamed=tuple(change for change in names if change.old),
        learned=tuple(change for change in names if not change.old),
        moved=tuple(_changes(both, what="parent_code")),
        regraded=tuple(_changes(both, what="kind")),
        succeeded=passed,
    )


def _successions(new: Edition, *, before: dict[str, TerritoryRow]) -> Iterator[Succeeded]:
    for row in new.rows:
        for code in row.predecessor_codes:
            if code in before and code != row.code:
                yield Succeeded(code, row.code)


def _names(old: TerritoryRow, new: TerritoryRow) -> Iterator[Changed]:
    """A name that the newer edition leaves out is not known to it, which is no change."""
    for language in OFFICIAL:
        was, now = (str(getattr(row, f"name_{language}")) for row in (old, new))
        if now and was != now:
            yield Changed(old.code, f"name_{language}", was, now)


def _changes(pairs: list[tuple[TerritoryRow, TerritoryRow]], *, what: str) -> Iterator[Changed]:
    for old, new in pairs:
        was, now = str(getattr(old, what)), str(getattr(new, what))
        if was != now:
            yield Changed(old.code, what, was, now)
