"""The method of municipal expertise as data: its questions, local matters, kinds of places, answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from makul.core.errors import LawGap
from makul.law.data import read_yaml
from makul.law.screening import KINDS
from makul.law.sources import LANGUAGES, Source, source

FOLDERS = {"2026-proposed": "expertise_method_2026"}
EDITION = "2026-proposed"

type Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the method: its words, what counts as an answer, and on what it rests."""

    key: str
    texts: Words = field(hash=False)
    counts: Words = field(hash=False)
    basis: str = "proposed"

    @property
    def source(self) -> Source:
        """The act it rests on, or `proposed`."""
        return source(self.basis)

    def text(self, language: str) -> str:
        """The question in that language."""
        return self.texts[language]


@dataclass(frozen=True)
class Method:
    """The method in one edition.

    `interests`: questions by kind of interest; `effects`: one question by kind of place; `matters`,
    `places`, `answers`, `parts`: words by key; `rule`, `rule_source`: how a cost is expected.
    """

    edition: str
    interests: Mapping[str, tuple[Question, ...]]
    competence: tuple[Question, ...]
    effects: Mapping[str, Question]
    matters: Mapping[str, Words]
    places: Mapping[str, Words]
    answers: Mapping[str, Words]
    parts: Mapping[str, Words]
    rule: Words
    rule_source: str

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in the order of the parts."""
        asked = tuple(one for kind in self.interests.values() for one in kind)
        return (*asked, *self.competence, *self.effects.values())

    def of_interests(self, kinds: Iterable[str]) -> tuple[Question, ...]:
        """The questions on these kinds of interest, in the order of the method."""
        wanted = set(kinds)
        return tuple(q for kind, asked in self.interests.items() if kind in wanted for q in asked)


@cache
def method(edition: str = EDITION) -> Method:
    """The method of municipal expertise in one edition.

    Raises: LawGap("no_edition", edition).

    >>> len(method().interests), method().effects["poor"].key
    (8, 'effect.poor')
    """
    if edition not in FOLDERS:
        raise LawGap("no_edition", edition=edition)
    folder = FOLDERS[edition]
    asked = read_yaml(folder, "interests.yaml")
    competence = read_yaml(folder, "competence.yaml")
    shared = read_yaml(folder, "parts.yaml")
    return Method(
        edition=shared["edition"],
        interests={kind: tuple(map(_question, asked[kind])) for kind in KINDS},
        competence=tuple(map(_question, competence["questions"])),
        effects={key: _question(row) for key, row in read_yaml(folder, "effects.yaml").items()},
        matters=competence["matters"],
        places=shared["places"],
        answers=shared["answers"],
        parts=shared["parts"],
        rule=shared["estimates"]["rule"],
        rule_source=shared["estimates"]["source"],
    )


def _question(row: Mapping[str, Any]) -> Question:
    return Question(
        row["key"],
        {language: row[language] for language in LANGUAGES},
        {language: row["counts"][language] for language in LANGUAGES},
        row.get("basis", "proposed"),
    )
