"""What the search for words suggests of a draft: kinds of interest, where, by which words. A person decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from makul.core.provisions import Act, label, screen
from makul.law.screening import KINDS, vocabulary

LONGEST_WORDS = 300


@dataclass(frozen=True, slots=True)
class Place:
    """A provision that was found, with the words in each language."""

    eid: str
    words: Mapping[str, tuple[str, ...]]

    def label(self, language: str) -> str:
        """The place and its words: «Статья 3, часть 1 — инспектор, назначается»."""
        said = dict.fromkeys(word for words in self.words.values() for word in words)
        return f"{label(self.eid, language=language)} — {', '.join(said)}"


@dataclass
class Hint:
    """One kind of interest: empty where no word was found, which proves nothing."""

    kind: str
    places: list[Place] = field(default_factory=list)

    def words(self, language: str) -> str:
        """All words found in one language, each once."""
        said = dict.fromkeys(
            word for place in self.places for word in place.words.get(language, ())
        )
        return ", ".join(said)[:LONGEST_WORDS]


def hints_of(acts: Mapping[str, Act]) -> dict[str, Hint]:
    """The hints by kind, from the texts in each language there is."""
    found: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {kind: {} for kind in KINDS}
    for language, act in acts.items():
        for one in screen(act, vocabulary()):
            found[one.kind].setdefault(one.eid, {})[language] = one.words
    order = {one.eid: n for act in acts.values() for n, one in enumerate(act.provisions)}
    return {
        kind: Hint(kind, [Place(eid, by[eid]) for eid in sorted(by, key=lambda eid: order[eid])])
        for kind, by in found.items()
    }
