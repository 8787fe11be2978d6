"""Reads the draft a remark is made on: its provisions in one language, as text and as choices."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from makul.cases.models import Case
from makul.cases.queries.texts import draft_versions
from makul.core.provisions import Provision
from makul.core.provisions.labels import label
from makul.core.provisions.shown import line_of
from makul.documents.models import Version
from makul.documents.queries import provisions_of

# Where a language has no text, the one that is looked at instead; the page says which it shows.
INSTEAD = {"ky": ("ky", "ru"), "ru": ("ru", "ky"), "en": ("ky", "ru")}
EXCERPT = 80
WHOLE = "-"  # how a form names the whole draft, whose id is empty
SAID = frozenset({"article", "part", "point", "subpoint", "par", "annex", "preamble", "title"})

Choices = list[tuple[str, list[tuple[str, str]]]]


@dataclass(frozen=True)
class DraftText:
    """The newest text of a draft in one language; `language` is that of the text, not of the page."""

    language: str
    provisions: tuple[Provision, ...]
    version: Version | None = None

    @cached_property
    def _lines(self) -> dict[str, str]:
        return {one.eid: line_of(one, language=self.language) for one in self.provisions}

    @property
    def sayable(self) -> list[Provision]:
        """The provisions a remark may be made on, in their order."""
        return [one for one in self.provisions if one.kind in SAID]

    @cached_property
    def places(self) -> frozenset[str]:
        """The articles, annexes and other whole pieces beside which a remark is offered."""
        whole = (one for one in self.sayable if "__" not in one.eid)
        return frozenset(one.eid for one in whole if one.kind != "title")

    def text(self, eid: str) -> str:
        """A provision with everything below it, a line each."""
        below = f"{eid}__"
        return "\n".join(
            line for key, line in self._lines.items() if key == eid or key.startswith(below)
        )

    def choices(self, *, words: str, whole: str) -> Choices:
        """What a remark may be made on, grouped by article; labels in the language `words`."""
        groups: Choices = [(whole, [(WHOLE, whole)])]
        for one in self.sayable:
            place = label(one.eid, language=words)
            if "__" not in one.eid:
                groups.append((f"{place}. {one.heading}".rstrip(". "), []))
            body = " ".join(f"{one.heading} {one.text}".split())
            cut = f"{body[:EXCERPT].rstrip()}…" if len(body) > EXCERPT else body
            groups[-1][1].append((one.eid, f"{place} — {cut}" if cut else place))
        return groups


def draft_text(case: Case, language: str, *, kind: str = "draft") -> DraftText:
    """The draft (or the adopted text) in the language asked for, else in the other (two queries)."""
    versions = draft_versions(case, kind)
    found = next((code for code in INSTEAD[language] if code in versions), None)
    if found is None:
        return DraftText(language=language, provisions=())
    version = versions[found]
    kept = provisions_of([version])[version.pk]
    provisions = tuple(
        Provision(one.eid, one.kind, one.number, one.heading, one.text) for one in kept
    )
    return DraftText(language=found, provisions=provisions, version=version)
