"""Finishes a package: who decides, what is taken out again, the way to the signatory, the second try."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from makul.core.errors import BadInput
from makul.documents.models import Document, Provision, Version
from makul.drafts.actions.preparing import stand, stand_to_change
from makul.drafts.models import DraftAct, DraftDecider, PackageItem
from makul.drafts.queries import missing_papers
from makul.journal.actions import record
from makul.parties.access import require
from makul.parties.models import Mandate, Party

MOST_DECIDERS = 5
KEPT = (
    "act_kind",
    "track",
    "track_reason",
    "title_ky",
    "title_ru",
    "summary_ky",
    "summary_ru",
    "questions_ky",
    "questions_ru",
    "missing_language_by",
    "is_financing_determined",
    "price_year",
    "cost_notes_ky",
    "cost_notes_ru",
)


@transaction.atomic
def name_deciders(
    *, draft: DraftAct, deciders: Sequence[Party], actor: Mandate, now: datetime
) -> None:
    """Say who will decide on the act, in their order. Raises: NotAllowed; BadInput `no_decider`."""
    stand_to_change(draft, actor, now=now)
    unique = list(dict.fromkeys(deciders))
    if not unique or len(unique) > MOST_DECIDERS:
        raise BadInput("no_decider")
    draft.deciders.all().delete()
    DraftDecider.objects.bulk_create(
        [DraftDecider(draft=draft, party=party, order=n) for n, party in enumerate(unique)]
    )
    record(
        subject=draft.subject,
        action="deciders_named",
        party=actor.party.key,
        at=now,
        data={"deciders": [party.key for party in unique]},
    )


@transaction.atomic
def remove_paper(*, item: PackageItem, actor: Mandate, now: datetime) -> None:
    """Take a paper out of a package that is not submitted; its file stays with its author.

    Raises: NotAllowed; BadInput `already_submitted`.
    """
    stand_to_change(item.draft, actor, now=now)
    document = item.document
    subject = item.draft.subject
    item.delete()
    document.subject, document.is_public = f"{subject}:removed", False
    document.save(update_fields=["subject", "is_public"])
    record(
        subject=subject,
        action="paper_removed",
        party=actor.party.key,
        at=now,
        value=document.kind,
        data={"document": document.pk},
    )


@transaction.atomic
def ask_signature(*, draft: DraftAct, actor: Mandate, now: datetime) -> None:
    """The drafter sends a whole package to the one who may sign; asking twice is asking once.

    Raises: NotAllowed; BadInput `package_incomplete`, `no_decider`, `already_submitted`.
    """
    stand(draft, actor, "prepare_draft", now=now)
    if draft.ready_at:
        return
    if missing := missing_papers(draft):
        raise BadInput("package_incomplete", missing=missing)
    if not draft.deciders.exists():
        raise BadInput("no_decider")
    draft.ready_at, draft.ready_by = now, actor
    draft.save(update_fields=["ready_at", "ready_by"])
    record(subject=draft.subject, action="signature_asked", party=actor.party.key, at=now)


@transaction.atomic
def begin_again(*, former: DraftAct, actor: Mandate, now: datetime) -> DraftAct:
    """A new draft out of a returned package, with all its papers, to be mended (Order, art. 15).

    Beginning twice is beginning once. Raises: NotAllowed; BadInput `not_returned`.
    """
    role = "initiator" if former.initiator_id == actor.party_id else None
    require(actor, "prepare_draft", role=role, on=timezone.localdate(now))
    if former.case is None or former.case.outcome != "returned":
        raise BadInput("not_returned")
    waiting = DraftAct.objects.filter(previous=former.case).first()
    if waiting:
        return waiting
    draft = DraftAct.objects.create(
        initiator=former.initiator,
        previous=former.case,
        prepared_by=actor,
        created_at=now,
        **{name: getattr(former, name) for name in KEPT},
    )
    copy_rows(former.headings.all(), draft=draft)
    copy_rows(former.costs.filter(party=former.initiator), draft=draft)
    copy_rows(former.deciders.all(), draft=draft)
    for item in former.items.select_related("document"):
        document = copied_document(item.document, subject=draft.subject, now=now)
        PackageItem.objects.create(draft=draft, document=document, kind=item.kind)
    record(
        subject=draft.subject,
        action="draft_begun",
        party=actor.party.key,
        at=now,
        data={"previous": former.case.number},
    )
    return draft


def copy_rows(rows: QuerySet[Any], *, draft: DraftAct) -> None:
    """The same rows once more, of another draft."""
    fresh = list(rows)
    for row in fresh:
        row.pk, row.draft = None, draft
        row._state.adding = True
    rows.model.objects.bulk_create(fresh)


def copied_document(former: Document, *, subject: str, now: datetime) -> Document:
    """The newest texts of a document as version 1 of a new one; the bytes are kept once anyway."""
    document = Document.objects.create(
        subject=subject, kind=former.kind, author=former.author, created_at=now
    )
    newest = {one.language: one for one in former.versions.order_by("number")}
    for one in newest.values():
        provisions = list(one.provisions.order_by("order"))
        version = Version.objects.create(
            document=document,
            number=1,
            language=one.language,
            title=one.title,
            file_name=one.file_name,
            content_type=one.content_type,
            blob_id=one.blob_id,
            created_at=now,
        )
        for provision in provisions:
            provision.pk, provision.version = None, version
        Provision.objects.bulk_create(provisions, batch_size=500)
    return document
