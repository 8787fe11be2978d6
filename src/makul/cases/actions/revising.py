"""A draft changed during conciliation: its new text, and whether the change is substantial."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from makul.cases.actions.step import StatementInput, check_words, stand, state_step
from makul.cases.models import Case, Statement
from makul.core.errors import BadInput
from makul.documents.models import Document
from makul.documents.storing import File, digest, store_document, store_versions
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
