"""Sittings of committees and of the chamber: what the hub shows of them, and what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Count as Number
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from makul.cases.views.public.page import language
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
from makul.sittings.queries.listing import invitation_breaches, sittings

MEASURES = {
    "sittings_held": Measure(
        gettext_lazy("Sittings held"),
        gettext_lazy("Sittings of committees and of the chamber that were held, by their day."),
    ),
    "sittings_uninvited": Measure(
        gettext_lazy("Held without inviting"),
        gettext_lazy(
            "Sittings held although an association had not been invited, of the sittings held with an item that touches local communities."
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
    return sittings().filter(held_at__isnull=False)


def touched(found: QuerySet[Sitting]) -> list[Sitting]:
    """Those with an item that touches local communities: an association was to be invited (one query)."""
    items = AgendaItem.objects.filter(
        sitting=OuterRef("pk"), touches_local=True, taken_off_at__isnull=True
    )
    return list(found.filter(Exists(items)))


def unheard(found: Sequence[Sitting], *, today: date) -> tuple[int, int]:
    """How many were held without inviting, and how many with an invitation that came too late."""
    kinds = [
        {one.kind for one in invitation_breaches(said)}
        for said in judged([one.case for one in found], today=today).values()
    ]
    uninvited = sum("skipped" in one for one in kinds)
    return uninvited, sum(bool(one) for one in kinds) - uninvited


def shelf(today: date) -> Shelf:
    """The next sittings, else the last ones; how many were held in twelve months, how many unheard."""
    since = today - A_YEAR
    recent = held().filter(held_at__date__gte=since)
    uninvited, _late = unheard(touched(recent), today=today)
    ahead = upcoming(today)[:NEWEST]
    lines = list(ahead) or list(with_counts(held()).order_by("-starts_at")[:NEWEST])
    counts = [
        Count(_("sittings held"), recent.count()),
        Count(
            _("held without inviting the association"),
            uninvited,
            list_page("sittings_not_invited"),
        ),
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
        url=list_page("sitting_list"),
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
    found = held().filter(held_at__year=year) if year else held()
    owed = touched(found)
    uninvited, late = unheard(owed, today=today)
    items = AgendaItem.objects.filter(
        sitting__in=[one.pk for one in owed], touches_local=True, taken_off_at__isnull=True
    )
    spoken = Opinion.objects.filter(item=OuterRef("pk"), released_at__isnull=False)
    n = items.count()
    parts = [
        ("sittings_uninvited", uninvited, len(owed)),
        ("sittings_invited_late", late, len(owed)),
        ("items_heard", items.filter(Exists(spoken)).count(), n),
        ("items_fast", items.filter(readings__contains=",").count(), n),
    ]
    number = counted("sittings_held", found.count())
    dates = held().order_by().values_list("held_at__year", flat=True).distinct()
    return Group(
        key="sittings",
        title=_("Sittings"),
        told=[
            Told(MEASURES["sittings_held"], number),
            *(Told(MEASURES[key], part_of(key, part, of)) for key, part, of in parts),
        ],
        url=list_page("sittings_not_invited"),
        url_words=_("Sittings held without inviting"),
        years=frozenset(dates),
    )
