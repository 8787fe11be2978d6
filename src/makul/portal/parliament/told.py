"""What a mechanism tells the public: its shelf on the hub, and its figures with how each is counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.functional import Promise

from makul.cases.models import Case
from makul.cases.views.work.page import address
from makul.core.conduct import Figure

NEWEST = 3  # lines of a shelf


@dataclass(frozen=True, slots=True)
class Line:
    """One thing on a shelf: what it is titled (a thing with `title_ky`, `title_ru`) and where it stands."""

    thing: Any
    words: str = ""  # in place of the title
    url: str = ""
    at: date | None = None
    note: str = ""  # before the day: what happened
    tag: str = ""
    is_bad: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a shelf with its words."""

    words: str
    n: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the hub shows of one mechanism. `how`: the key of its procedure, where it has one."""

    key: str
    title: str
    what: str
    lines_title: str
    empty: str
    counts: Sequence[Count] = ()
    counts_of: str = ""  # of what they are, where not of the last twelve months
    lines: Sequence[Line] = ()
    url: str = ""
    url_words: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure in words: what it is called, how it is counted, and of what its whole is made."""

    name: Promise
    counted: Promise
    of: Promise | str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A measure with its figure."""

    measure: Measure
    figure: Figure


@dataclass(frozen=True, slots=True)
class Table:
    """Figures by something: a head for each column, and rows of a name with its numbers."""

    title: str
    head: str
    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Any]]]
    note: str = ""

    @property
    def labelled(self) -> list[tuple[str, list[tuple[str, Any]]]]:
        """Each number beside its head, for narrow screens."""
        return [(name, list(zip(self.heads, cells, strict=True))) for name, cells in self.rows]


@dataclass(frozen=True, slots=True)
class Group:
    """All figures of one mechanism."""

    key: str
    title: str
    told: Sequence[Told] = ()
    bars: Sequence[dict[str, Any]] = ()
    bars_title: str = ""
    bars_head: str = ""
    bars_value: str = ""
    tables: Sequence[Table] = ()
    url: str = ""
    url_words: str = ""
    years: frozenset[int] = field(default_factory=frozenset)

    @property
    def is_empty(self) -> bool:
        return not any(one.figure.n for one in self.told)


@dataclass(frozen=True, slots=True)
class Mechanism:
    """How the portal reads a mechanism; `today` is the reader's, `year` None for all years."""

    shelf: Callable[[date], Shelf]
    group: Callable[[int | None, date], Group]


def counted(key: str, n: int) -> Figure:
    """A plain number."""
    return Figure(key, "count", n, n)


def part_of(key: str, part: int, n: int) -> Figure:
    """A part with its whole; of fewer than five no share is said."""
    return Figure(key, "share", part, n)


def page_of(case: Case) -> str:
    """The public page of a case of any procedure."""
    return address(f"{case.procedure}_case", case.number) or address("case", case.number)


def list_page(*names: str) -> str:
    """The first of these addresses that a room serves, or nothing."""
    return next((found for name in names if (found := address(name))), "")
