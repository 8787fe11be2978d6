"""Reads the ministry's desk: the rows of a case with their replies and who drafts them, filtered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import Count, Q, QuerySet

from makul.cases.models import Assignment, Case, Reply, ReplyTemplate, Row
from makul.cases.queries.table import article_of
from makul.core.provisions.letters import folded
from makul.parties.models import Mandate


@dataclass(frozen=True, slots=True)
class Assigned:
    """How many rows of a case an office is to answer: without a word yet, and drafted."""

    case: Case
    unanswered: int
    drafted: int


def assigned_counts(mandate: Mandate) -> list[Assigned]:
    """What is assigned to an office and not published, by open case, the oldest first (two queries)."""
    mine = Assignment.objects.filter(
        mandate=mandate, row__case__is_closed=False, row__reply__published_at__isnull=True
    )
    counted = (
        mine.order_by()
        .values_list("row__case")
        .annotate(
            unanswered=Count("pk", filter=Q(row__reply__isnull=True)),
            drafted=Count("pk", filter=Q(row__reply__isnull=False)),
        )
    )
    found = {case: (unanswered, drafted) for case, unanswered, drafted in counted}
    cases = Case.objects.filter(pk__in=found).order_by("opened_at", "pk")
    return [Assigned(case, *found[case.pk]) for case in cases]


# The table of the desk ----------------------------------------------------------------------------

STATES = ("none", "draft", "accepted", "partly", "declined")
KINDS = ("objection", "proposal")
SORTS = ("number", "article", "bodies", "sum")
ME, NOBODY, MINORITY, WITH_SUM = "me", "nobody", "minority", "sum"
_NUMBERS = re.compile(r"(\d+)")
_folded = lru_cache(maxsize=4096)(folded)  # the same rows are searched again and again


@dataclass(frozen=True, slots=True)
class Line:
    """A row as the desk lists it: its reply, who drafts it, how many stand behind it, what it costs."""

    row: Row
    bodies: int

    @property
    def reply(self) -> Reply | None:
        return getattr(self.row, "reply", None)

    @property
    def is_published(self) -> bool:
        return bool(self.reply and self.reply.published_at)

    @property
    def state(self) -> str:
        """One of STATES."""
        if self.reply is None:
            return "none"
        return self.reply.kind if self.is_published else "draft"

    @property
    def mandate(self) -> Mandate | None:
        """Who is to draft the reply."""
        found = getattr(self.row, "assignment", None)
        return found.mandate if found else None

    @property
    def article(self) -> str:
        return article_of(self.row.eid)

    @property
    def som(self) -> int:
        """All it costs, once and in a year, for the order by weight; 0 where nothing was reckoned."""
        return (self.row.once_som or 0) + (self.row.yearly_som or 0)

    @property
    def has_sum(self) -> bool:
        return self.row.once_som is not None or self.row.yearly_som is not None

    @property
    def words(self) -> str:
        """All that is said in the row and its reply, as it is searched."""
        row, reply = self.row, self.reply
        said = [row.text_ky, row.text_ru, row.wording_ky, row.wording_ru]
        if reply:
            said += [reply.text_ky, reply.text_ru, reply.wording_ky, reply.wording_ru]
        return _folded(" ".join(said))


def lines_of(case: Case) -> list[Line]:
    """Every row of a case as the desk lists it, minority opinions last (one query)."""
    rows = case.rows.select_related("reply", "assignment__mandate").annotate(
        n=Count("links__remark__position__party", distinct=True)
    )
    return [Line(row, row.n) for row in rows]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows one wants to see; an unknown value asks for nothing.

    `who`: "me", "nobody" or the key of a mandate. `part`: "minority" or "sum". `sort`: one of SORTS.
    """

    state: str = ""
    kind: str = ""
    at: str = ""
    who: str = ""
    part: str = ""
    q: str = ""
    sort: str = ""

    def fits(self, line: Line, *, mine: int) -> bool:
        """Whether a row is asked for by one with the mandate `mine`; the words apart."""
        row = line.row
        return (
            (self.state not in STATES or line.state == self.state)
            and (self.kind not in KINDS or row.kind == self.kind)
            and (not self.at or line.article == self.at)
            and (not self.who or fits_who(line, self.who, mine=mine))
            and (self.part != MINORITY or row.is_minority)
            and (self.part != WITH_SUM or line.has_sum)
        )


def fits_who(line: Line, who: str, *, mine: int) -> bool:
    key = line.mandate.pk if line.mandate else None
    if who == NOBODY:
        return key is None
    if who == ME:
        return key == mine
    return not who.isdigit() or key == int(who)


def chosen(lines: Iterable[Line], asked: Asked, *, mine: int) -> list[Line]:
    """The rows asked for, in the order asked for; spoiled letters, ё and ң are forgiven in the words."""
    words = folded(asked.q).split()
    found = [
        line
        for line in lines
        if asked.fits(line, mine=mine) and (not words or has_words(line, words))
    ]
    return sorted(found, key=ORDERS.get(asked.sort, ORDERS["number"]))


def has_words(line: Line, words: Sequence[str]) -> bool:
    """Whether each of the words stands in the row, its reply, or is its number."""
    said = line.words
    return all(word in said or word == str(line.row.number) for word in words)


def in_order(eid: str) -> tuple[object, ...]:
    """Provisions as an act has them: article 2 before article 10."""
    return tuple((0, int(x), "") if x.isdigit() else (1, 0, x) for x in _NUMBERS.split(eid))


ORDERS: Mapping[str, Callable[[Line], tuple[object, ...]]] = {
    "number": lambda line: (line.row.is_minority, line.row.number),
    "article": lambda line: (in_order(line.row.eid), line.row.number),
    "bodies": lambda line: (-line.bodies, line.row.number),
    "sum": lambda line: (-line.som, line.row.number),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows stand behind each choice, counted over all rows of the case."""

    all: int
    states: Mapping[str, int]
    kinds: Mapping[str, int]
    articles: Mapping[str, int]
    offices: Mapping[int | None, int]
    minority: int
    with_sum: int

    @property
    def published(self) -> int:
        return self.all - self.states["none"] - self.states["draft"]


def tally(lines: Sequence[Line]) -> Tally:
    """Counts in the order of the lists, articles in the order of the act."""
    states = Counter(line.state for line in lines)
    kinds = Counter(line.row.kind for line in lines)
    articles = Counter(line.article for line in lines)
    return Tally(
        all=len(lines),
        states={name: states[name] for name in STATES},
        kinds={name: kinds[name] for name in KINDS},
        articles={eid: articles[eid] for eid in sorted(articles, key=in_order)},
        offices=Counter(line.mandate.pk if line.mandate else None for line in lines),
        minority=sum(line.row.is_minority for line in lines),
        with_sum=sum(line.has_sum for line in lines),
    )


def colleagues(actor: Mandate, *, on: date) -> list[Mandate]:
    """The offices of one's body whose mandate holds on a day, one's own among them (one query)."""
    mandates = Mandate.objects.filter(party=actor.party_id).order_by("office_ky", "pk")
    return [one for one in mandates if one.is_valid_on(on)]


def templates_of(actor: Mandate) -> QuerySet[ReplyTemplate]:
    """The replies one's body gives often, by name."""
    return ReplyTemplate.objects.filter(party=actor.party_id)
