"""The formulas by which laws are amended, in Russian and in Kyrgyz, as patterns over masked clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_T = r"⟦\d+⟧"
_LIST = rf"{_T}(?:(?:\s*[,;]\s*|\s+(?:и|жана|же|или)\s+){_T})*"
_RU = r"(?:слов|цифр|знак|обозначени|числ|букв|аббревиатур|предложени|символ)[а-яё]*"
_RU_SAID = rf"{_RU}(?:\s+(?:и|или)\s+{_RU})?"
_KY = r"(?:сөз|цифра|сан|белги|тамга|аббревиатура|сүйлөм|символ)[а-яөүң]*"
_FREE = r"[^⟦⟧]{0,90}?"
_AS_FOLLOWS = r"(?:в\s+следующей|в\s+новой|в\s+нижеследующей)\s+редакции"
_CONTENTS = r"следующего\s+содержания"
_BELOW = r"төмөнкү(?:дөй|чө|дөйчө)?|төмөндөгү(?:дөй)?"
_OUT = r"(?:алып|алынып)\s+(?:салынсын|ташталсын)|чыгарылсын|чыгарып\s+салынсын"
_MAY_AMEND = re.compile(
    r"замен|дополнить|исключить|изложить|утративш|алмаштыр|толуктал|редакцияда|жогот|салынсын|ташталсын|"
    r"чыгарылсын",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Formula:
    """One formula found in a clause: what is done, with which quotations, and where it stands."""

    operation: str
    start: int
    end: int
    old: str
    new: str
    inside: str


_PATTERNS = tuple(
    (operation, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for operation, pattern in (
        (
            "replace_words",
            rf"{_RU_SAID}\s+(?P<old>{_LIST})(?P<inside>{_FREE})замен(?:ить|яются|яется)\s+"
            rf"(?:соответственно\s+)?(?:на\s+)?{_RU_SAID}\s*:?\s*(?P<new>{_LIST})",
        ),
        (
            "replace_words",
            rf"(?P<old>{_LIST})\s+деген\s+{_KY}(?P<inside>{_FREE})(?P<new>{_LIST})\s+деген\s+{_KY}\s+"
            r"(?:менен\s+)?алмаштырылсын",
        ),
        (
            "insert_words",
            rf"после\s+{_RU_SAID}\s+(?P<old>{_T})(?P<inside>{_FREE})дополнить\s+{_RU_SAID}\s*:?\s*"
            rf"(?P<new>{_T})",
        ),
        (
            "insert_words",
            rf"(?P<old>{_T})\s+деген\s+{_KY}\s+кийин(?P<inside>{_FREE})(?P<new>{_T})\s+деген\s+{_KY}\s+"
            r"менен\s+толукталсын",
        ),
        ("delete_words", rf"{_RU_SAID}\s+(?P<old>{_LIST})(?P<inside>{_FREE})исключить"),
        ("delete_words", rf"(?P<old>{_LIST})\s+деген\s+{_KY}(?P<inside>{_FREE})(?:{_OUT})"),
        ("append_words", rf"дополнить\s+{_RU_SAID}(?:\s+{_CONTENTS})?\s*:?\s*(?P<new>{_T})"),
        ("append_words", rf"(?P<new>{_T})\s+деген\s+{_KY}\s+менен\s+толукталсын"),
        (
            "add",
            rf"дополнить(?P<inside>[^⟦⟧]{{1,200}}?){_CONTENTS}\s*:?\s*(?P<new>{_T})?",
        ),
        (
            "add",
            rf"(?:{_BELOW})\s+мазмундагы(?P<inside>[^⟦⟧]{{1,200}}?)менен\s+толукталсын\s*:?\s*"
            rf"(?P<new>{_T})?",
        ),
        ("restate", rf"изложить\s+{_AS_FOLLOWS}\s*:?\s*(?P<new>{_T})?"),
        (
            "restate",
            rf"(?:(?:{_BELOW})\s+|жаңы\s+)редакцияда\s+(?:баяндалсын|берилсин)\s*:?\s*(?P<new>{_T})?",
        ),
        ("repeal", r"признать\s+утративш[а-я]+\s+силу"),
        (
            "repeal",
            r"күчүн\s+жогот(?:ту|кон|совун|сун)[а-яөүң]*(?:\s+деп\s+(?:таанылсын|эсептелсин))?",
        ),
        ("delete", r"исключить"),
        ("delete", rf"(?:{_OUT})"),
    )
)


def formulas(text: str) -> tuple[Formula, ...]:
    """The formulas of a masked clause in order, none overlapping another.

    >>> [one.operation for one in formulas("слова ⟦0⟧ заменить словами ⟦1⟧, слова ⟦2⟧ исключить")]
    ['replace_words', 'delete_words']
    >>> formulas("⟦0⟧ деген сөздөр ⟦1⟧ деген сөздөргө алмаштырылсын")[0].operation
    'replace_words'
    """
    if not _MAY_AMEND.search(text):
        return ()
    kept: list[Formula] = []
    for formula in _all(text):
        if all(formula.end <= one.start or formula.start >= one.end for one in kept):
            kept.append(formula)
    return tuple(sorted(kept, key=lambda one: one.start))


def _all(text: str) -> Iterator[Formula]:
    for operation, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            said = found.groupdict()
            yield Formula(
                operation,
                found.start(),
                found.end(),
                said.get("old") or "",
                said.get("new") or "",
                said.get("inside") or "",
            )
