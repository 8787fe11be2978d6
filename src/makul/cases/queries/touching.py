"""Reads what a draft changes for a body of one kind and what it costs it, as others have said so far.

Nothing is reckoned here: the interests are those of the screening card, the sums those of the cost
sheets, each with who said it. What nobody estimated stays None, which is not zero.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from django.db.models import F

from makul.cases.models import Case
from makul.cases.queries.package import Said, said
from makul.cases.queries.provisions import INSTEAD
from makul.parties.models import Party

FOUND = ("yes", "doubt")


@dataclass(frozen=True, slots=True)
class Touch:
    """One interest that the screening found: where, and by which words of the draft."""

    kind: str  # forms: interest
    is_doubt: bool
    eids: list[str]
    words: Said | None


@dataclass(frozen=True, slots=True)
class CostOfOne:
    """One line of a cost sheet for one body of the kind."""

    eid: str
    item: Said | None
    source: Said | None
    once_som: int | None
    yearly_som: int | None


@dataclass(slots=True)
class Sheet:
    """What one side reckoned for one body of the kind."""

    party: Party
    lines: list[CostOfOne] = field(default_factory=list)

    @property
    def once_som(self) -> int | None:
        return total(one.once_som for one in self.lines)

    @property
    def yearly_som(self) -> int | None:
        return total(one.yearly_som for one in self.lines)

    @property
    def eid(self) -> str:
        """The provision of its dearest line: where a remark on the sum belongs."""
        dearest = max(self.lines, key=lambda one: (one.yearly_som or 0, one.once_som or 0))
        return dearest.eid


@dataclass(frozen=True, slots=True)
class Touching:
    """What a body is told before it answers; `body_kind` is empty where its kind is not known."""

    body_kind: str
    touches: list[Touch]
    sheets: list[Sheet]
    is_screened: bool


def touching(case: Case, party: Party, *, language: str) -> Touching | None:
    """What the draft changes for `party` (three queries, the draft among them); None where the case has no package."""
    draft: Any = getattr(case, "draftact", None)
    if draft is None:
        return None
    card = findings_of(draft)
    touches = [
        Touch(one.kind, one.found == "doubt", list(one.eids or ()), said(one, "words", language))
        for one in card
        if one.found in FOUND
    ]
    sheets = sheets_of(draft, party.body_kind, language=language) if party.body_kind else []
    return Touching(party.body_kind, touches, sheets, any(one.at for one in card))


FIELDS = ("kind", "found", "eids", "words_ky", "words_ru")


def findings_of(draft: Any) -> list[SimpleNamespace]:
    """The lines of the screening card, and when the card was closed (one query)."""
    cards = draft._meta.get_field("screening").related_model.objects.filter(draft=draft)
    names = {name: F(f"findings__{name}") for name in FIELDS}
    rows = cards.order_by("findings__pk").values("at", **names)
    return [SimpleNamespace(**row) for row in rows]


def sheets_of(draft: Any, body_kind: str, *, language: str) -> list[Sheet]:
    """The sheets with a line for this kind of body, the initiator's first (one query)."""
    found: dict[int, Sheet] = {}
    for one in draft.costs.filter(body_kind=body_kind).select_related("party"):
        line = CostOfOne(
            one.eid,
            said(one, "item", language),
            said(one, "source", language),
            one.once_som,
            one.yearly_som,
        )
        found.setdefault(one.party_id, Sheet(one.party)).lines.append(line)
    return sorted(found.values(), key=lambda sheet: sheet.party.pk != draft.initiator_id)


def total(sums: Iterable[int | None]) -> int | None:
    known = [som for som in sums if som is not None]
    return sum(known) if known else None


def in_both(case: Case, name: str, *, language: str) -> list[tuple[str, str]]:
    """A text of the package in both languages, that of the page first; a gap is an empty text."""
    draft: Any = getattr(case, "draftact", None)
    if draft is None:
        return []
    texts = [(code, str(getattr(draft, f"{name}_{code}")).strip()) for code in INSTEAD[language]]
    return texts if any(text for _code, text in texts) else []
