"""Bills and the watch on bypass: what the hub shows of them, and what is counted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Count as Number
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makul.bills.models import Alert, Bill
from makul.bills.queries.listing import TOUCHING
from makul.bills.words import ALERTS, INITIATORS
from makul.cases.views.work.page import address
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
    part_of,
)

A_YEAR = timedelta(days=365)
MEASURES = {
    "bills_touching": Measure(
        gettext_lazy("Bills that touch local communities"),
        gettext_lazy(
            "Bills found to touch local communities, by a person or by the words of their text, of all bills registered."
        ),
        gettext_lazy("bills"),
    ),
    "bills_conciliated": Measure(
        gettext_lazy("With a conciliation"),
        gettext_lazy(
            "Bills to which a case of conciliation belongs, of the bills that touch local communities."
        ),
        gettext_lazy("bills"),
    ),
    "alerts": Measure(
        gettext_lazy("Alerts of the watch"),
        gettext_lazy(
            "Each time the watch noticed a way past conciliation; by the day on which it noticed. Each is counted once."
        ),
    ),
    "alerts_answered": Measure(
        gettext_lazy("Alerts answered by the association"),
        gettext_lazy(
            "Alerts on which a case was opened, an opinion was given, or which were let be with a reason, of all alerts."
        ),
        gettext_lazy("alerts"),
    ),
}


def page_of_bill(bill: Bill) -> str:
    """The public page of a bill, or nothing where no room serves it."""
    return address("bill", bill.pk)


def open_bills() -> QuerySet[Bill]:
    """Those of which the search and the feeds speak: they touch communities, or were noticed."""
    noticed = Exists(Alert.objects.filter(bill=OuterRef("pk")))
    return Bill.objects.filter(TOUCHING | Q(case__isnull=False) | Q(noticed))


def alerts_since(day: date) -> QuerySet[Alert]:
    return Alert.objects.filter(raised_at__date__gte=day)


def shelf(today: date) -> Shelf:
    """Alerts of the last twelve months by kind, and the newest (three queries)."""
    since = today - A_YEAR
    by_kind = dict(
        alerts_since(since).order_by().values_list("kind").annotate(n=Number("pk", distinct=True))
    )
    bills = Bill.objects.filter(registered_on__gte=since).filter(TOUCHING)
    counts = [Count(_("bills that touch local communities"), bills.count(), list_page("bill_list"))]
    watch = list_page("bill_watch")
    for kind, words in ALERTS.items():
        counts.append(Count(str(words).lower(), by_kind.get(kind, 0), watch))
    return Shelf(
        key="bills",
        title=_("Bills and the watch"),
        what=_(
            "Bills registered in Parliament are read here. Where one that touches local communities goes past conciliation, the association is told at once, and everyone can see it."
        ),
        lines_title=_("Newest alerts"),
        empty=_(
            "The watch has noticed nothing yet. An alert appears here on the day a bill that touches local communities is found without a conciliation."
        ),
        counts=counts if any(one.n for one in counts) else [],
        lines=newest_alerts(),
        url=list_page("bill_list"),
        url_words=_("All bills"),
    )


def newest_alerts() -> list[Line]:
    """The last things the watch noticed (one query)."""
    newest = Alert.objects.select_related("bill").order_by("-raised_at", "-pk")[:NEWEST]
    return [line(one) for one in newest]


def line(alert: Alert) -> Line:
    return Line(
        thing=alert.bill,
        url=page_of_bill(alert.bill),
        at=timezone.localdate(alert.raised_at),
        note=alert.bill.number,
        tag=str(ALERTS.get(alert.kind, alert.kind)),
        is_bad=True,
    )


def group(year: int | None, today: date) -> Group:
    """What is counted of bills (four queries and one for the years)."""
    bills, alerts = Bill.objects.all(), Alert.objects.all()
    if year:
        bills = bills.filter(registered_on__year=year)
        alerts = alerts.filter(raised_at__year=year)
    by_initiator = registered(bills)
    by_kind = raised(alerts)
    touching = sum(row["touching"] for row in by_initiator.values())
    n = sum(by_kind.values())
    return Group(
        key="bills",
        title=_("Bills and the watch"),
        told=[
            told("bills_touching", touching, sum(row["n"] for row in by_initiator.values())),
            told(
                "bills_conciliated",
                sum(row["with_case"] for row in by_initiator.values()),
                touching,
            ),
            Told(MEASURES["alerts"], counted("alerts", n)),
            told("alerts_answered", alerts.exclude(answer="").count(), n),
        ],
        bars=[
            {"label": words, "value": sum(n for (one, _who), n in by_kind.items() if one == kind)}
            for kind, words in ALERTS.items()
        ]
        if n
        else [],
        bars_title=_("Alerts by kind"),
        bars_head=_("What was noticed"),
        bars_value=_("Alerts"),
        tables=[by_initiators(by_initiator, by_kind)] if touching or n else [],
        url=list_page("bill_watch"),
        url_words=_("What the watch noticed"),
        years=years(),
    )


def told(key: str, part: int, n: int) -> Told:
    return Told(MEASURES[key], part_of(key, part, n))


def registered(bills: QuerySet[Bill]) -> dict[str, dict[str, Any]]:
    """For each kind of initiator how many bills, how many that touch, how many of these with a case."""
    rows = (
        bills.order_by()
        .values("initiator_kind")
        .annotate(
            n=Number("pk"),
            touching=Number("pk", filter=TOUCHING),
            with_case=Number("pk", filter=TOUCHING & Q(case__isnull=False)),
        )
    )
    return {row["initiator_kind"]: dict(row) for row in rows}


def raised(alerts: QuerySet[Alert]) -> dict[tuple[str, str], int]:
    """How many alerts of each kind on bills of each kind of initiator."""
    pairs = alerts.order_by().values_list("kind", "bill__initiator_kind")
    return {(kind, who): n for kind, who, n in pairs.annotate(n=Number("pk"))}


def by_initiators(bills: dict[str, dict[str, Any]], alerts: dict[tuple[str, str], int]) -> Table:
    """Each kind of initiator with its bills that touch, those conciliated, and the alerts on them."""
    none: dict[str, Any] = {"touching": 0, "with_case": 0}
    rows = []
    for who, words in INITIATORS.items():
        own = bills.get(who, none)
        numbers = [alerts.get((kind, who), 0) for kind in ALERTS]
        if own["touching"] or any(numbers):
            rows.append((capfirst(str(words)), [own["touching"], own["with_case"], *numbers]))
    return Table(
        title=_("By who initiated the bill"),
        head=_("Initiator"),
        heads=[_("Touch communities"), _("Conciliated"), *map(str, ALERTS.values())],
        rows=rows,
        note=_("Bills by the year of registration, alerts by the year in which they were raised."),
    )


def years() -> frozenset[int]:
    """The years of which there is something to count (two queries)."""
    found = Bill.objects.order_by().values_list("registered_on__year", flat=True).distinct()
    more = Alert.objects.order_by().values_list("raised_at__year", flat=True).distinct()
    return frozenset([*found, *more])
