"""Reads one sitting whole: its agenda with all that was said, who was invited and when, who was there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Model, QuerySet

from makul.core.calendar import Reason
from makul.core.procedure import Breach, Kept, Status
from makul.documents.models import Version
from makul.journal.models import Entry
from makul.notices.models import Notice
from makul.parties.models import Party
from makul.sittings.models import (
    AgendaItem,
    Ballot,
    Correction,
    Dissent,
    Minutes,
    Opinion,
    Presence,
    Reading,
    Sitting,
    Speech,
)
from makul.sittings.queries.listing import INVITED, invitation_breaches


@dataclass
class ItemShown:
    """An item of the agenda with what was prepared for it, said on it and voted."""

    item: AgendaItem
    opinions: list[Opinion] = field(default_factory=list)
    speeches: list[Speech] = field(default_factory=list)
    ballots: list[Ballot] = field(default_factory=list)
    dissents: list[Dissent] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)

    @property
    def released(self) -> list[Opinion]:
        """The opinions that left their house; a draft is nobody's business yet."""
        return [one for one in self.opinions if one.released_at]

    @property
    def is_written(self) -> bool:
        """Whether anything of the record of this item stands."""
        decided = self.item.decision_ky or self.item.decision_ru
        return bool(self.speeches or self.ballots or decided)


@dataclass(frozen=True, slots=True)
class Invitation:
    """One association to be invited: by which last day and why, sent when, delivered when, and how."""

    party: Party
    last_day: date | None
    because: tuple[Reason, ...]
    done_at: datetime | None
    how: str
    notices: tuple[Notice, ...]
    breach: Breach | None

    @property
    def sent(self) -> Notice | None:
        """The letter sent last."""
        return self.notices[-1] if self.notices else None

    @property
    def is_refused(self) -> bool:
        """Sent, and the address did not take it: nobody is invited by that."""
        return bool(self.sent and self.sent.state == Notice.State.FAILED and not self.done_at)

    @property
    def is_on_its_way(self) -> bool:
        return bool(self.sent and self.sent.state == Notice.State.QUEUED)


@dataclass
class Whole:
    """All that is kept of a sitting."""

    sitting: Sitting
    items: list[ItemShown]
    presences: list[Presence]
    minutes: Minutes | None
    corrections: list[Correction]

    @property
    def touching(self) -> list[ItemShown]:
        return [one for one in self.items if one.item.touches_local]

    @property
    def present(self) -> list[Presence]:
        return [one for one in self.presences if one.came]

    @property
    def absent(self) -> list[Presence]:
        return [one for one in self.presences if not one.came]

    @property
    def dissents(self) -> list[Dissent]:
        return [dissent for one in self.items for dissent in one.dissents]

    def item(self, pk: int) -> ItemShown | None:
        return next((one for one in self.items if one.item.pk == pk), None)


def whole_of(sitting: Sitting) -> Whole:
    """The sitting with its items and its record (nine queries)."""
    items = {one.pk: ItemShown(one) for one in items_of(sitting)}
    for opinion in of_items(Opinion, items).select_related("association", "document"):
        items[opinion.item_id].opinions.append(opinion)
    for speech in of_items(Speech, items).select_related("party"):
        items[speech.item_id].speeches.append(speech)
    for ballot in of_items(Ballot, items):
        items[ballot.item_id].ballots.append(ballot)
    for dissent in of_items(Dissent, items).select_related("party", "by"):
        items[dissent.item_id].dissents.append(dissent)
    for reading in of_items(Reading, items):
        if reading.item_id:
            items[reading.item_id].readings.append(reading)
    minutes = Minutes.objects.filter(sitting=sitting).select_related("approved_by").first()
    corrections = minutes.corrections.select_related("party", "by", "item") if minutes else []
    return Whole(
        sitting=sitting,
        items=list(items.values()),
        presences=list(sitting.presences.select_related("party")),
        minutes=minutes,
        corrections=list(corrections),
    )


def of_items[M: Model](model: type[M], items: Iterable[int]) -> QuerySet[M]:
    """The rows of a table that belong to these items, in their order."""
    return model._default_manager.filter(item__in=list(items))


def items_of(sitting: Sitting) -> QuerySet[AgendaItem]:
    """The agenda in its order, with the bills and texts behind it; what was taken off is not in it."""
    found = sitting.items.filter(taken_off_at__isnull=True)
    return found.select_related("bill", "conciliation", "version").order_by("order", "pk")


def invitations_of(sitting: Sitting, status: Status) -> list[Invitation]:
    """Every association of the sitting with its invitation (three queries)."""
    seats = sitting.case.participations.filter(role="association").select_related("party")
    found = Entry.objects.filter(subject=sitting.case.subject, action=INVITED).order_by("number")
    done = {entry.to: entry for entry in found}
    letters: dict[int, list[Notice]] = {}
    for notice in Notice.objects.filter(subject=sitting.case.subject, kind=INVITED).order_by("pk"):
        letters.setdefault(notice.party_id, []).append(notice)
    return [
        invitation(
            seat.party, status, entry=done.get(seat.party.key), letters=letters.get(seat.party_id)
        )
        for seat in seats
    ]


def invitation(
    party: Party, status: Status, *, entry: Entry | None, letters: list[Notice] | None
) -> Invitation:
    term = term_of(party, status)
    breaches = [one for one in invitation_breaches(status) if not one.to or party.key in one.to]
    return Invitation(
        party=party,
        last_day=term.last_day if term else None,
        because=term.because if term else (),
        done_at=entry.at if entry else None,
        how=str(entry.data.get("how", "")) if entry else "",
        notices=tuple(letters or ()),
        breach=breaches[0] if breaches else None,
    )


def term_of(party: Party, status: Status) -> Kept | None:
    """The term of inviting one association, the latest where it was owed anew."""
    kept = [one for one in status.kept if one.step == INVITED and one.to in {None, party.key}]
    return kept[-1] if kept else None


def minutes_files(minutes: Minutes | None) -> list[Version]:
    """The approved minutes as files, each language and kind (one query)."""
    if minutes is None or minutes.document_id is None:
        return []
    found = Version.objects.filter(document=minutes.document_id)
    return list(found.select_related("document").order_by("-number", "language"))


def invited_to(party: Party) -> list[AgendaItem]:
    """The items of sittings to come that concern an association, the nearest first (one query)."""
    items = AgendaItem.objects.filter(
        sitting__case__participations__party=party,
        sitting__case__is_closed=False,
        touches_local=True,
        taken_off_at__isnull=True,
    )
    return list(
        items.select_related("sitting__case", "sitting__house", "bill", "conciliation").order_by(
            "sitting__starts_at", "order"
        )
    )
