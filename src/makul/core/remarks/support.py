"""Who stands behind a row and what it costs them, and how the bodies that were asked divided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from makul.core.errors import BadInput
from makul.core.remarks.table import Remark, Row

STANCES = (
    "agreed",
    "agreed_with_remarks",
    "not_agreed",
    "not_affected",
    "silent",
    "not_notified",
)
FILED_STANCES = STANCES[:4]
MOST_DELEGATES = 5


@dataclass(frozen=True, slots=True)
class Support:
    """The parties behind a row, each named once, and the remarks it was merged from."""

    parties: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def count(self) -> int:
        """The number of bodies, not of remarks."""
        return len(self.parties)


@dataclass(frozen=True, slots=True)
class Sums:
    """What the bodies behind a row reckon for themselves, and how many of them gave a sum.

    None: nobody estimated it, which is not zero.
    """

    once_som: int | None
    yearly_som: int | None
    bodies_once: int
    bodies_yearly: int


def behind(row: Row, *, remarks: Mapping[str, Remark]) -> Support:
    """Who stands behind the row, in the order of its remarks; `remarks` by key.

    >>> z = {"a": Remark("a", "p", "art_3", "objection", "x"), "b": Remark("b", "p", "art_3", "objection", "y")}
    >>> behind(Row("1", "art_3", "objection", ("a", "b")), remarks=z).parties
    ('p',)
    """
    parties = dict.fromkeys(remarks[key].party for key in row.remarks)
    return Support(tuple(parties), row.remarks)


def asked_sums(row: Row, *, remarks: Mapping[str, Remark]) -> Sums:
    """The sums the bodies behind the row filed for themselves, added over the bodies.

    Alike remarks of one body speak of one cost, so of them only the largest sum is taken. Rows may
    overlap (one row may be a part of another), so these sums are not to be added over rows. The sum
    for *all* bodies of the country is another figure: the association's own cost sheet.

    Units: whole som.

    >>> z = {"a": Remark("a", "p", "art_3", "objection", "x", once_som=10),
    ...      "b": Remark("b", "p", "art_3", "objection", "y", once_som=7),
    ...      "c": Remark("c", "q", "art_3", "objection", "z", once_som=5)}
    >>> asked_sums(Row("1", "art_3", "objection", ("a", "b", "c")), remarks=z)
    Sums(once_som=15, yearly_som=None, bodies_once=2, bodies_yearly=0)
    """
    merged = [remarks[key] for key in row.remarks]
    once = _largest((remark.party, remark.once_som) for remark in merged)
    yearly = _largest((remark.party, remark.yearly_som) for remark in merged)
    return Sums(
        once_som=sum(once.values()) if once else None,
        yearly_som=sum(yearly.values()) if yearly else None,
        bodies_once=len(once),
        bodies_yearly=len(yearly),
    )


def _largest(sums: Iterable[tuple[str, int | None]]) -> dict[str, int]:
    largest: dict[str, int] = {}
    for party, som in sums:
        if som is not None:
            largest[party] = max(som, largest.get(party, som))
    return largest


def stances(
    notified: Iterable[str], *, not_notified: Iterable[str], positions: Mapping[str, str]
) -> dict[str, int]:
    """How many of all the bodies asked stand where; the six numbers add up to the whole.

    A body that filed counts by what it filed, even if no notice reached it. One that was reached and
    did not file is silent, which is no consent; one that was not reached is not silent.

    Raises: BadInput `unknown_stance`.
    Source: the Model Order, article 2; forms F6 and F9.

    >>> stances(["a", "b"], not_notified=["c"], positions={"a": "agreed"})["silent"]
    1
    """
    counts = dict.fromkeys(STANCES, 0)
    for party, stance in positions.items():
        if stance not in FILED_STANCES:
            raise BadInput("unknown_stance", party=party, stance=stance)
        counts[stance] += 1
    reached = set(notified) - positions.keys()
    counts["silent"] = len(reached)
    counts["not_notified"] = len(set(not_notified) - reached - positions.keys())
    return counts


def default_delegates(
    rows: Iterable[Row],
    *,
    remarks: Mapping[str, Remark],
    oblast_of: Mapping[str, str],
    at_most: int = MOST_DELEGATES,
) -> tuple[str, ...]:
    """Who takes the association's place when there is none and the bodies chose nobody: those whose
    objection has the most bodies behind it, one from each oblast.

    Source: the Model Order, section 1, Q13.

    >>> z = {"a": Remark("a", "p", "art_3", "objection", "x"), "b": Remark("b", "q", "art_3", "objection", "y")}
    >>> rows = [Row("1", "art_3", "objection", ("a",)), Row("2", "art_3", "objection", ("b",))]
    >>> default_delegates(rows, remarks=z, oblast_of={"p": "osh", "q": "osh"})
    ('p',)
    """
    weight: dict[str, int] = {}
    for row in rows:
        parties = {remarks[k].party for k in row.remarks if remarks[k].kind == "objection"}
        for party in parties:
            weight[party] = max(weight.get(party, 0), len(parties))
    chosen: dict[str, str] = {}
    for party in sorted(weight, key=lambda party: (-weight[party], party)):
        chosen.setdefault(oblast_of.get(party, ""), party)
    return tuple(list(chosen.values())[:at_most])
