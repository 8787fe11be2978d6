"""Reads what the desk shows of one article: its rows and what seems alike, filtered, each with its count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from makul.cases.models import Case, Remark, Row
from makul.cases.queries.table import Suggestion, TableRow, article_of, filed, suggestions
from makul.core.remarks.alike import THRESHOLD
from makul.parties.models import Party

STATES = ("waiting", "rows", "minority")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of an article is looked at; an empty word is no filter."""

    at: str = ""
    state: str = ""
    kind: str = ""
    stance: str = ""
    oblast: str = ""
    has_sum: bool = False
    like: float = THRESHOLD

    def fits(self, remark: Remark) -> bool:
        """Whether a remark and the body behind it pass every filter."""
        position = remark.position
        return (
            (not self.kind or remark.kind == self.kind)
            and (not self.stance or position.stance == self.stance)
            and (not self.oblast or position.party.oblast == self.oblast)
            and (not self.has_sum or bool(remark.yearly_som or remark.once_som))
        )

    @property
    def is_narrow(self) -> bool:
        return bool(self.kind or self.stance or self.oblast or self.has_sum)


@dataclass
class Item:
    """A line of the list: a row that is there, or loose remarks that seem to say the same.

    `shown`: the row with those behind it, read for the lines of one page only.
    """

    group: Suggestion | None = None
    row: Row | None = None
    shown: TableRow | None = None

    @property
    def key(self) -> str:
        return f"row-{self.row.number}" if self.row else f"r{self.loose[0].pk}"

    @cached_property
    def loose(self) -> list[Remark]:
        """What waits for a decision, the most typical first."""
        return self.group.loose if self.group else []

    @property
    def rest(self) -> list[Remark]:
        """Loose remarks past those shown one by one, ticked all together."""
        past = self.group.rest if self.group else []
        return [one for one in past if not hasattr(one, "link")]

    @property
    def pick(self) -> str:
        """What a tick on the line stands for: keys of remarks, or the row."""
        return self.key if self.row else ",".join(str(one.pk) for one in self.loose)

    @property
    def like_row(self) -> Row | None:
        """The row in which remarks of the same words stand already."""
        return self.group.rows[0] if self.group and self.group.rows else None

    @cached_property
    def parties(self) -> list[Party]:
        """Who stands behind the line, each once."""
        if self.shown:
            return self.shown.parties
        return list({one.position.party_id: one.position.party for one in self.loose}.values())

    @property
    def yearly_som(self) -> int | None:
        """What those behind the line reckoned a year, each body once by its largest sum."""
        if self.shown:
            return self.shown.sums.yearly_som
        by_body: dict[int, int] = {}
        for one in self.loose:
            if one.yearly_som is not None:
                known = by_body.get(one.position.party_id, 0)
                by_body[one.position.party_id] = max(known, one.yearly_som)
        return sum(by_body.values()) if by_body else None


def remarks_at(case: Case, article: str) -> list[Remark]:
    """The filed remarks on an article and its parts, with party and row (one query)."""
    found = filed(case).filter(eid__startswith=article)
    return [one for one in found if article_of(one.eid) == article]


def items_of(remarks: Sequence[Remark], rows: Iterable[Row], chosen: Chosen) -> list[Item]:
    """What waits, the largest group first, then the rows by their numbers; only what fits."""
    fitting = [one for one in remarks if chosen.fits(one)]
    items: list[Item] = []
    if chosen.state in {"", "waiting"} and any(not hasattr(one, "link") for one in fitting):
        groups = suggestions(fitting, threshold=chosen.like)
        waiting = [Item(group=group) for group in groups if group.loose]
        items += sorted(waiting, key=lambda one: -len(one.loose))
    if chosen.state != "waiting":
        behind = {one.link.row_id for one in fitting if hasattr(one, "link")}
        items += [
            Item(row=row)
            for row in rows
            if (not chosen.is_narrow or row.pk in behind)
            and (chosen.state != "minority" or row.is_minority)
        ]
    return items


@dataclass(frozen=True, slots=True)
class Facets:
    """How many remarks of the article each filter would leave."""

    kinds: Mapping[str, int]
    stances: Mapping[str, int]
    oblasts: Mapping[str, int]
    with_sum: int
    waiting: int


def facets_of(remarks: Iterable[Remark]) -> Facets:
    every = list(remarks)
    return Facets(
        kinds=Counter(one.kind for one in every),
        stances=Counter(one.position.stance for one in every),
        oblasts=Counter(one.position.party.oblast for one in every if one.position.party.oblast),
        with_sum=sum(bool(one.yearly_som or one.once_som) for one in every),
        waiting=sum(not hasattr(one, "link") for one in every),
    )


def picked_keys(picks: Iterable[str], remarks: Iterable[Remark]) -> set[int]:
    """The remarks that ticked lines stand for; a ticked row stands for all that is in it."""
    keys: set[int] = set()
    rows: set[str] = set()
    for pick in picks:
        if pick.startswith("row-"):
            rows.add(pick.removeprefix("row-"))
        else:
            keys |= {int(one) for one in pick.split(",") if one.isascii() and one.isdigit()}
    return keys | {
        one.pk for one in remarks if hasattr(one, "link") and str(one.link.row.number) in rows
    }
