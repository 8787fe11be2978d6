"""The agenda of a sitting and the invitation to it, as papers."""

from __future__ import annotations

from datetime import datetime

from makul.cases.papers.words import each, party_name
from makul.documents.paper import (
    Block,
    Column,
    Fields,
    Heading,
    Paper,
    PaperLanguage,
    Para,
    Table,
)
from makul.parties.models import Party
from makul.sittings.models import AgendaItem, Sitting
from makul.sittings.papers.frame import (
    Fieldset,
    framed,
    item_title,
    label,
    moment,
    readings_said,
    said,
)
from makul.sittings.papers.words import COLUMNS, HEADINGS, INVITATION, LABELS, SAID


def agenda_paper(sitting: Sitting, *, language: PaperLanguage, now: datetime) -> Paper:
    """Day, place, and every item in order with what is marked on it."""
    blocks: list[Block] = [
        Fields(plan_of(sitting, language)),
        Heading(1, said(HEADINGS["agenda"], language)),
        items_table(items_of(sitting), language),
    ]
    return framed(sitting, blocks, title="agenda", language=language, now=now)


def invitation_paper(
    sitting: Sitting, party: Party, *, language: PaperLanguage, now: datetime
) -> Paper:
    """The invitation of one association, with the items that touch local communities."""
    touching = [item for item in items_of(sitting) if item.touches_local]
    blocks: list[Block] = [
        Para(party_name(party, language), "right"),
        *(Para(INVITATION["lead"][one], language=one) for one in each(language)),
        Fields(plan_of(sitting, language)),
        Heading(1, said(LABELS["touches"], language)),
        items_table(touching, language),
        *(Para(INVITATION["opinion"][one], language=one) for one in each(language)),
    ]
    return framed(sitting, blocks, title="invitation", language=language, now=now)


def items_of(sitting: Sitting) -> list[AgendaItem]:
    found = sitting.items.filter(taken_off_at__isnull=True).select_related("bill", "conciliation")
    return list(found.order_by("order", "pk"))


def plan_of(sitting: Sitting, language: PaperLanguage) -> Fieldset:
    return (
        (label("starts", language), moment(sitting.starts_at, language)),
        (label("place", language), sitting.place or "–"),
        (label("convocation", language), sitting.convocation.number),
    )


def items_table(items: list[AgendaItem], language: PaperLanguage) -> Block:
    if not items:
        return Para(said(SAID["none"], language))
    columns = (
        Column("№", 0.07, "right"),
        Column(said(COLUMNS["title"], language), 0.5),
        Column(said(LABELS["reading"], language), 0.18),
        Column(said(LABELS["touches"], language), 0.25),
    )
    return Table(columns, tuple(item_line(item, language) for item in items))


def item_line(item: AgendaItem, language: PaperLanguage) -> tuple[str, ...]:
    notes = [said(SAID["yes" if item.touches_local else "no"], language), item.reason]
    if item.was_late:
        notes.append(said(LABELS["late"], language))
    number = f"\n{item.bill.source} № {item.bill.number}" if item.bill else ""
    return (
        str(item.order),
        item_title(item, language) + number,
        readings_said(item.readings, language) if item.readings else "–",
        "\n".join(note for note in notes if note),
    )
