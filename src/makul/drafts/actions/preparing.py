"""Prepares the package of a draft act, paper by paper, until it can be submitted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from makul.core.errors import BadInput, NotAllowed
from makul.documents.actions import record_document
from makul.documents.models import Document
from makul.documents.storing import File, digest, store_document, store_versions
from makul.drafts.models import CostLine, DraftAct, NoteHeading, PackageItem
from makul.journal.actions import record
from makul.law.forms import values
from makul.parties.access import require
from makul.parties.models import Mandate, Party

MOST_CHARACTERS = 60_000
TEXT_FIELDS = (
    "track_reason",
    "title_ky",
    "title_ru",
    "summary_ky",
    "summary_ru",
    "questions_ky",
    "questions_ru",
)


@dataclass(frozen=True, slots=True)
class DraftInput:
    """What is said of a draft beside its papers."""

    act_kind: str
    track: str = "ordinary"
    track_reason: str = ""
    title_ky: str = ""
    title_ru: str = ""
    summary_ky: str = ""
    summary_ru: str = ""
    questions_ky: str = ""
    questions_ru: str = ""
    authentic_language: str = ""
    missing_language_by: date | None = None
    is_financing_determined: bool | None = None


@dataclass(frozen=True, slots=True)
class CostInput:
    """One line of a cost sheet: sums in whole som for one body; None where not estimated."""

    body_kind: str
    eid: str = ""
    item_ky: str = ""
    item_ru: str = ""
    bodies: int = 1
    once_som: int | None = None
    yearly_som: int | None = None
    lost_revenue_som: int | None = None
    transfer_som: int | None = None
    volume: int | None = None
    staff: Decimal | None = None
    source_ky: str = ""
    source_ru: str = ""


@dataclass(frozen=True, slots=True)
class SheetInput:
    """What is said of a cost sheet as a whole."""

    price_year: int | None = None
    notes_ky: str = ""
    notes_ru: str = ""


def stand(draft: DraftAct, actor: Mandate, right: str, *, now: datetime) -> None:
    """Only the initiator prepares its draft, and only until it is submitted."""
    role = "initiator" if draft.initiator_id == actor.party_id else None
    require(actor, right, role=role, on=timezone.localdate(now))
    if draft.case_id is not None:
        raise BadInput("already_submitted", number=draft.case.number if draft.case else "")


def stand_to_change(draft: DraftAct, actor: Mandate, *, now: datetime) -> None:
    """Standing to prepare; a package that waited for its signature is in work again."""
    stand(draft, actor, "prepare_draft", now=now)
    if draft.ready_at:
        draft.ready_at = draft.ready_by = None
        draft.save(update_fields=["ready_at", "ready_by"])


@transaction.atomic
def begin_draft(*, content: DraftInput, actor: Mandate, now: datetime) -> DraftAct:
    """A new draft of the actor's party. Raises: NotAllowed; BadInput."""
    if actor.party.kind != Party.Kind.MINISTRY:
        raise NotAllowed("not_a_norm_maker", party=actor.party.key)
    require(actor, "prepare_draft", role="initiator", on=timezone.localdate(now))
    draft = DraftAct(initiator=actor.party, prepared_by=actor, created_at=now)
    fill(draft, content)
    draft.save()
    record(subject=draft.subject, action="draft_begun", party=actor.party.key, at=now)
    return draft


@transaction.atomic
def describe_draft(
    *, draft: DraftAct, content: DraftInput, actor: Mandate, now: datetime
) -> DraftAct:
    """Change what is said of a draft. Raises: NotAllowed; BadInput."""
    stand_to_change(draft, actor, now=now)
    fill(draft, content)
    draft.save()
    record(subject=draft.subject, action="draft_described", party=actor.party.key, at=now)
    return draft


def fill(draft: DraftAct, content: DraftInput) -> None:
    if content.act_kind not in {"law", "sub_statutory"}:
        raise BadInput("unknown_act_kind", kind=content.act_kind)
    if content.track not in {"ordinary", "short"}:
        raise BadInput("unknown_track", track=content.track)
    if content.track == "short" and not content.track_reason.strip():
        raise BadInput("no_track_reason")
    if content.authentic_language not in {"", "ky", "ru"}:
        raise BadInput("unknown_language", language=content.authentic_language)
    if not (content.title_ky.strip() or content.title_ru.strip()):
        raise BadInput("no_title")
    for name in TEXT_FIELDS:
        text = getattr(content, name)
        if len(text) > MOST_CHARACTERS:
            raise BadInput("too_long", number=1, limit=MOST_CHARACTERS)
        setattr(draft, name, text.strip())
    draft.act_kind, draft.track = content.act_kind, content.track
    draft.authentic_language = content.authentic_language
    draft.missing_language_by = content.missing_language_by
    draft.is_financing_determined = content.is_financing_determined


@transaction.atomic
def put_paper(
    *, draft: DraftAct, kind: str, files: Sequence[File], actor: Mandate, now: datetime
) -> PackageItem:
    """Put a paper into its place in the package; a second one there is its next version.

    Raises: NotAllowed; BadInput from reading the files, `unknown_paper`, `no_file_given`.
    """
    stand_to_change(draft, actor, now=now)
    if kind not in Document.Kind.values:
        raise BadInput("unknown_paper", kind=kind)
    if not files:
        raise BadInput("no_file_given")
    item = None if kind == "attachment" else draft.items.filter(kind=kind).first()
    if item is None:
        document = store_document(
            subject=draft.subject, kind=kind, author=actor.party, files=files, now=now
        )
        item = PackageItem.objects.create(draft=draft, document=document, kind=kind)
    else:
        number = next_version(item.document, files)
        store_versions(item.document, files=files, number=number, now=now)
    record_document(item.document, action="paper_put", actor=actor, now=now)
    return item


def next_version(document: Document, files: Sequence[File]) -> int:
    """The other language of the same text joins its version; a new text is the next version."""
    last = document.versions.order_by("-number").values_list("number", flat=True).first() or 1
    there = document.versions.filter(number=last).values_list("language", flat=True)
    known = {code for language in there for code in language.split("+")}
    given = {code for file in files for code in file.language.split("+")}
    return last + 1 if known & given else last


@transaction.atomic
def write_note(
    *, draft: DraftAct, headings: dict[int, tuple[str, str]], actor: Mandate, now: datetime
) -> None:
    """Write the eight headings of the justification note: {number: (Kyrgyz, Russian)}.

    Raises: NotAllowed; BadInput `unknown_heading`, `too_long`.
    """
    stand_to_change(draft, actor, now=now)
    for number, (text_ky, text_ru) in headings.items():
        if not 1 <= number <= 8:
            raise BadInput("unknown_heading", number=number)
        if max(len(text_ky), len(text_ru)) > MOST_CHARACTERS:
            raise BadInput("too_long", number=number, limit=MOST_CHARACTERS)
        NoteHeading.objects.update_or_create(
            draft=draft, number=number, defaults={"text_ky": text_ky, "text_ru": text_ru}
        )
    text = "\x1f".join(f"{n}{ky}{ru}" for n, (ky, ru) in sorted(headings.items()))
    record(
        subject=draft.subject,
        action="note_written",
        party=actor.party.key,
        at=now,
        data={"sha256": digest(text.encode())},
    )


@transaction.atomic
def write_costs(
    *,
    draft: DraftAct,
    lines: Sequence[CostInput],
    actor: Mandate,
    now: datetime,
    sheet: SheetInput | None = None,
) -> None:
    """Write the cost sheet of the actor's party, in the place of its former one.

    Raises: NotAllowed; BadInput `unknown_body_kind`, `bad_sum`, `too_long`.
    """
    stand_to_change(draft, actor, now=now)
    replace_costs(draft, lines, party=actor.party)
    if sheet:
        describe_sheet(draft, sheet)
    record(
        subject=draft.subject,
        action="costs_written",
        party=actor.party.key,
        at=now,
        data={"lines": len(lines), "once_som": total(lines, "once_som")}
        | {"yearly_som": total(lines, "yearly_som")},
    )


def describe_sheet(draft: DraftAct, sheet: SheetInput) -> None:
    if max(len(sheet.notes_ky), len(sheet.notes_ru)) > MOST_CHARACTERS:
        raise BadInput("too_long", number=1, limit=MOST_CHARACTERS)
    draft.price_year = sheet.price_year
    draft.cost_notes_ky, draft.cost_notes_ru = sheet.notes_ky.strip(), sheet.notes_ru.strip()
    draft.save(update_fields=["price_year", "cost_notes_ky", "cost_notes_ru"])


def replace_costs(draft: DraftAct, lines: Sequence[CostInput], *, party: Party) -> None:
    kinds = values("body.kind")
    for number, line in enumerate(lines, 1):
        sums = (line.once_som, line.yearly_som, line.lost_revenue_som, line.transfer_som)
        if line.body_kind not in kinds:
            raise BadInput("unknown_body_kind", number=number, kind=line.body_kind)
        if any(som is not None and not 0 <= som <= 10**15 for som in sums):
            raise BadInput("bad_sum", number=number, sum=sums)
    draft.costs.filter(party=party).delete()
    CostLine.objects.bulk_create(
        [
            CostLine(
                draft=draft,
                party=party,
                order=order,
                **{name: getattr(line, name) for name in CostInput.__slots__},
            )
            for order, line in enumerate(lines, 1)
        ]
    )


def total(lines: Sequence[CostInput], name: str) -> int | None:
    """The sum over all bodies in som; None where no line was estimated."""
    known = [(getattr(line, name), line.bodies) for line in lines]
    sums = [som * bodies for som, bodies in known if som is not None]
    return sum(sums) if sums else None
