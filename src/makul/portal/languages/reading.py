"""Reads how the languages of a draft stand: texts handed in, what lacks, what does not go together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from makul.cases.models import Case
from makul.cases.queries.text import LANGUAGES
from makul.core.provisions import Act
from makul.core.provisions.parity import Gap, Parity, changed_alone, changed_articles, parity
from makul.documents.models import Document, Version
from makul.documents.queries import act_of
from makul.drafts.models import DraftAct

OTHER = {"ky": "ru", "ru": "ky"}
KEPT = 4096  # more than cases are ever open at once: a round of the worker finds each again


@dataclass(frozen=True, slots=True)
class Lack:
    """The newest version has no text in this language: since when, and the last one that had it."""

    language: str
    number: int
    since: datetime
    last: Version | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How the two languages of the draft of one case stand."""

    case: Case
    texts: Mapping[str, Mapping[int, Version]]  # by language, by number
    authentic: str = ""
    is_declared: bool = False
    ready_by: date | None = None  # the day the initiator named for the missing one

    @property
    def number(self) -> int:
        """The newest version, 0 where there is no text at all."""
        return max((max(texts) for texts in self.texts.values() if texts), default=0)

    @property
    def newest(self) -> dict[str, Version]:
        """The newest text in each language, whichever version it is of."""
        return {code: texts[max(texts)] for code, texts in self.texts.items() if texts}

    @property
    def lacks(self) -> list[Lack]:
        """The languages in which the newest version has no text."""
        number = self.number
        return [
            lack_of(code, self.texts.get(code, {}), self.texts[OTHER[code]])
            for code in LANGUAGES
            if number and number not in self.texts.get(code, {})
        ]

    def is_overdue(self, today: date) -> bool:
        return bool(self.lacks and self.ready_by and self.ready_by < today)

    @property
    def whole(self) -> tuple[Version, Version] | None:
        """Both texts of the newest version (Russian, Kyrgyz), where both are there."""
        found = [self.texts.get(code, {}).get(self.number) for code in ("ru", "ky")]
        return (found[0], found[1]) if found[0] and found[1] else None


def lack_of(code: str, own: Mapping[int, Version], others: Mapping[int, Version]) -> Lack:
    """Missing since the first version that came in the other language only."""
    last = own[max(own)] if own else None
    without = [n for n in others if last is None or n > last.number]
    first = others[min(without)]
    return Lack(code, max(others), first.created_at, last)


def standings_of(cases: Iterable[Case]) -> list[Standing]:
    """How the languages of each case stand (two queries, whatever their number)."""
    wanted = list(cases)
    subjects = {case.subject: case for case in wanted}
    texts: dict[str, dict[str, dict[int, Version]]] = {key: {} for key in subjects}
    versions = Version.objects.filter(
        document__subject__in=list(subjects),
        document__kind=Document.Kind.DRAFT,
        document__is_public=True,
    ).select_related("document")
    for one in versions.order_by("document", "number"):
        for code in one.language.split("+"):
            texts[one.document.subject].setdefault(code, {})[one.number] = one
    days = dict(DraftAct.objects.filter(case__in=wanted).values_list("case", "missing_language_by"))
    return [standing(case, texts[case.subject], days.get(case.pk)) for case in wanted]


def standing_of(case: Case) -> Standing:
    return standings_of([case])[0]


def standing(
    case: Case, texts: Mapping[str, Mapping[int, Version]], ready_by: date | None
) -> Standing:
    declared = case.authentic_language
    return Standing(case, texts, declared or first_language(texts), bool(declared), ready_by)


def first_language(texts: Mapping[str, Mapping[int, Version]]) -> str:
    """Not declared: the language handed in first; empty where both came together."""
    first = {code: own[min(own)].created_at for code, own in texts.items() if own}
    if not first:
        return ""
    earliest = min(first.values())
    codes = [code for code, at in first.items() if at == earliest]
    return codes[0] if len(codes) == 1 else ""


@dataclass(frozen=True, slots=True)
class Findings:
    """What does not go together in the texts, article by article."""

    parity: Parity | None
    gaps: tuple[Gap, ...]


def findings_of(found: Standing) -> Findings:
    """Both texts held against each other; of a language that lacks, what changed since its last text.

    Versions never change, so what was found of them once is kept.
    """
    if found.whole:
        now = (key_of(found.whole[0]), key_of(found.whole[1]))
        before = [found.texts[code].get(found.number - 1) for code in ("ru", "ky")]
        both = parity_of(*now)
        gaps = both.gaps
        if before[0] and before[1]:
            gaps += alone((key_of(before[0]), key_of(before[1])), now)
        return Findings(both, tuple(sorted(gaps, key=place_of)))
    gaps = tuple(
        gap
        for lack in found.lacks
        if lack.last and (newest := found.newest.get(OTHER[lack.language]))
        for gap in outdated(lack, found.texts[OTHER[lack.language]], newest)
    )
    return Findings(None, gaps)


def place_of(gap: Gap) -> tuple[int, ...]:
    """By the numbers of the article, so that what is said of one article stands together."""
    return tuple(int(part) for part in gap.eid.replace("-", "_").split("_") if part.isdigit())


def outdated(lack: Lack, others: Mapping[int, Version], newest: Version) -> tuple[Gap, ...]:
    """The articles that the other language changed since this one had a text."""
    before = others.get(lack.last.number) if lack.last else None
    if before is None:
        return ()
    changed = changed_in(key_of(before), key_of(newest))
    return tuple(Gap(eid, "changed", lack.language) for eid in changed)


Text = tuple[int, str]  # key of a version and the digest of its bytes: together they never change


def key_of(version: Version) -> Text:
    return version.pk, version.blob_id


@lru_cache(maxsize=KEPT)
def parity_of(ru: Text, ky: Text) -> Parity:
    return parity(read(ru), read(ky))


@lru_cache(maxsize=KEPT)
def alone(old: tuple[Text, Text], new: tuple[Text, Text]) -> tuple[Gap, ...]:
    """Articles changed in one language only between two versions that both have."""
    before, after = (
        {code: read(text) for code, text in zip(("ru", "ky"), texts, strict=True)}
        for texts in (old, new)
    )
    return changed_alone(before, after)


@lru_cache(maxsize=KEPT)
def changed_in(old: Text, new: Text) -> tuple[str, ...]:
    return changed_articles(read(old), read(new))


def read(text: Text) -> Act:
    return act_of(Version.objects.get(pk=text[0]))
