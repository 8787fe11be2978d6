"""Finds words in what is public: by case, with the lines in which they stand, on any database alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, F, Min, Q, QuerySet, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from makul.cases.models import Case
from makul.cases.queries.listing import STATES, with_road
from makul.core.wordforms import Sought, found_in, sought
from makul.portal.models import SearchLine

LONGEST_QUERY = 100
MOST_WORDS = 8
LINES_A_CASE = 5
MOST_BODIES = 8
AROUND = 110  # letters shown on either side of the first word found
# What stands by itself, beside the cases of conciliation: `portal.parliament.lines`.
THINGS = ("bill", "sitting", "expertise", "special")
# What a reader chooses among, and the kinds of lines under each.
KINDS: Mapping[str, tuple[str, ...]] = {
    "draft": ("title", "provision"),
    "said": ("position", "remark", "row"),
    "reply": ("reply",),
    "outcome": ("meeting", "protocol"),
    "parliament": THINGS,
}
ORDER = ("title", "provision", "row", "reply", "remark", "position", "meeting", "protocol")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for, and where."""

    text: str = ""
    kind: str = ""
    language: str = ""
    year: int | None = None
    state: str = ""

    @property
    def words(self) -> list[Sought]:
        return sought(self.text[:LONGEST_QUERY])[:MOST_WORDS]


@dataclass(frozen=True, slots=True)
class Hit:
    """A line with the words that were found: pieces of its text, each marked or not."""

    kind: str
    language: str
    title: str
    place: str
    pieces: list[tuple[str, bool]]


@dataclass
class Found:
    """A case in which the words stand, how many lines hold them, and the first of each kind."""

    key: int
    count: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    first: list[int] = field(default_factory=list)
    case: Case | None = None
    hits: list[Hit] = field(default_factory=list)


def matching(wish: Wish) -> QuerySet[SearchLine]:
    """The lines that hold every word of the wish in some form of it, in its own language."""
    words = wish.words
    if not words:
        return SearchLine.objects.none()
    found = SearchLine.objects.filter(*(_holds(word) for word in words))
    if wish.kind in KINDS:
        found = found.filter(kind__in=KINDS[wish.kind])
    if wish.language in {"ky", "ru"}:
        found = found.filter(language=wish.language)
    if wish.year:
        found = found.filter(year=wish.year)
    if wish.state in STATES:
        chosen = with_road().filter(STATES[wish.state])
        found = found.filter(case__in=chosen.values("pk"))
    return found.order_by()


def _holds(word: Sought) -> Q:
    """Words stand after a space each, so a beginning is looked for as a whole word's beginning."""
    if set(word.kyrgyz) == set(word.russian):
        return _begins(word.kyrgyz)
    kyrgyz, russian = Q(language="ky"), Q(language="ru")  # first, so that one search is spared
    return kyrgyz & _begins(word.kyrgyz) | russian & _begins(word.russian)


def _begins(beginnings: Sequence[str]) -> Q:
    """A search for bytes: `LIKE` folds letters on SQLite and is slower by half."""
    found = Q()
    for one in beginnings:
        found |= Q(GreaterThan(StrIndex(F("folded"), Value(f" {one}")), 0))
    return found


def find_cases(wish: Wish) -> tuple[list[Found], Counter[str]]:
    """The cases in which the words stand, best first, and how many lines of each kind.

    One query, and the only one that reads all lines. A title counts most, then the newest case.
    """
    lines = matching(wish).filter(case__isnull=False, kind__in=ORDER)
    groups = lines.values_list("case", "kind", "language")
    cases: dict[int, Found] = {}
    kinds: Counter[str] = Counter()
    for case, kind, _language, n, first in groups.annotate(n=Count("pk"), first=Min("pk")):
        found = cases.setdefault(case, Found(case))
        found.count += n
        found.kinds[kind] += n
        found.first.append(first)
        kinds[kind] += n
    best = sorted(cases.values(), key=lambda one: ("title" not in one.kinds, -one.key))
    return best, kinds


def with_lines(found: Sequence[Found], wish: Wish) -> list[Found]:
    """The cases of a page with their first lines (two queries, whatever their number)."""
    cases = with_road().in_bulk([one.key for one in found])
    lines = SearchLine.objects.filter(pk__in=[key for one in found for key in one.first])
    by_case: dict[int, list[SearchLine]] = {}
    for line in sorted(lines.defer("folded"), key=lambda line: (ORDER.index(line.kind), line.pk)):
        by_case.setdefault(line.case_id or 0, []).append(line)
    words = wish.words
    for one in found:
        one.case = cases.get(one.key)
        one.hits = [hit(line, words) for line in by_case.get(one.key, [])[:LINES_A_CASE]]
    return [one for one in found if one.case]


def find_bodies(wish: Wish) -> list[Hit]:
    """Bodies whose name holds the words, each once (one query)."""
    words = wish.words
    seen: dict[str, Hit] = {}
    lines = matching(Wish(wish.text)).filter(kind="body").order_by("ref", "language")
    for line in lines.defer("folded")[: MOST_BODIES * 2]:
        seen.setdefault(line.ref, hit(line, words))
    return list(seen.values())[:MOST_BODIES]


def find_things(wish: Wish) -> QuerySet[SearchLine]:
    """Bills, sittings, expertises and items of special protocols that hold the words, the newest first."""
    return matching(wish).filter(kind__in=THINGS).defer("folded").order_by("-year", "-pk")


def hit(line: SearchLine, words: Sequence[Sought]) -> Hit:
    spans = found_in(line.text, list(words), language=line.language)
    return Hit(line.kind, line.language, line.title, line.place, pieces(line.text, spans))


def pieces(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    """The text around the first of the places, in its own spelling, with every place in it marked.

    >>> pieces("Калдык жана суу", [(0, 6)])
    [('Калдык', True), (' жана суу', False)]
    """
    first = spans[0][0] if spans else 0
    start, end = max(0, first - AROUND), min(len(text), first + 2 * AROUND)
    start = text.find(" ", start) + 1 if start else 0
    end = text.rfind(" ", 0, end) if end < len(text) else end
    found, at = [("… ", False)] if start else [], start
    for low, high in spans:
        if low < at or high > end:
            continue
        found += [(text[at:low], False), (text[low:high], True)]
        at = high
    found += [(text[at:end], False), (" …" if end < len(text) else "", False)]
    return [(piece, is_found) for piece, is_found in found if piece]


def years() -> list[int]:
    """The years in which cases were opened, the newest first (one query)."""
    found = Case.objects.of("npa").order_by().values_list("opened_at__year", flat=True).distinct()
    return sorted(found, reverse=True)
