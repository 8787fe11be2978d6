"""A draft changed during conciliation: its new text, whether that is substantial, which rows it meets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from makul.cases.actions.step import StatementInput, check_words, stand, state_step
from makul.cases.actions.telling import tell_authors
from makul.cases.answers import revised_letter
from makul.cases.models import Case, Row, RowRevision, Statement
from makul.cases.queries.texts import draft_versions
from makul.core.errors import BadInput
from makul.documents.models import Document, Provision, Version
from makul.documents.storing import File, digest, store_document, store_versions
from makul.journal.actions import record
from makul.parties.models import Mandate

KINDS = frozenset({"substantial", "minor"})


@transaction.atomic
def revise_draft(
    *, case: Case, content: StatementInput, files: Sequence[File], actor: Mandate, now: datetime
) -> Statement:
    """Submit a new version of the draft with what changed in it (Order, art. 22).

    Raises: NotAllowed; BadInput `no_words`, `unknown_change`, `no_file_given`, and what reading the
    files refuses.
    """
    stand(case, actor, content.right, now=now)
    check_words(content)
    if content.value not in KINDS:
        raise BadInput("unknown_change", value=content.value)
    if not files:
        raise BadInput("no_file_given")
    keep_version(case, files, actor=actor, now=now)
    texts = {file.language: digest(file.data) for file in files}
    return state_step(case=case, content=content, actor=actor, now=now, data={"texts": texts})


def keep_version(case: Case, files: Sequence[File], *, actor: Mandate, now: datetime) -> None:
    """The next version of the draft; where there was no text at all, the first."""
    document = Document.objects.filter(subject=case.subject, kind=Document.Kind.DRAFT).last()
    if document is None:
        kind = Document.Kind.DRAFT
        store_document(subject=case.subject, kind=kind, author=actor.party, files=files, now=now)
        return
    last = document.versions.order_by("-number").values_list("number", flat=True).first() or 0
    store_versions(document, files=files, number=last + 1, now=now)


@dataclass(frozen=True, slots=True)
class ClaimInput:
    """The initiator says that the newest version meets a row: in which provision, and whether wholly."""

    row: Row
    eid: str
    is_settling: bool


@transaction.atomic
def claim_rows(*, case: Case, claims: Sequence[ClaimInput], actor: Mandate, now: datetime) -> int:
    """Say which rows the newest version of the draft meets, and tell their authors at once.

    A claim settles nothing by itself: the author drops the row, or the meeting settles it. A row is
    claimed once a version; to claim it otherwise takes the former claim's place and tells anew.
    Returns how many rows. Raises: NotAllowed; BadInput `no_row_ticked`, `not_a_row_here`,
    `no_new_version`, `not_in_version`.
    """
    stand(case, actor, "revise", now=now)
    version = newest_version(case)
    check_claims(case, claims, version)
    for one in claims:
        RowRevision.objects.update_or_create(
            row=one.row,
            version=version,
            defaults={"eid": one.eid, "is_settling": one.is_settling},
        )
    tell_authors(case, [one.row.pk for one in claims], write=revised_letter, now=now)
    record(
        subject=case.subject,
        action="rows_revised",
        party=actor.party.key,
        at=now,
        value=str(version.number),
        data={
            "version": version.number,
            "rows": {str(one.row.number): claim_words(one) for one in claims},
        },
    )
    return len(claims)


def claim_words(claim: ClaimInput) -> str:
    return f"{'settles' if claim.is_settling else 'changes'} {claim.eid}".rstrip()


def newest_version(case: Case) -> Version:
    """The newest text of the draft, which is not its first. Raises BadInput `no_new_version`."""
    versions = draft_versions(case).values()
    newest = max(versions, key=lambda one: (one.number, one.language == "ky"), default=None)
    if newest is None or newest.number < 2:
        raise BadInput("no_new_version")
    return newest


def check_claims(case: Case, claims: Sequence[ClaimInput], version: Version) -> None:
    if not claims:
        raise BadInput("no_row_ticked")
    named = Provision.objects.filter(
        version__document=version.document_id, version__number=version.number
    )
    known = {"", *named.values_list("eid", flat=True)}
    for one in claims:
        if one.row.case_id != case.pk:
            raise BadInput("not_a_row_here", row=one.row.number)
        if one.eid not in known:
            raise BadInput("not_in_version", row=one.row.number, version=version.number)
