"""Reads the versions of a case that can be compared, and compares two of them language by language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from makul.cases.models import Case
from makul.cases.queries.text import LANGUAGES
from makul.core.provisions import compare
from makul.documents.comparing import ArticleChange, by_article
from makul.documents.models import Document, Version
from makul.documents.queries import act_of

UNNUMBERED = frozenset({"requisite", "title", "signature", "par"})
COMPARED = (Document.Kind.DRAFT, Document.Kind.ADOPTED)


@dataclass(frozen=True, slots=True)
class Edition:
    """One version in all its languages; `key` names it in the address: draft-2, adopted-1."""

    kind: str
    number: int
    texts: Mapping[str, Version]

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.number}"

    @property
    def first(self) -> Version:
        return min(self.texts.values(), key=lambda one: one.created_at)


def editions_of(case: Case) -> list[Edition]:
    """The versions of the draft by number, then those of the adopted act (one query)."""
    found: dict[tuple[str, int], dict[str, Version]] = {}
    versions = Version.objects.filter(
        document__subject=case.subject, document__kind__in=COMPARED, document__is_public=True
    ).select_related("document")
    for one in versions.order_by("number", "document_id", "language"):
        found.setdefault((one.document.kind, one.number), {})[one.language] = one
    editions = [Edition(kind, number, texts) for (kind, number), texts in found.items()]
    return sorted(editions, key=lambda one: (COMPARED.index(one.kind), one.number))


def asked(editions: Sequence[Edition], given: Mapping[str, str]) -> dict[str, str]:
    """The two the address names; what it leaves out is the newest and the one before it."""
    new = given.get("new") or editions[-1].key
    earlier = [one.key for one in editions if one.key != new]
    return {"old": given.get("old") or earlier[-1], "new": new, "all": given.get("all", "")}


@dataclass
class Beside:
    """One article with what became of it in each language."""

    eid: str
    kind: str
    old_eid: str
    sides: dict[str, ArticleChange] = field(default_factory=dict)

    @property
    def is_same(self) -> bool:
        return all(one.kind == "same" for one in self.sides.values())

    def alone(self, languages: Sequence[str]) -> str:
        """The only language in which it changed, where both could be compared; else empty."""
        changed = [
            code for code in languages if code in self.sides and self.sides[code].kind != "same"
        ]
        return changed[0] if len(languages) > 1 and len(changed) == 1 else ""


def comparable(old: Edition, new: Edition) -> list[str]:
    """The languages in which both have a text."""
    return [code for code in LANGUAGES if code in old.texts and code in new.texts]


def settled(article: ArticleChange) -> ArticleChange:
    """A line of the head has no number of its own: another place with the same words is no change."""
    is_line = article.eid.partition("_")[0].partition("-")[0] in UNNUMBERED
    if is_line and article.kind == "moved" and all(one.old == one.new for one in article.changes):
        return replace(article, kind="same")
    return article


def compared(old: Edition, new: Edition) -> list[Beside]:
    """The articles of both versions, each with its change in each language (two queries each)."""
    found: dict[tuple[str, bool], Beside] = {}
    for code in comparable(old, new):
        changes = compare(act_of(old.texts[code]), act_of(new.texts[code]))
        for one in map(settled, by_article(changes)):
            key = (one.eid, one.kind == "removed")
            beside = found.setdefault(key, Beside(one.eid, one.kind, one.old_eid))
            beside.sides[code] = one
            if beside.kind == "same":
                beside.kind, beside.old_eid = one.kind, one.old_eid
    return list(found.values())
