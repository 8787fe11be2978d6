"""References to provisions in running text, in both languages: «часть 1 статьи 7», «7-берененин 1-бөлүгү»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from makul.core.provisions.numbers import SUPERSCRIPTS, ordinal, parts_of, slug

_ORDER = ("annex", "chp", "art", "part", "point", "subpoint", "par")
_NUMBER = rf"\d{{1,4}}(?:[{SUPERSCRIPTS}]+|[-‑^]\d{{1,3}})*"
_ORDINAL = (
    r"(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат)[а-яё]+"
)
_ORDINAL_KY = (
    r"(?:он )?(?:биринчи|экинчи|үчүнчү|төртүнчү|бешинчи|алтынчы|жетинчи|сегизинчи|тогузунчу|онунчу)"
)
_LETTER = r"(?<!\w)[\"«“]?[а-я][\"»”]?(?!\w)"
_JOIN = r"(?:\s*,\s*|\s+(?:и|жана|менен)\s+)"
_RU = {
    "annex": r"приложени[а-я]+",
    "chp": r"глав[а-я]+",
    "art": r"стат(?:ь[а-я]+|ей)",
    "part": r"част[а-я]+",
    "point": r"пункт(?!ир)[а-я]*",
    "subpoint": r"подпункт[а-я]*",
    "par": r"абзац[а-я]*",
}
_KY = {
    "annex": r"тиркеме",
    "chp": r"глава",
    "art": r"(?:берене|статья)",
    "part": r"бөлү[кгүн]",
    "point": r"пункт(?!ча)",
    "subpoint": r"пунктча",
    "par": r"абзац",
}
_RU_AFTER = re.compile(
    "|".join(
        rf"(?<![-‑\w])(?P<{kind}>{word})\s+(?P<{kind}_n>"
        rf"{_NUMBER}(?:{_JOIN}{_NUMBER}(?!\s*[-)]?\s*[а-я]*(?:жыл|год)))*|{_ORDINAL}(?:{_JOIN}{_ORDINAL})*"
        + (rf"|{_LETTER}(?:{_JOIN}{_LETTER})*" if kind in {"subpoint", "point"} else "")
        + ")"
        for kind, word in _RU.items()
    ),
    re.IGNORECASE,
)
_KY_AFTER = re.compile(
    "|".join(
        rf"(?P<{kind}_n>{_NUMBER}(?:{_JOIN}{_NUMBER})*)\s*[-‑–]\s*(?P<{kind}>{word}[а-яөүң]*)"
        for kind, word in _KY.items()
    )
    + rf"|(?P<subpoint_o>{_LETTER}(?:{_JOIN}{_LETTER})*)\s*-?\s*пунктча[а-яөүң]*"
    + rf"|(?P<par_o>{_ORDINAL_KY}(?:{_JOIN}{_ORDINAL_KY})*)\s+(?:абзац[а-яөүң]*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """The place a clause speaks of: kind of step and its numbers, outermost first.

    >>> Reference((("art", ("7",)), ("part", ("1",)))).eids
    ('art_7__part_1',)
    """

    steps: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def eids(self) -> tuple[str, ...]:
        """The ids named; a list of numbers gives several."""
        found = [""]
        flat = any(kind == "art" for kind, _ in self.steps)
        for kind, numbers in self.steps:
            if kind == "chp" and flat:
                continue
            found = [
                f"{stem}__{kind}_{slug(one)}" if stem else f"{kind}_{slug(one)}"
                for stem in found
                for one in numbers
            ]
        return tuple(eid for eid in found if eid)

    def within(self, outer: Reference) -> Reference:
        """This place inside another one: what it does not say itself it takes from there."""
        own = {kind for kind, _ in self.steps}
        first = min((_ORDER.index(kind) for kind in own), default=len(_ORDER))
        kept = [step for step in outer.steps if _ORDER.index(step[0]) < first]
        return Reference((*kept, *self.steps))


def reference_in(text: str) -> Reference:
    """All steps named in `text`, put in order from article to paragraph.

    >>> reference_in("в абзаце втором части 2 статьи 12").eids
    ('art_12__part_2__par_2',)
    >>> reference_in("12-берененин 2-бөлүгүндөгү").eids
    ('art_12__part_2',)
    """
    found: dict[str, tuple[str, ...]] = {}
    for pattern in (_RU_AFTER, _KY_AFTER):
        for match in pattern.finditer(text):
            kind, said = _said(match)
            found.setdefault(kind, _numbers(said))
    steps = sorted(found.items(), key=lambda step: _ORDER.index(step[0]))
    return Reference(tuple(steps))


def _said(match: re.Match[str]) -> tuple[str, str]:
    for kind in _ORDER:
        for suffix in ("n", "o"):
            said = match.groupdict().get(f"{kind}_{suffix}")
            if said:
                return kind, said
    return "art", ""


def _numbers(said: str) -> tuple[str, ...]:
    """Single numbers of a list; «17-24» is a range, «222-2» one number with a superscript."""
    found: list[str] = []
    for piece in re.split(_JOIN, said):
        values = parts_of(piece) if re.search(r"\d", piece) else ()
        if re.fullmatch(r"\d+[-‑]\d+", piece) and values[0] < values[1] <= values[0] + 200:
            found += [str(value) for value in range(values[0], values[1] + 1)]
        elif values:
            found.append(piece)
        else:
            found.append(
                str(ordinal(piece)) if ordinal(piece) else piece.strip('"«»“” ').casefold()
            )
    return tuple(found)


def readings(eid: str) -> tuple[str, ...]:
    """Other ids a number may stand for when its superscript was lost: «частью 11» may be 1¹.

    >>> readings("art_37__part_11")
    ('art_37__part_1_1',)
    >>> readings("art_7__part_2")
    ()
    """
    stem, _, last = eid.rpartition("__")
    kind, _, number = last.partition("_")
    if not number.isdigit() or len(number) < 2 or number[-1] == "0":
        return ()
    other = f"{kind}_{number[:-1]}_{number[-1]}"
    return (f"{stem}__{other}" if stem else other,)
