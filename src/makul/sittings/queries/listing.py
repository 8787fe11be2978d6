"""Reads lists of sittings: to come, past, by house and convocation, of one month, held without inviting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from makul.cases.queries.many import statuses_of
from makul.core.procedure import Breach, Status
from makul.parties.models import Party
from makul.sittings.models import AgendaItem, House, Sitting

INVITED = "invited"  # the step whose breaches are counted in public
MOST_COUNTED = 1000  # sittings held that are judged for the public count


@dataclass(frozen=True, slots=True)
class Line:
    """A sitting in a list: how many items, how many touch local communities, and what was not kept."""

    sitting: Sitting
    status: Status
    items: int
    touching: int

    @property
    def is_past(self) -> bool:
        return self.sitting.held_at is not None or self.status.closed

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """What was not kept in inviting."""
        return invitation_breaches(self.status)

    @property
    def is_uninvited(self) -> bool:
        """Held although some association was not invited at all."""
        return any(one.kind == "skipped" for one in self.breaches)

    @property
    def is_invited_late(self) -> bool:
        return not self.is_uninvited and bool(self.breaches)


def invitation_breaches(status: Status) -> tuple[Breach, ...]:
    lines = (*status.breaches, *status.recorded)
    return tuple(one for one in lines if one.step == INVITED)


def sittings() -> QuerySet[Sitting]:
    """All sittings with their case, house and convocation, the latest first."""
    return Sitting.objects.select_related("case__agreement", "house", "convocation")


def sittings_in(
    *, house: Party | None = None, convocation: str = "", when: str = "", now: datetime
) -> QuerySet[Sitting]:
    """Those of a house and a convocation; `when`: "ahead" (the nearest first), "past", or all."""
    found = sittings()
    if house:
        found = found.filter(house=house)
    if convocation:
        found = found.filter(convocation__number=convocation)
    ahead = Q(held_at__isnull=True, case__is_closed=False)
    if when == "ahead":
        return found.filter(ahead).order_by("starts_at", "pk")
    return found.exclude(ahead) if when == "past" else found


def in_days(first: date, last: date) -> QuerySet[Sitting]:
    """The sittings of these days, the earliest first."""
    begin = timezone.make_aware(datetime.combine(first, time()))
    end = timezone.make_aware(datetime.combine(last + timedelta(days=1), time()))
    found = sittings().filter(starts_at__gte=begin, starts_at__lt=end)
    return found.order_by("starts_at", "pk")


def lines_of(found: Iterable[Sitting], *, today: date) -> list[Line]:
    """The sittings with what a list says of each (six queries, whatever their number)."""
    wanted = list(found)
    statuses = statuses_of([one.case for one in wanted], today=today)
    items = AgendaItem.objects.filter(sitting__in=wanted, taken_off_at__isnull=True)
    rows = (
        items.order_by()
        .values_list("sitting")
        .annotate(n=Count("pk"), touching=Count("pk", filter=TOUCHING))
    )
    counts = {pk: (n, touching) for pk, n, touching in rows}
    return [Line(one, statuses[one.case_id], *counts.get(one.pk, (0, 0))) for one in wanted]


TOUCHING = Q(touches_local=True)


@dataclass(frozen=True, slots=True)
class Uninvited:
    """Sittings held without inviting, with the whole they are counted against."""

    lines: list[Line]
    late: int
    held: int  # those held with an item that touches local communities

    @property
    def share(self) -> float | None:
        """0-1 of the sittings to which an association was to be invited."""
        return len(self.lines) / self.held if self.held else None


def uninvited(*, today: date, house: Party | None = None) -> Uninvited:
    """Sittings held without inviting an association where an item touched local communities.

    Every sitting held with such an item is judged, the newest `MOST_COUNTED` of them (seven queries).
    """
    found = sittings().filter(held_at__isnull=False)
    if house:
        found = found.filter(house=house)
    touched = AgendaItem.objects.filter(touches_local=True, taken_off_at__isnull=True)
    held = found.filter(pk__in=touched.values("sitting")).order_by("-held_at")[:MOST_COUNTED]
    lines = lines_of(held, today=today)
    return Uninvited(
        lines=[one for one in lines if one.is_uninvited],
        late=sum(one.is_invited_late for one in lines),
        held=len(lines),
    )


@dataclass(frozen=True, slots=True)
class HouseLine:
    """A committee (or the chamber) in a convocation, with how many sittings of it are kept here."""

    house: House
    sittings: int


def houses_of(convocation: str) -> list[HouseLine]:
    """The houses of a convocation in the order of its list (two queries)."""
    houses = list(
        House.objects.filter(convocation__number=convocation)
        .select_related("party", "convocation")
        .order_by("number")
    )
    found = Sitting.objects.filter(convocation__number=convocation)
    counts = dict(found.order_by().values_list("house").annotate(Count("pk")))
    return [HouseLine(one, counts.get(one.party_id, 0)) for one in houses]


def convocations() -> list[str]:
    """The numbers of the convocations that are kept here, the newest first (one query)."""
    return list(
        House.objects.order_by("-convocation__pk")
        .values_list("convocation__number", flat=True)
        .distinct()
    )
