"""Reads who sits and who is invited: convocations, the committee's undertaking, the associations of an item."""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q, QuerySet

from makul.parties.models import Party
from makul.sittings.models import AgendaItem, Convocation, Sitting


def convocation_of(house: Party, *, on: date) -> Convocation | None:
    """The convocation whose days hold this one: of those in which the house is listed, else of all."""
    begun = Q(from_on__isnull=True) | Q(from_on__lte=on)
    lasting = Q(to_on__isnull=True) | Q(to_on__gte=on)
    newest = F("from_on").desc(nulls_last=True)
    found = Convocation.objects.filter(begun, lasting).order_by(newest, "-pk")
    return found.filter(houses__party=house).first() or found.first()


def associations_on(day: date, *, is_demonstration: bool) -> QuerySet[Party]:
    """Every association there is on a day, of the same world."""
    return Party.objects.filter(
        Q(valid_from__isnull=True) | Q(valid_from__lte=day),
        Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        kind=Party.Kind.ASSOCIATION,
        is_demonstration=is_demonstration,
    ).order_by("key")


def associations_for(item: AgendaItem, *, on: date) -> list[Party]:
    """Whom an item concerns: those of its conciliation; where there is none, every association."""
    if item.conciliation_id:
        seats = Party.objects.filter(
            participations__case=item.conciliation_id, participations__role="association"
        )
        if found := list(seats.order_by("key")):
            return found
    return list(associations_on(on, is_demonstration=item.sitting.is_demonstration))


def invited_associations(sitting: Sitting) -> list[Party]:
    """The associations that take part in a sitting's case."""
    seats = sitting.case.participations.filter(role="association").select_related("party")
    return [seat.party for seat in seats.order_by("party__key")]


def present_parties(sitting: Sitting) -> QuerySet[Party]:
    """The parties that were there, the house itself left out."""
    came = sitting.presences.filter(came=True, party__isnull=False).exclude(party=sitting.house)
    return Party.objects.filter(pk__in=came.values("party")).order_by("key")
