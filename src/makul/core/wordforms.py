"""The part of a word that its forms have in common, in Kyrgyz and in Russian: what a search looks for.

No dictionary: endings are cut off the end, so what is left is always a beginning of the word, and
other forms of the word begin with it too. Kyrgyz joins ending to ending (number, possession, case),
so they are cut one after another, and its к and п turn to г and б before some of them, so both are
beginnings; Russian has one ending and few kinds of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from makul.core.provisions.letters import fix_legacy_letters, folded

LEAST = {1: 4, 2: 3}  # letters that stay where an ending of so many is cut; «суунун», «суу»: three
LEAST_RUSSIAN = 3
MOST_ENDINGS = 4

# Written as `folded` leaves them: ө, ү, ң are о, у, н. An ending takes the shape that the letter
# before it asks for, so «берене» and «китепкана» lose nothing.
_VOWEL, _DULL, _CLEAR = "(?<=[аеиоуыэюя])", "(?<=[кптсшщчфхц])", "(?<=[аеиоуыэюябвгджзлмнрй])"
_VOICED, _HIS = "(?<=[бвгджзлмнрй])", "(?<=[ыиу])"
KYRGYZ_ENDINGS = re.compile(
    r"(?:"
    rf"{_CLEAR}л[аео]р|{_VOICED}д[аео]р|{_DULL}т[аео]р"  # many
    rf"|{_VOWEL}н[ыиу]н|{_VOICED}д[ыиу]н|{_DULL}т[ыиу]н"  # of
    rf"|{_CLEAR}д[аео](?:н|г[ыиу])?|{_DULL}т[аео](?:н|г[ыиу])?|{_HIS}нд[аео]|{_HIS}н[аео]н"  # at, from
    rf"|{_CLEAR}г[аео]|{_DULL}к[аео]|{_HIS}н[аео]"  # to
    rf"|{_VOWEL}н[ыиу]|{_VOICED}д[ыиу]|{_DULL}т[ыиу]"  # him
    rf"|{_VOWEL}с[ыиу]н?|(?<![аеиоуыэюя])[ыиу]н?"  # his
    r"|[бн][ыиу]з"  # our, your
    r")$"
)
AFTER_VOWEL = re.compile(r"[аеиоуыэюя][кгпб]$")
TURNS = {"к": "г", "г": "к", "п": "б", "б": "п"}  # калдык, калдыгы; мектеп, мектеби
RUSSIAN_ENDINGS = re.compile(
    r"(?:"
    r"иями|ями|ами|иях|ях|ах|иям|ям|ам|иев|ев|ов|ией|ей|ой|ий|ый|ием|ем|ом|ию|ью|ю|ия|ья|я|ие|ье|е"
    r"|ии|и|ы|у|о|а|ь|й"
    r"|ого|его|ому|ему|ими|ыми|их|ых|им|ым|ую|юю|ая|яя|ое|ее|ые"
    r"|ировать|овать|ывать|ать|ять|ить|еть|ает|яет|ует|ают|яют|уют"
    r")$"
)
WORD = re.compile(r"[\w\\]+")


@dataclass(frozen=True, slots=True)
class Sought:
    """A word that is looked for: the beginnings under which it is found, by language."""

    word: str
    kyrgyz: tuple[str, ...]
    russian: tuple[str, ...]

    def beginnings(self, language: str) -> tuple[str, ...]:
        """Those for a text in a language; English pages show texts in the other two."""
        return self.kyrgyz if language == "ky" else self.russian


def kyrgyz_stems(word: str) -> tuple[str, ...]:
    """What the forms of a Kyrgyz word begin with, its own beginning first; `word` is folded.

    >>> kyrgyz_stems("калдыктарынан"), kyrgyz_stems("калдыгын"), kyrgyz_stems("жарым")
    (('калдык', 'калдыг'), ('калдыг', 'калдык'), ('жарым',))
    """
    stem = word
    for _again in range(MOST_ENDINGS):
        shorter = _without(stem, KYRGYZ_ENDINGS)
        if shorter == stem:
            break
        stem = shorter
    if AFTER_VOWEL.search(stem):
        return stem, stem[:-1] + TURNS[stem[-1]]
    return (stem,)


def russian_stem(word: str) -> str:
    """What the forms of a Russian word begin with; `word` is folded.

    >>> {russian_stem(one) for one in "отход отходы отходов отходами".split()}
    {'отход'}
    """
    return _without(word, RUSSIAN_ENDINGS, least={1: LEAST_RUSSIAN})


def _without(word: str, endings: re.Pattern[str], *, least: Mapping[int, int] = LEAST) -> str:
    """The word without the longest of the endings that leaves enough of it."""
    for start in range(LEAST_RUSSIAN, len(word)):
        if endings.match(word, start) and start >= least.get(len(word) - start, LEAST_RUSSIAN):
            return word[:start]
    return word


@lru_cache(maxsize=20_000)
def forms_of(word: str) -> tuple[str, ...]:
    """A word folded, and once more as it was meant where old fonts spoiled its letters.

    >>> forms_of("Кеёеш")
    ('кеееш', 'кенеш')
    """
    plain, meant = folded(word), folded(fix_legacy_letters(word))
    return (plain,) if meant == plain else (plain, meant)


def sought(text: str) -> list[Sought]:
    """The words of a query, each with the beginnings of its forms in both languages.

    >>> [one.kyrgyz for one in sought("айыл өкмөтүнүн")]
    [('айыл',), ('окмот',)]
    """
    return [
        Sought(
            word,
            tuple(dict.fromkeys(one for form in forms_of(word) for one in kyrgyz_stems(form))),
            tuple(dict.fromkeys(russian_stem(form) for form in forms_of(word))),
        )
        for word in dict.fromkeys(WORD.findall(text.replace("_", " ")))
    ]


def searchable(text: str) -> str:
    """A text as it is kept for the search: its words folded, each after a space.

    >>> searchable("Кеёеш — тиричилик")
    ' кеееш кенеш тиричилик'
    """
    return "".join(f" {form}" for word in WORD.findall(text) for form in forms_of(word))


def found_in(text: str, words: list[Sought], *, language: str) -> list[tuple[int, int]]:
    """Where words of the query stand in a text, in its own spelling: (start, end) of each.

    >>> found_in("Калдыктарды чогултуу", sought("калдык"), language="ky")
    [(0, 11)]
    """
    starts = tuple(one for word in words for one in word.beginnings(language))
    return [
        match.span()
        for match in WORD.finditer(text)
        if any(form.startswith(starts) for form in forms_of(match[0]))
    ]
