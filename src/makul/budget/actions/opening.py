"""Opens the special protocol of a budget year, with the items that last year left unsettled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from makul.bills.models import Bill
from makul.budget.actions.telling import tell
from makul.budget.models import Amount, Item, Position, SpecialProtocol
from makul.budget.queries.carrying import last_protocol, open_items
from makul.cases.actions.opening import Opening, agreement_of, open_case
from makul.core.errors import BadInput
from makul.parties.models import Mandate, Party

EDITION = "2026-proposed"
TITLE_KY = "{year}-жылга республикалык бюджет: бюджеттер аралык мамилелер боюнча өзгөчө протокол"
TITLE_RU = "Республиканский бюджет на {year} год: особый протокол о межбюджетных отношениях"
COPIED = (
    *("side", "kind", "subject_ky", "subject_ru", "mandated_ky", "mandated_ru"),
    *("basis", "basis_ky", "basis_ru"),
)


@dataclass(frozen=True, slots=True)
class SpecialInput:
    """Of which year, on which bill, between whom; `frame_som` where the committee names a frame."""

    budget_year: int
    committee: Party
    association: Party
    government: Party
    facilitator: Party | None = None
    bill: Bill | None = None
    frame_som: Decimal | None = None


@transaction.atomic
def open_special(*, content: SpecialInput, actor: Mandate, now: datetime) -> SpecialProtocol:
    """Open the protocol when the budget bill is submitted; last year's unsettled items come along.

    Raises: NotAllowed; BadInput `special_opened` where the year has one that runs, `two_roles`,
    `bill_of_other_world`.
    """
    check_year(content)
    previous = last_protocol(
        before=content.budget_year, is_demonstration=content.committee.is_demonstration
    )
    protocol = SpecialProtocol(
        budget_year=content.budget_year,
        bill=content.bill,
        previous=previous,
        frame_som=content.frame_som,
    )
    protocol.case = open_case(
        opening=opening_of(content, previous, on=timezone.localdate(now)),
        actor=actor,
        now=now,
        step="budget_opened",
        right="open_special",
        data=facts_of(content),
    )
    protocol.save()
    if content.bill:  # on inter-budget relations the special protocol is its conciliation
        unheard = Bill.objects.filter(pk=content.bill.pk, case__isnull=True)
        unheard.update(case=protocol.case, matched_by="hand")
    carry_over(protocol, actor=actor, now=now)
    tell(protocol, kind="special_opened", roles=("association", "government"), now=now)
    return protocol


def check_year(content: SpecialInput) -> None:
    running = SpecialProtocol.objects.filter(
        budget_year=content.budget_year,
        case__is_closed=False,
        case__is_demonstration=content.committee.is_demonstration,
    ).first()
    if running:
        raise BadInput("special_opened", number=running.case.number, year=content.budget_year)
    if content.bill and content.bill.is_demonstration != content.committee.is_demonstration:
        raise BadInput("bill_of_other_world", number=content.bill.number)


def facts_of(content: SpecialInput) -> dict[str, object]:
    """What the first entry says beside the parties."""
    facts: dict[str, object] = {"budget_year": content.budget_year}
    if content.bill:
        facts["bill"] = f"{content.bill.source} {content.bill.number}"
    if content.frame_som is not None:
        facts["frame_som"] = str(content.frame_som)
    return facts


def opening_of(content: SpecialInput, previous: SpecialProtocol | None, *, on: date) -> Opening:
    """With what the case is opened; it is bound by the committee's agreement on special protocols."""
    return Opening(
        act_kind="",
        track="ordinary",
        title_ky=TITLE_KY.format(year=content.budget_year),
        title_ru=TITLE_RU.format(year=content.budget_year),
        procedure="special_protocol",
        edition=EDITION,
        agreement=agreement_of(initiator=content.committee, on=on, procedure="special_protocol"),
        previous=previous.case if previous else None,
        is_demonstration=content.committee.is_demonstration,
        roles={
            "committee": [content.committee],
            "association": [content.association],
            "government": [content.government],
            "facilitator": [content.facilitator] if content.facilitator else [],
        },
    )


def carry_over(protocol: SpecialProtocol, *, actor: Mandate, now: datetime) -> None:
    """Last year's unsettled items as drafts of the side that put them, with positions and amounts.

    Of the amounts those of the years that both protocols speak of; a side changes them as it likes.
    """
    if protocol.previous is None:
        return
    for number, old in enumerate(open_items(protocol.previous), 1):
        copied = {name: getattr(old, name) for name in COPIED}
        item = Item.objects.create(
            protocol=protocol, number=number, carried_from=old, written_by=actor, **copied
        )
        for said in old.positions.filter(side=old.side, filed_at__isnull=False):
            Position.objects.create(
                item=item,
                side=said.side,
                text_ky=said.text_ky,
                text_ru=said.text_ru,
                by=said.by,
                at=now,
            )
        known = old.amounts.filter(side=old.side, year__in=protocol.years)
        Amount.objects.bulk_create(
            Amount(item=item, side=one.side, year=one.year, amount_som=one.amount_som)
            for one in known
        )
