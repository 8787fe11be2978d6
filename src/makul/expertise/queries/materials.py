"""Reads what an expert stands on: the provisions of the text, and the cost sheet of its draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Sum

from makul.cases.queries.provisions import DraftText, draft_text
from makul.documents.models import Document, Version
from makul.documents.queries import act_of
from makul.expertise.models import Expertise


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the initiator's cost sheet says of one kind of body. Units: whole som per body."""

    body_kind: str
    bodies: int
    once_som: int | None
    yearly_som: int | None


def text_of(expertise: Expertise, language: str) -> DraftText:
    """The text considered: that of the conciliation, else the version named in the order."""
    if expertise.conciliation:
        return draft_text(expertise.conciliation, language)
    if expertise.version:
        act = act_of(expertise.version)
        return DraftText(act.language, act.provisions, expertise.version)
    return DraftText(language, ())


def newest_text(conciliation: Any) -> Version | None:
    """The newest text of a draft in conciliation, Kyrgyz before Russian."""
    versions = Version.objects.filter(
        document__subject=conciliation.subject, document__kind=Document.Kind.DRAFT
    )
    return versions.order_by("-number", "language").first()


def sheets_of(expertise: Expertise) -> list[Sheet]:
    """The initiator's cost sheet by kind of body; empty where there is none (one query)."""
    draft: Any = getattr(expertise.conciliation, "draftact", None)
    if draft is None:
        return []
    own = draft.costs.filter(party=draft.initiator).order_by()
    rows = own.values("body_kind").annotate(
        bodies=Max("bodies"), once=Sum("once_som"), yearly=Sum("yearly_som")
    )
    return [
        Sheet(one["body_kind"], one["bodies"], one["once"], one["yearly"])
        for one in rows.order_by("body_kind")
    ]
