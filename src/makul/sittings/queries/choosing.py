"""Reads what a committee chooses from: bills for its agenda, parties for its record."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from makul.bills.models import Bill
from makul.bills.queries.listing import bills_in
from makul.bills.stages import ENDED
from makul.cases.models import Participation
from makul.parties.models import Party
from makul.sittings.models import AgendaItem, Sitting

MOST_BILLS = 25


def bills_for_agenda(sitting: Sitting, text: str = "") -> list[Bill]:
    """Bills on their way that touch local communities; with words: any bill that holds them.

    What stands on the agenda already is left out (two queries).
    """
    here = AgendaItem.objects.filter(sitting=sitting, taken_off_at__isnull=True, bill__isnull=False)
    found = bills_in("all" if text.strip() else "touching", text=text)
    return list(found.exclude(stage__in=ENDED).exclude(pk__in=here.values("bill"))[:MOST_BILLS])


def parties_at(sitting: Sitting) -> list[Party]:
    """Those who may be there: of the sitting's case, and the initiators of what it considers (two queries)."""
    seats = Participation.objects.filter(case=sitting.case_id).select_related("party")
    parties = {seat.party_id: seat.party for seat in seats.order_by("role", "party__key")}
    behind = sitting.items.filter(conciliation__isnull=False).values("conciliation")
    for party in initiators(behind):
        parties.setdefault(party.pk, party)
    return list(parties.values())


def initiators(cases: QuerySet[AgendaItem, Any]) -> QuerySet[Party]:
    found = Party.objects.filter(participations__case__in=cases, participations__role="initiator")
    return found.order_by("key").distinct()
