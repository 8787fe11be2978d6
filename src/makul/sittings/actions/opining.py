"""The association's opinion for the minutes: drawn up ready, changed as one likes, released by one who signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from makul.bills.actions.dossier import attach
from makul.cases.actions.step import MOST_CHARACTERS, stand, take_step
from makul.cases.models import Row
from makul.core.errors import BadInput
from makul.documents.models import Document
from makul.documents.storing import digest, digests, store_document
from makul.journal.actions import record
from makul.parties.models import Mandate
from makul.sittings.drafting import drafted_opinion, numbers_of
from makul.sittings.models import AgendaItem, Opinion
from makul.sittings.papers.opinion import opinion_files


@dataclass(frozen=True, slots=True)
class OpinionInput:
    """The words of an opinion and of the note to speak from; a language may be left empty."""

    text_ky: str
    text_ru: str
    note_ky: str = ""
    note_ru: str = ""
    stance: str = ""
    rows: Sequence[Row] = ()


@transaction.atomic
def prepare_opinion(
    *, item: AgendaItem, actor: Mandate, now: datetime, content: OpinionInput | None = None
) -> Opinion:
    """Draw the opinion up from the conciliation, or write the words given; before it is released.

    Raises: NotAllowed; BadInput `opinion_released`, `too_long`, `not_a_row_here`.
    """
    stand(item.sitting.case, actor, "prepare_opinion", now=now)
    found = Opinion.objects.select_for_update().filter(item=item, association=actor.party).first()
    if found and found.released_at:
        raise BadInput("opinion_released")
    content = content or drawn_up(item, actor)
    check_content(item, content)
    opinion = found or Opinion(item=item, association=actor.party)
    opinion.text_ky, opinion.text_ru = content.text_ky, content.text_ru
    opinion.note_ky, opinion.note_ru = content.note_ky, content.note_ru
    opinion.stance = content.stance
    opinion.prepared_by, opinion.prepared_at = actor, now
    opinion.save()
    opinion.rows.set(content.rows)
    record(
        subject=item.sitting.case.subject,
        action="opinion_prepared",
        party=actor.party.key,
        at=now,
        data={"item": item.pk, "sha256": digest_of(opinion)},
    )
    return opinion


def drawn_up(item: AgendaItem, actor: Mandate) -> OpinionInput:
    drafted = drafted_opinion(item, actor.party)
    return OpinionInput(
        text_ky=drafted.texts["ky"],
        text_ru=drafted.texts["ru"],
        note_ky=drafted.notes["ky"],
        note_ru=drafted.notes["ru"],
        stance=drafted.stance,
        rows=drafted.rows,
    )


def check_content(item: AgendaItem, content: OpinionInput) -> None:
    texts = (content.text_ky, content.text_ru, content.note_ky, content.note_ru)
    if max(len(text) for text in texts) > MOST_CHARACTERS:
        raise BadInput("too_long", number=1, limit=MOST_CHARACTERS)
    for row in content.rows:
        if row.case_id != item.conciliation_id:
            raise BadInput("not_a_row_here", row=row.number)


def digest_of(opinion: Opinion) -> str:
    """Of the words that go into the minutes; the note stays the association's own."""
    return digest(f"{opinion.text_ky}\x1f{opinion.text_ru}".encode())


@transaction.atomic
def release_opinion(*, opinion: Opinion, actor: Mandate, now: datetime) -> Opinion:
    """Hand the opinion in for the minutes: from now on not a letter of it changes. Twice is once.

    It lies as Word and PDF in the case, and in the dossier of the bill.
    Raises: NotAllowed without a mandate to sign; BadInput `no_text_given`, `case_closed`.
    """
    item = opinion.item
    case = item.sitting.case
    stand(case, actor, "release_opinion", now=now)
    fresh = Opinion.objects.select_for_update().get(pk=opinion.pk, association=actor.party)
    if fresh.released_at:
        return fresh
    if not (fresh.text_ky.strip() or fresh.text_ru.strip()):
        raise BadInput("no_text_given")
    document = freeze(fresh, actor=actor, now=now)
    if item.bill:
        attach(bill=item.bill, kind="opinion", document=document, case=case, actor=actor, now=now)
    take_step(
        case=case,
        step="opinion",
        actor=actor,
        right="release_opinion",
        now=now,
        value=fresh.stance,
        data={
            "item": item.pk,
            "sha256": digest_of(fresh),
            "papers": digests(document),
            "rows": numbers_of(list(fresh.rows.all())),
        },
    )
    return fresh


def freeze(opinion: Opinion, *, actor: Mandate, now: datetime) -> Document:
    """The words as files from which nothing changes any more."""
    opinion.released_at, opinion.released_by = now, actor
    opinion.document = store_document(
        subject=opinion.item.sitting.case.subject,
        kind=Document.Kind.POSITION,
        author=actor.party,
        files=opinion_files(opinion, now=now),
        now=now,
    )
    opinion.save(update_fields=["released_at", "released_by", "document"])
    return opinion.document
