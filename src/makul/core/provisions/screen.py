"""Which words of a draft touch local self-government, and which of its interests: a hint, no decision."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from makul.core.provisions.act import Act
from makul.core.provisions.letters import normal


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words looked for, by kind of interest; data of the law, given by the caller.

    Shape: each entry is a phrase of word beginnings («местн бюджет» finds «местного бюджета»); up
    to two other words may stand between them. `needs_body` are kinds whose words count only where
    the provision, or one above it, names a local body; `bodies` are the names of local bodies, and
    `signs` the other words by which an act shows that it speaks of local self-government.
    """

    bodies: Sequence[str]
    kinds: Mapping[str, Sequence[str]]
    needs_body: frozenset[str] = field(default_factory=frozenset)
    signs: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Interest:
    """One kind of interest found in one provision, with the words as they stand there."""

    kind: str
    eid: str
    words: tuple[str, ...]


def screen(act: Act, words: Vocabulary) -> tuple[Interest, ...]:
    """Interests found, by kind in the order of the vocabulary, then by place.

    >>> from makul.core.provisions import Line, split
    >>> act = split([Line("Статья 1. Деньги"), Line("Расходы несёт местный бюджет.")])
    >>> screen(act, Vocabulary(bodies=(), kinds={"money": ("местн бюджет",)}))
    (Interest(kind='money', eid='art_1', words=('местный бюджет',)),)
    """
    texts = _texts(act)
    named = _naming(texts, words.bodies)
    found = []
    for kind, phrases in words.kinds.items():
        pattern = _any_of(phrases)
        for eid, shown, searched in texts:
            said = _said(pattern, shown, searched)
            if said and (kind not in words.needs_body or not named.isdisjoint(_chain(eid))):
                found.append(Interest(kind, eid, said))
    return tuple(found)


class Finder:
    """The patterns of a vocabulary, made once: for short texts by the hundred thousand.

    >>> finder = Finder(Vocabulary(bodies=("айыл окмот",), kinds={"money": ("бюджет",)}))
    >>> finder.names_body("Глава айыл окмоту"), finder.words("из бюджета айыла")
    (True, {'money': ('бюджета',)})
    """

    def __init__(self, words: Vocabulary) -> None:
        self._bodies = _any_of((*words.bodies, *words.signs))
        self._kinds = {kind: _any_of(phrases) for kind, phrases in words.kinds.items()}

    def names_body(self, searched: str) -> bool:
        """Whether a text, as `normal` leaves it, speaks of local self-government."""
        return self._bodies.search(searched) is not None

    def words(self, searched: str) -> dict[str, tuple[str, ...]]:
        """By kind of interest the words of a text that is `normal` and names a local body."""
        found = {kind: _said(one, searched, searched) for kind, one in self._kinds.items()}
        return {kind: words for kind, words in found.items() if words}


def affects_hint(act: Act, words: Vocabulary) -> bool:
    """Whether the act speaks of local self-government at all and touches one of its interests."""
    return bool(_naming(_texts(act), (*words.bodies, *words.signs))) and bool(screen(act, words))


def _chain(eid: str) -> tuple[str, ...]:
    """The provision and all it stands under."""
    steps = eid.split("__")
    return tuple("__".join(steps[:count]) for count in range(1, len(steps) + 1))


def _texts(act: Act) -> list[tuple[str, str, str]]:
    """Id, words as shown, words as searched, of what may touch an interest."""
    shown = [
        (one.eid, " ".join(one.words.split()))
        for one in act.provisions
        if one.kind not in {"note", "contents", "requisite", "signature"}
    ]
    return [(eid, words, normal(words)) for eid, words in shown]


def _naming(texts: Sequence[tuple[str, str, str]], phrases: Sequence[str]) -> frozenset[str]:
    """Ids of the provisions whose own words name one of the phrases."""
    pattern = _any_of(phrases)
    return frozenset(eid for eid, _, searched in texts if pattern.search(searched))


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases, each a row of word beginnings."""
    between = r"\w*(?:[\s,-]+\w+){0,2}?[\s,-]+"
    each = [
        between.join(re.escape(one) for one in normal(phrase).split()) + r"\w*"
        for phrase in phrases
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})" if each else r"(?!)")


def _said(pattern: re.Pattern[str], shown: str, searched: str) -> tuple[str, ...]:
    """The words found, once each, as the text shows them where no letter was added or dropped."""
    source = shown if len(shown) == len(searched) else searched
    return tuple(
        dict.fromkeys(source[one.start() : one.end()] for one in pattern.finditer(searched))
    )
