"""Reads drafts: what a package still lacks, what it costs whom."""

from __future__ import annotations

from django.db.models import QuerySet

from makul.drafts.models import CostLine, DraftAct
from makul.parties.models import Party

HEADINGS = 8
AMENDS = ("внести", "внесении изменений", "өзгөртүүлөр", "толуктоолор")


def drafts_of(party: Party) -> QuerySet[DraftAct]:
    """The drafts of an initiator with their cases (one query)."""
    return DraftAct.objects.filter(initiator=party).select_related("case", "initiator")


def missing_papers(draft: DraftAct) -> list[str]:
    """What article 14 of the Order asks for and the package lacks, as keys of form F1.

    A text in one language only is complete when the day the other will be ready is named (art. 5).
    """
    items = {item.kind: item.document_id for item in draft.items.all()}
    missing = []
    languages: set[str] = set()
    if "draft" in items:
        versions = draft.items.get(kind="draft").document.versions
        languages = set(versions.values_list("language", flat=True))
    if not languages:
        missing.append("draft")
    elif languages != {"ky", "ru"} and not draft.missing_language_by:
        missing.append("draft_other_language")
    if not has_note(draft) and "note" not in items:
        missing.append("note")
    if not draft.costs.filter(party=draft.initiator_id).exists() and "costs" not in items:
        missing.append("costs")
    if not (draft.summary_ky.strip() or draft.summary_ru.strip()):
        missing.append("summary")
    return missing


def has_note(draft: DraftAct) -> bool:
    """Whether all eight headings are written in at least one language."""
    written = [one for one in draft.headings.all() if one.text_ky.strip() or one.text_ru.strip()]
    return len(written) == HEADINGS


def costs_of(draft: DraftAct, party: Party) -> QuerySet[CostLine]:
    return draft.costs.filter(party=party)
