"""Sittings of committees and of the chamber: what the hub shows of them, and what is counted."""

from __future__ import annotations

from datetime import date

from django.db.models import Count as Number
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from makul.cases.models import Participation
from makul.cases.views.public.page import language
from makul.core.procedure import Status
from makul.law.procedures.about import about
from makul.portal.parliament.bills import A_YEAR
from makul.portal.parliament.judged import judged
from makul.portal.parliament.told import (
    NEWEST,
    Count,
    Group,
    Line,
    Measure,
    Shelf,
    Told,
    counted,
    list_page,
    page_of,
    part_of,
)
from makul.sittings.models import AgendaItem, Opinion, Sitting

INVITED = "invited"
MEASURES = {
    "sittings_held": Measure(
        gettext_lazy("Sittings held"),
        gettext_lazy("Sittings of committees and of the chamber that were held, by their day."),
    ),
    "sittings_uninvited": Measure(
        gettext_lazy("Held without inviting"),
        gettext_lazy(
            "Sittings held although an association that was to be invited had not been, of the sittings held to which one was to be invited."
        ),
        gettext_lazy("sittings"),
    ),
    "sittings_invited_late": Measure(
        gettext_lazy("Invited too late"),
        gettext_lazy(
            "Sittings held to which an association was invited after the last day for it, of the same sittings."
        ),
        gettext_lazy("sittings"),
    ),
    "items_heard": Measure(
        gettext_lazy("Items with the opinion of an association"),
        gettext_lazy(
            "Items that touch local communities on which an association gave an opinion for the minutes, of all such items of the sittings held."
        ),
        gettext_lazy("items"),
    ),
    "items_fast": Measure(
        gettext_lazy("Several readings at once"),
        gettext_lazy(
            "Bills that touch local communities taken in several readings in one sitting, of all such items of the sittings held."
        ),
        gettext_lazy("items"),
    ),
}


def held() -> QuerySet[Sitting]:
    return Sitting.objects.filter(held_at__isnull=False).select_related("case__agreement", "house")


def to_invite(sittings: QuerySet[Sitting]) -> list[Sitting]:
    """Those in whose case an association takes part: it was to be invited."""
    seats = Participation.objects.filter(case=OuterRef("case"), role="association")
    return list(sittings.filter(Exists(seats)))


def is_uninvited(said: Status) -> bool:
    return any(one.step == INVITED and one.kind == "skipped" for one in said.breaches)


def is_late(said: Status) -> bool:
    return any(one.step == INVITED and one.kind == "late" for one in said.breaches)


def shelf(today: date) -> Shelf:
    """The next sittings, else the last ones; how many were held in twelve months, how many unheard."""
    since = today - A_YEAR
    recent = held().filter(held_at__date__gte=since)
    said = judged([one.case for one in to_invite(recent)], today=today)
    uninvited = sum(is_uninvited(one) for one in said.values())
    ahead = upcoming(today)[:NEWEST]
    lines = list(ahead) or list(with_counts(held()).order_by("-starts_at")[:NEWEST])
    counts = [
        Count(_("sittings held"), recent.count()),
        Count(_("held without inviting the association"), uninvited),
    ]
    return Shelf(
        key="sittings",
        title=_("Sittings"),
        what=about("sitting", language=language()).what,
        lines_title=_("Next sittings") if ahead else _("Last sittings"),
        empty=_(
            "No sitting is on record yet. It appears here when its committee puts it in the calendar."
        ),
        counts=counts if lines else [],
        lines=[line(one) for one in lines],
        url=list_page("sittings", "sitting_list"),
        url_words=_("All sittings"),
        how="sitting",
    )


def upcoming(today: date) -> QuerySet[Sitting]:
    """Those still to be held, the next first."""
    found = Sitting.objects.filter(
        starts_at__date__gte=today, held_at__isnull=True, case__is_closed=False
    )
    return with_counts(found.select_related("case", "house")).order_by("starts_at", "pk")


def with_counts(sittings: QuerySet[Sitting]) -> QuerySet[Sitting]:
    there = Q(items__taken_off_at__isnull=True)
    return sittings.annotate(
        touching=Number("items", filter=there & Q(items__touches_local=True), distinct=True)
    )


def line(sitting: Sitting) -> Line:
    n = getattr(sitting, "touching", 0)
    said = ngettext(
        "%(n)s item touches local communities", "%(n)s items touch local communities", n
    )
    at = timezone.localtime(sitting.starts_at)
    return Line(
        thing=sitting.case,
        words=sitting.house.name(language()),
        url=page_of(sitting.case),
        at=at.date(),
        note=f"{said % {'n': n}} · {at:%H:%M}",
    )


def group(year: int | None, today: date) -> Group:
    """What is counted of sittings: at most nine queries."""
    sittings = held()
    if year:
        sittings = sittings.filter(held_at__year=year)
    owed = to_invite(sittings)
    said = judged([one.case for one in owed], today=today)
    items = AgendaItem.objects.filter(
        sitting__in=sittings.order_by().values("pk"), touches_local=True, taken_off_at=None
    )
    spoken = Opinion.objects.filter(item=OuterRef("pk"), released_at__isnull=False)
    n = items.count()
    parts = [
        ("sittings_uninvited", sum(is_uninvited(one) for one in said.values()), len(owed)),
        ("sittings_invited_late", sum(is_late(one) for one in said.values()), len(owed)),
        ("items_heard", items.filter(Exists(spoken)).count(), n),
        ("items_fast", items.filter(readings__contains=",").count(), n),
    ]
    number = counted("sittings_held", sittings.count())
    dates = held().order_by().values_list("held_at__year", flat=True).distinct()
    return Group(
        key="sittings",
        title=_("Sittings"),
        told=[
            Told(MEASURES["sittings_held"], number),
            *(Told(MEASURES[key], part_of(key, part, of)) for key, part, of in parts),
        ],
        years=frozenset(dates),
    )
