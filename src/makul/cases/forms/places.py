"""Finds the provision that a person names in their own way: «7-берене», «ст. 7 ч. 2», «art_7__part_2»."""

from __future__ import annotations

import re
from collections.abc import Collection

from makul.cases.queries.provisions import WHOLE
from makul.core.provisions import fix_legacy_letters
from makul.core.provisions.letters import folded, in_one_script
from makul.core.provisions.references import readings, reference_in

_CODE = re.compile(r"(?<![\w-])[a-z]+(?:_[a-z0-9]+)*(?:__[a-z]+(?:_[a-z0-9]+)*)*(?![\w-])")
_WHOLE = {
    folded(words)
    for words in (
        "бүт долбоор", "бүт долбоорго", "долбоор толугу менен", "долбоорго толугу менен",
        "жалпы долбоор", "долбоор боюнча", "весь проект", "проект в целом", "ко всему проекту",
        "по проекту в целом", "в целом", "the whole draft", "-",
    )
}  # fmt: skip
# How the steps are shortened in letters; each stands before or after its number.
_SHORT = (
    (r"\b(?:ст|cт)\.?\s*(?=\d)", "статья "),
    (r"\bч\.?\s*(?=\d)", "часть "),
    (r"\b(?:пп|подп|подпункт)\.\s*(?=[\d«\"а-я])", "подпункт "),
    (r"\bп\.?\s*(?=\d)", "пункт "),
    (r"\bабз\.?\s*(?=\d)", "абзац "),
    (r"\b(?:статья|часть|пункт|подпункт|абзац|приложение)\s*№?\s*(?=\d)", r"\g<0> "),
    (r"(?<=\d)\s*[-–]?\s*бер\.", "-берене"),
    (r"(?<=\d)\s*[-–]?\s*бөл\.", "-бөлүк"),
    (r"(?<=\d)\s+(?=(?:берене|бөлү|тиркеме)[а-яөүң]*)", "-"),
)
_KINDS = ("art", "part", "point", "subpoint", "par", "annex")


def place_of(said: str, known: Collection[str]) -> str | None:
    """The id of the provision, «-» for the whole draft; None where none or several are meant.

    >>> known = {"art_7", "art_7__part_2", "art_9__point_1"}
    >>> place_of("7-берененин 2-бөлүгү", known), place_of("Ст. 7, ч. 2", known)
    ('art_7__part_2', 'art_7__part_2')
    >>> place_of("бүт долбоор", known), place_of("статья 77", known)
    ('-', None)
    """
    text = " ".join(said.split())
    if folded(text).strip(" .,;:") in _WHOLE:
        return WHOLE
    codes = [code for code in _CODE.findall(text.casefold()) if code in known]
    if codes:
        return codes[0] if len(set(codes)) == 1 else None
    if re.fullmatch(
        r"\d{1,4}\.?", text
    ):  # a bare number: the article, in an act of points the point
        return found_among([f"art_{text.rstrip('.')}", f"point_{text.rstrip('.')}"], known)
    whole = spelled(text)
    eids = reference_in(whole).eids
    if len(eids) != 1 or set(re.findall(r"\d+", whole)) - set(re.findall(r"\d+", eids[0])):
        return None  # nothing, several, or a number that was not understood
    return found_among(eids, known)


def spelled(text: str) -> str:
    """With the words in full and in one script, spoiled letters set right, as references are read."""
    text = in_one_script(fix_legacy_letters(text)).casefold()
    for short, full in _SHORT:
        text = re.sub(short, full, text, flags=re.IGNORECASE)
    return " ".join(text.split())


def found_among(eids: Collection[str], known: Collection[str]) -> str | None:
    """The first that stands in the act; people call parts points and points parts."""
    for eid in eids:
        for one in (eid, *readings(eid), *other_names(eid)):
            if one in known:
                return one
    return None


def other_names(eid: str) -> list[str]:
    """The same numbers under the names they are mistaken for: пункт 2 статьи 7 may be its part 2."""
    stem, _, last = eid.rpartition("__")
    kind, _, number = last.partition("_")
    others = {"point": ("part", "subpoint"), "part": ("point",), "subpoint": ("point",)}
    found = [
        f"{stem}__{one}_{number}" if stem else f"{one}_{number}" for one in others.get(kind, ())
    ]
    if kind == "art" and not stem:
        found.append(f"point_{number}")
    return found
