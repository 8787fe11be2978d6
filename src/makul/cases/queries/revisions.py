"""Reads what a new version of the draft changed, which rows that touches, and what was said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from makul.cases.models import Case, Row, RowRevision
from makul.cases.queries.table import article_of
from makul.cases.queries.texts import draft_versions
from makul.core.provisions import Change, Provision, compare
from makul.documents.models import Document, Version
from makul.documents.queries import act_of


def has_revision(case: Case) -> bool:
    """Whether the draft was ever changed in conciliation (one query)."""
    return Version.objects.filter(
        document__subject=case.subject, document__kind=Document.Kind.DRAFT, number__gt=1
    ).exists()


def revisions_of(case: Case, rows: Iterable[Row]) -> dict[int, list[RowRevision]]:
    """Which versions meet which rows, as the initiator says, oldest first (one query)."""
    found: dict[int, list[RowRevision]] = {}
    claims = RowRevision.objects.filter(row__in=[row.pk for row in rows]).select_related("version")
    for one in claims.order_by("version__number", "pk"):
        found.setdefault(one.row_id, []).append(one)
    return found


@dataclass(frozen=True, slots=True)
class Revision:
    """The newest version of the draft beside the one before it, in one language.

    `changes`: what became of each provision that differs; `choices`: where a row may be met.
    """

    version: Version
    former: Version
    changes: tuple[Change, ...]
    provisions: tuple[Provision, ...]

    def touched(self, row: Row) -> list[Change]:
        """The changes at the provision of a row, below it, or in what holds it."""
        return [one for one in self.changes if touches(one, row.eid)]


def touches(change: Change, eid: str) -> bool:
    """Whether a change meets what a row speaks of; a row on the whole draft is met by any."""
    if not eid:
        return True
    places = {change.eid, change.old_eid or change.eid} - {""}
    return any(
        place == eid or place.startswith(f"{eid}__") or eid.startswith(f"{place}__")
        for place in places
    )


def revision_of(case: Case, language: str) -> Revision | None:
    """The newest version compared with the one before; in the other language where only that changed.

    Nothing where no version came after the first, or no text of the same language before it.
    """
    newest = draft_versions(case)
    for code in sorted(newest, key=lambda one: one != language):
        version = newest[code]
        former = (
            Version.objects.filter(
                document=version.document_id, language=code, number__lt=version.number
            )
            .order_by("-number")
            .first()
        )
        if former:
            return compared(former, version)
    return None


def compared(former: Version, version: Version) -> Revision:
    acts = {one.pk: act_of(one) for one in (former, version)}
    changes = compare(acts[former.pk], acts[version.pk])
    differing = tuple(one for one in changes if one.kind != "same")
    return Revision(version, former, differing, acts[version.pk].provisions)


def suggested_eid(changes: Iterable[Change], row: Row) -> str:
    """Where the new version most likely meets a row: the same place, its new place, else its article."""
    found = list(changes)
    exact = [
        one.eid for one in found if row.eid in {one.eid, one.old_eid} and one.kind != "removed"
    ]
    if exact:
        return exact[0]
    kept = [one.eid for one in found if one.kind != "removed"]
    return kept[0] if kept else article_of(row.eid)


def claimed(case: Case, version: Version) -> Mapping[int, RowRevision]:
    """What was said of the rows for one version of the draft, whichever its language (one query)."""
    claims = RowRevision.objects.filter(
        row__case=case,
        version__document=version.document_id,
        version__number=version.number,
    )
    return {one.row_id: one for one in claims}
