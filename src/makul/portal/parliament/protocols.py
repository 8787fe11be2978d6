"""Special protocols on inter-budget relations: what the hub shows of them, and what is counted."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count as Number
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makul.budget.models import Amount, Item, Position, Side, SpecialProtocol
from makul.cases.views.public.page import language
from makul.cases.views.work.words import outcome_words
from makul.law.procedures.about import about
from makul.portal.parliament.told import (
    NEWEST,
    Count,
    Group,
    Line,
    Measure,
    Shelf,
    Table,
    Told,
    counted,
    list_page,
    page_of,
    part_of,
)

# What became of an item is said once the conciliation sitting was held.
AGREED, NOT_AGREED = (
    Q(outcome=one, protocol__sat_on__isnull=False)
    for one in (Item.Outcome.AGREED, Item.Outcome.NOT_AGREED)
)
MEASURES = {
    "special_items": Measure(
        gettext_lazy("Items tabled"),
        gettext_lazy(
            "Items of special protocols that a side has tabled, by the budget year of the protocol."
        ),
    ),
    "special_agreed": Measure(
        gettext_lazy("Items agreed"),
        gettext_lazy(
            "Items on which both sides agreed to one solution, of the items that ended agreed or not agreed."
        ),
        gettext_lazy("items of the protocol"),
    ),
    "special_carried": Measure(
        gettext_lazy("Carried over from the year before"),
        gettext_lazy("Items that go on with an item of an earlier protocol, of the items tabled."),
        gettext_lazy("items of the protocol"),
    ),
    "special_given": Measure(
        gettext_lazy("Given as agreed"),
        gettext_lazy(
            "Agreed items on which the adopted law gives no less than was recommended for the budget year, of the agreed items whose sums in the adopted law are stated."
        ),
        gettext_lazy("items of the protocol"),
    ),
}


def open_items() -> QuerySet[Item]:
    """The items that are tabled: before that they are a draft of the side that wrote them."""
    return Item.objects.filter(tabled_at__isnull=False)


def open_amounts() -> QuerySet[Amount]:
    """The figures that are said: of a side once they left its house, recommended ones after the sitting."""
    filed = Position.objects.filter(
        item=OuterRef("item"), side=OuterRef("side"), filed_at__isnull=False
    )
    own = Q(item__side=F("side")) | Q(Exists(filed))  # a side tables an item with its figures
    of_side = Q(side__in=(Side.LSG, Side.GOVERNMENT)) & own
    recommended = Q(side=Side.AGREED, item__protocol__sat_on__isnull=False)
    return Amount.objects.filter(
        of_side | recommended | Q(side=Side.GIVEN), item__tabled_at__isnull=False
    )


def shelf(today: date) -> Shelf:
    """The newest protocols and how many of their items were agreed (two queries)."""
    tabled = Q(items__tabled_at__isnull=False)
    ended = tabled & Q(sat_on__isnull=False)
    found = SpecialProtocol.objects.select_related("case").annotate(
        tabled=Number("items", filter=tabled),
        agreed=Number("items", filter=ended & Q(items__outcome=Item.Outcome.AGREED)),
        disputed=Number("items", filter=ended & Q(items__outcome=Item.Outcome.NOT_AGREED)),
    )
    newest = list(found.order_by("-budget_year", "-pk")[:NEWEST])
    return Shelf(
        key="special-protocols",
        title=_("Special protocols on inter-budget relations"),
        what=about("special_protocol", language=language()).what,
        lines_title=_("Newest protocols"),
        empty=_(
            "No special protocol was opened yet. It appears here when the budget bill reaches its committee."
        ),
        counts=counts_of(newest[0]) if newest else [],
        counts_of=str(newest[0].budget_year) if newest else "",
        lines=[line(one) for one in newest],
        url=list_page("special_protocol_list"),
        url_words=_("All special protocols"),
        how="special_protocol",
    )


def counts_of(newest: Any) -> list[Count]:
    tabled = Count(_("items tabled"), newest.tabled)
    if newest.sat_on is None:  # nothing is agreed before the conciliation sitting, nor refused
        return [tabled]
    return [tabled, Count(_("agreed"), newest.agreed), Count(_("not agreed"), newest.disputed)]


def line(one: SpecialProtocol) -> Line:
    case = one.case
    return Line(
        thing=case,
        words=_("Special protocol on the budget of %(year)s") % {"year": one.budget_year},
        url=page_of(case),
        at=timezone.localdate(case.opened_at),
        note=outcome_words(case.outcome) if case.outcome else "",
    )


def group(year: int | None, today: date) -> Group:
    """What is counted of special protocols; the year is that of the budget (five queries)."""
    items = open_items()
    if year:
        items = items.filter(protocol__budget_year=year)
    numbers = items.aggregate(
        n=Number("pk"),
        agreed=Number("pk", filter=AGREED),
        decided=Number("pk", filter=AGREED | NOT_AGREED),
        carried=Number("pk", filter=Q(carried_from__isnull=False)),
    )
    given, stated = given_as_agreed(items)
    years = SpecialProtocol.objects.order_by().values_list("budget_year", flat=True).distinct()
    return Group(
        key="special-protocols",
        title=_("Special protocols on inter-budget relations"),
        told=[
            Told(MEASURES["special_items"], counted("special_items", numbers["n"])),
            told("special_agreed", numbers["agreed"], numbers["decided"]),
            told("special_carried", numbers["carried"], numbers["n"]),
            told("special_given", given, stated),
        ],
        tables=[sums_table(items)] if numbers["n"] else [],
        url=list_page("special_protocol_list"),
        url_words=_("All special protocols"),
        years=frozenset(years),
    )


def told(key: str, part: int, n: int) -> Told:
    return Told(MEASURES[key], part_of(key, part, n))


def given_as_agreed(items: QuerySet[Item]) -> tuple[int, int]:
    """How many agreed items got no less than recommended, and of how many it is stated (one query)."""

    def of(side: str) -> Subquery:
        own = Amount.objects.filter(
            item=OuterRef("pk"), side=side, year=OuterRef("protocol__budget_year")
        )
        return Subquery(own.values("amount_som")[:1])

    pairs = items.filter(AGREED).annotate(given_som=of(Side.GIVEN), agreed_som=of(Side.AGREED))
    known = pairs.filter(given_som__isnull=False, agreed_som__isnull=False)
    sums = known.aggregate(
        n=Number("pk"), kept=Number("pk", filter=Q(given_som__gte=F("agreed_som")))
    )
    return sums["kept"], sums["n"]


HEADS = (
    gettext_lazy("Items agreed"),
    gettext_lazy("Recommended on them, som"),
    gettext_lazy("Given on them, som"),
    gettext_lazy("Items not agreed"),
    gettext_lazy("Asked on them by local self-government, som"),
    gettext_lazy("Reckoned by the Government, som"),
    gettext_lazy("Given on those, som"),
)
CELLS: tuple[tuple[str, str], ...] = (
    (Item.Outcome.AGREED, ""),
    (Item.Outcome.AGREED, Side.AGREED),
    (Item.Outcome.AGREED, Side.GIVEN),
    (Item.Outcome.NOT_AGREED, ""),
    (Item.Outcome.NOT_AGREED, Side.LSG),
    (Item.Outcome.NOT_AGREED, Side.GOVERNMENT),
    (Item.Outcome.NOT_AGREED, Side.GIVEN),
)


def sums_table(items: QuerySet[Item]) -> Table:
    """For each budget year how many items ended how, and with which sums of that year (two queries)."""
    decided = items.filter(AGREED | NOT_AGREED).order_by()
    numbers = decided.values_list("protocol__budget_year", "outcome").annotate(n=Number("pk"))
    found: dict[tuple[int, str, str], int] = {(year, how, ""): n for year, how, n in numbers}
    amounts = open_amounts().filter(
        item__in=decided.values("pk"), year=F("item__protocol__budget_year")
    )
    sums = amounts.order_by().values_list("year", "item__outcome", "side")
    with_som = sums.annotate(som=Sum("amount_som"))
    found |= {(year, how, side): int(som) for year, how, side, som in with_som}
    years = sorted({year for year, _how, _side in found}, reverse=True)
    return Table(
        title=_("By budget year"),
        head=_("Budget year"),
        heads=[str(one) for one in HEADS],
        rows=[
            (
                str(year),
                [found.get((year, how, side), 0 if not side else None) for how, side in CELLS],
            )
            for year in years
        ],
        note=_(
            "Sums of the budget year alone. Of a side, what it filed; recommended, what the conciliation sitting recommended; given, what the adopted law gives. A dash: not stated."
        ),
    )
