"""Finds the case of a bill by its title: the same words settle it, likeness only suggests it to a person."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from makul.bills.intake.screening import quick_normal
from makul.cases.models import Case
from makul.core.provisions import folded
from makul.core.wordforms import kyrgyz_stems, russian_stem

LEAST_LIKE = 0.6
MOST_SUGGESTED = 3
LANGUAGES = ("ky", "ru")
# Words that every title has are no sign that two are one.
COMMON_SHARE, COMMON_LEAST = 0.05, 8
WORD = re.compile(r"\w+")
# «О проекте Закона …» and «… мыйзамдын долбоору жөнүндө» are how a register names any bill.
FRAME = re.compile(
    r"^(?:о|об)?\s*проект\w*\s+(?:закона|постановления)\s*(?:кыргызской республики)?\s*"
    r"|^закон\w*\s+кыргызской республики\s*|^кыргыз республикасынын\s*(?:мыйзам\w*)?\s*"
    r"|\s*(?:мыйзам\w*|токтом\w*)?\s*долбоору\w*(?:\s+жөнүндө)?$|\s+мыйзамы?$"
)


@dataclass(frozen=True, slots=True)
class Match:
    """A case and how like its title is, 1.0 for the same words."""

    case_id: int
    likeness: float


@lru_cache(maxsize=200_000)
def _stem(word: str, language: str) -> str:
    plain = folded(word)
    return kyrgyz_stems(plain)[0] if language == "ky" else russian_stem(plain)


def core_of(title: str) -> str:
    """The words of a title as they are compared, without what only says that it is a bill.

    >>> core_of("О проекте Закона Кыргызской Республики «Об отходах»"), core_of("Об отходах")
    ('об отходах', 'об отходах')
    """
    plain = quick_normal(title).replace('"', " ").strip(" .")
    return " ".join(WORD.findall(FRAME.sub("", plain)))


class Titles:
    """The titles of all conciliation cases, looked up by their rarer words: never all against all."""

    def __init__(self, cases: Iterable[tuple[int, str, str]]) -> None:
        self.exact: dict[tuple[str, str], set[int]] = defaultdict(set)
        self.stems: dict[tuple[str, int], frozenset[str]] = {}
        self.holders: dict[tuple[str, str], list[int]] = defaultdict(list)
        for pk, *titles in cases:
            for language, title in zip(LANGUAGES, titles, strict=True):
                self._add(pk, language, title)
        self._weigh()

    @classmethod
    def of_cases(cls, *, is_demonstration: bool) -> Titles:
        """Of the world of the register: invented bills are matched to invented cases only."""
        cases = Case.objects.of("npa").filter(is_demonstration=is_demonstration)
        return cls(cases.order_by("pk").values_list("pk", "title_ky", "title_ru"))

    def _add(self, pk: int, language: str, title: str) -> None:
        core = core_of(title) if title else ""
        if not core:
            return
        self.exact[language, core].add(pk)
        stems = frozenset(_stem(word, language) for word in core.split())
        self.stems[language, pk] = stems
        for stem in stems:
            self.holders[language, stem].append(pk)

    def _weigh(self) -> None:
        """The rarer a word among the cases, the more it says; the usual ones open no door."""
        total = max(1, len({pk for _language, pk in self.stems}))
        most = max(COMMON_LEAST, int(total * COMMON_SHARE))
        self.weight = {key: math.log(1 + total / len(pks)) for key, pks in self.holders.items()}
        self.unknown = math.log(1 + total)
        self.doors = {key: pks for key, pks in self.holders.items() if len(pks) <= most}
        self.sums = {
            (language, pk): sum(self.weight[language, stem] for stem in stems)
            for (language, pk), stems in self.stems.items()
        }

    def match(self, title_ky: str, title_ru: str) -> list[Match]:
        """The cases whose title is like it, the likest first; one alone at 1.0 is the same."""
        best: dict[int, float] = {}
        for language, title in zip(LANGUAGES, (title_ky, title_ru), strict=True):
            if title and self.holders:
                for pk, likeness in self._like(language, core_of(title)):
                    best[pk] = max(best.get(pk, 0.0), likeness)
        found = sorted(best.items(), key=lambda one: (-one[1], -one[0]))[:MOST_SUGGESTED]
        return [Match(pk, likeness) for pk, likeness in found]

    def _like(self, language: str, core: str) -> Iterable[tuple[int, float]]:
        if same := self.exact.get((language, core)):
            return [(pk, 1.0) for pk in same]
        stems = {_stem(word, language) for word in core.split()}
        shared: Counter[int] = Counter()
        for stem in stems:
            shared.update(self.doors.get((language, stem), ()))
        if not shared:
            return []
        own = sum(self.weight.get((language, stem), self.unknown) for stem in stems)
        return [
            (pk, likeness)
            for pk, doors in shared.items()
            if doors > 1 or len(stems) <= 2
            if (likeness := self._share(language, pk, stems, own)) >= LEAST_LIKE
        ]

    def _share(self, language: str, pk: int, stems: set[str], own: float) -> float:
        """Weighed Jaccard: what both say, of all that is said. Never 1: that is for the same words."""
        both = sum(self.weight[language, stem] for stem in stems & self.stems[language, pk])
        return min(0.99, both / (own + self.sums[language, pk] - both))
