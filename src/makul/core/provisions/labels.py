"""How an id is said in each language: «Статья 7, часть 2», «7-берене, 2-бөлүк», "Article 7, part 2"."""

from __future__ import annotations

from makul.core.provisions.numbers import superscript

_WORDS = {
    "art": ("статья", "берене", "article"),
    "part": ("часть", "бөлүк", "part"),
    "point": ("пункт", "пункт", "point"),
    "subpoint": ("подпункт", "пунктча", "subpoint"),
    "par": ("абзац", "абзац", "paragraph"),
    "chp": ("глава", "глава", "chapter"),
    "subchp": ("параграф", "параграф", "paragraph"),
    "sec": ("раздел", "бөлүм", "section"),
    "subsec": ("подраздел", "бөлүмчө", "subsection"),
    "annex": ("приложение", "тиркеме", "annex"),
    "table": ("таблица", "таблица", "table"),
    "note": ("примечание", "эскертүү", "note"),
    "contents": ("оглавление", "мазмуну", "contents"),
    "title": ("название", "аталышы", "title"),
    "preamble": ("преамбула", "преамбула", "preamble"),
    "signature": ("подпись", "колу", "signature"),
    "requisite": ("реквизиты", "реквизиттери", "requisites"),
}
_LANGUAGES = ("ru", "ky", "en")
_CYRILLIC = dict(zip("abvgdzijklmnprstufh", "абвгдзийклмнпрстуфх", strict=True)) | {
    "e": "е",
    "zh": "ж",
    "o": "о",
}


def label(eid: str, *, language: str = "ru") -> str:
    """The place an id names, in words.

    >>> label("art_7__part_2")
    'Статья 7, часть 2'
    >>> label("art_222_2__point_1", language="ky")
    '222²-берене, 1-пункт'
    """
    said = ", ".join(_step(step, language) for step in eid.split("__"))
    return said[:1].upper() + said[1:]


def _step(step: str, language: str) -> str:
    kind, _, number = step.partition("-")[0].partition("_")
    if kind not in _WORDS:
        return step
    word = _WORDS[kind][_LANGUAGES.index(language)]
    shown = _number(number, letters=kind == "subpoint" and language != "en")
    if not shown:
        return word
    return f"{shown}-{word}" if language == "ky" else f"{word} {shown}"


def _number(number: str, *, letters: bool) -> str:
    first, _, raised = number.partition("_")
    if letters and not first.isdigit():
        return f"«{_CYRILLIC.get(first, first)}»"
    return first + superscript(raised.replace("_", "-"))
