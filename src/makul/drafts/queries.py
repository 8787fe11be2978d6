"""Reads drafts: what a package still lacks, what it costs whom, whether it changes other acts."""

from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet

from makul.cases.models import Case, Statement
from makul.core.provisions import Act
from makul.documents.models import Version
from makul.documents.queries import act_of
from makul.drafts.models import CostLine, DraftAct, PackageItem, Screening
from makul.parties.models import Party

HEADINGS = 8
LANGUAGES = frozenset({"ky", "ru"})
# How an act says that it changes another one, as `Provision.search` has it.
AMENDS = (
    "следующие изменения",
    "следующее изменение",
    "следующие дополнения",
    "өзгөртүүлөр",
    "толуктоолор",
)


def drafts_of(party: Party) -> QuerySet[DraftAct]:
    """The drafts of an initiator with their cases (one query)."""
    return DraftAct.objects.filter(initiator=party).select_related("case", "initiator")


def with_package(draft_pk: int) -> QuerySet[DraftAct]:
    """A draft with all that its package holds, in a constant number of queries."""
    versions = Version.objects.defer("blob").order_by("number")
    items = PackageItem.objects.select_related("document").prefetch_related(
        Prefetch("document__versions", queryset=versions)
    )
    found = DraftAct.objects.filter(pk=draft_pk)
    return found.select_related("case", "initiator", "previous").prefetch_related(
        Prefetch("items", queryset=items), "headings", "costs", "deciders__party"
    )


def package_of(case: Case) -> QuerySet[DraftAct]:
    """The package a case was opened with, as `with_package` reads it; none where there was none."""
    pk = DraftAct.objects.filter(case=case).values_list("pk", flat=True).first()
    return with_package(pk or 0)


def defects_of(case: Case | None) -> Statement | None:
    """What a package was returned for; no other defect may be named later (Order, art. 15)."""
    if case is None:
        return None
    return Statement.objects.filter(case=case, step="returned").first()


def card_of(draft: DraftAct) -> Screening | None:
    """The screening card that was made, with its eight findings; none before a person made it."""
    cards = Screening.objects.filter(draft=draft).exclude(value="").select_related("by__party")
    return cards.prefetch_related("findings").first()


def texts_of(draft: DraftAct) -> dict[str, Version]:
    """The newest text of the draft itself in each language; a missing one is not in it."""
    versions = Version.objects.filter(
        document__packageitem__draft=draft, document__packageitem__kind="draft"
    )
    return {version.language: version for version in versions.order_by("number")}


def acts_of(draft: DraftAct) -> dict[str, Act]:
    """The newest texts as acts, by language (a query for each)."""
    return {language: act_of(version) for language, version in texts_of(draft).items()}


def amends(draft: DraftAct) -> bool:
    """Whether the draft changes acts in force, so that a comparative table is due (Order, art. 14)."""
    said = Q()
    for words in AMENDS:
        said |= Q(provisions__search__contains=words)
    versions = [version.pk for version in texts_of(draft).values()]
    return Version.objects.filter(said, pk__in=versions).exists()


def missing_papers(draft: DraftAct) -> list[str]:
    """What article 14 of the Order asks for and the package lacks, as keys of form F1.

    A text in one language only is complete when the day the other will be ready is named (art. 5).
    """
    items = {item.kind for item in draft.items.all()}
    languages = set(texts_of(draft)) if "draft" in items else set()
    costs = [line for line in draft.costs.all() if line.party_id == draft.initiator_id]
    summary = draft.summary_ky.strip() or draft.summary_ru.strip()
    has_languages = languages == LANGUAGES or not languages or draft.missing_language_by
    lacking = {
        "draft": not languages,
        "draft_other_language": not has_languages,
        "note": not has_note(draft) and "note" not in items,
        "comparative": "comparative" not in items and bool(languages) and amends(draft),
        "costs": not costs and "costs" not in items,
        "summary": not summary,
    }
    return [name for name, is_lacking in lacking.items() if is_lacking]


def has_note(draft: DraftAct) -> bool:
    """Whether all eight headings are written in at least one language."""
    written = [one for one in draft.headings.all() if one.text_ky.strip() or one.text_ru.strip()]
    return len(written) == HEADINGS


def costs_of(draft: DraftAct, party: Party) -> QuerySet[CostLine]:
    return draft.costs.filter(party=party)


def totals_of(lines: list[CostLine]) -> dict[str, int | None]:
    """Sums over all bodies in som; None where no line was estimated. `gap_som`: what nobody covers."""
    found = {
        name: total_of([(getattr(line, name), line.bodies) for line in lines])
        for name in ("once_som", "yearly_som", "lost_revenue_som", "transfer_som")
    }
    needed = [found["yearly_som"], found["lost_revenue_som"]]
    known = [som for som in needed if som is not None]
    covered = found["transfer_som"] or 0
    return found | {"gap_som": max(sum(known) - covered, 0) if known else None}


def total_of(sums: list[tuple[int | None, int]]) -> int | None:
    known = [som * bodies for som, bodies in sums if som is not None]
    return sum(known) if known else None
