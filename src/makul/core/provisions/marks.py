"""What stands at the beginning of a line of an act: «Статья 7.», «7-берене.», «1.», «2)», «а)», «§ 1»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from makul.core.provisions.letters import in_one_script

NUMBER = r"\d{1,4}(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[-‑^]\d{1,3})*"
_ROMAN = r"[IVXLCІХСVvixl]{1,7}[¹²³⁴⁵⁶⁷⁸⁹]*"
_WORD = r"[А-ЯЁа-яёӨҮҢөүң]+"
_END = r"(?P<end>\s*[.:)]?)\s*(?P<rest>.*)$"


@dataclass(frozen=True, slots=True)
class Mark:
    """The kind and number read at the beginning of a line, and what follows it.

    `closed` says that a full stop or the end of the line follows the number, so that it cannot be
    the first words of a sentence («Статья 5 настоящего Кодекса ...»).
    """

    kind: str
    number: str
    rest: str
    closed: bool = True


def _titled(kind: str, russian: str, kyrgyz: str, *, roman: bool = True) -> list[re.Pattern[str]]:
    """The two orders of a structural heading: the word first, or the number first."""
    number = rf"(?:{NUMBER}|{_ROMAN})" if roman else NUMBER
    first = rf"^(?P<{kind}>)(?:{russian}|{kyrgyz})\s*№?\s*(?P<n>{number}){_END}"
    last = rf"^(?P<{kind}>)(?P<n>{number})(?:\s*[-‑–—]\s*|\s+)(?:{kyrgyz})(?!\w|-){_END}"
    return [re.compile(pattern, re.IGNORECASE) for pattern in (first, last)]


def _in_words(kind: str, russian: str, kyrgyz: str) -> list[re.Pattern[str]]:
    """«Раздел первый», «Биринчи бөлүм»."""
    first = rf"^(?P<{kind}>){russian}\s+(?P<n>{_WORD}(?:ый|ой|ий|ая|ья)){_END}"
    last = rf"^(?P<{kind}>)(?P<n>\w+(?:нчи|нчү|нчы|нчу))\s+{kyrgyz}(?!\w){_END}"
    return [re.compile(pattern, re.IGNORECASE) for pattern in (first, last)]


_HEADINGS = [
    *_titled("article", "стать[яи]", "берене(?:лер)?|статья(?:лар)?", roman=False),
    *_titled("chapter", "глава", "глава|бап"),
    *_titled("section", "раздел", "бөлүм"),
    *_titled("subsection", "подраздел", "бөлүмчө|кичи бөлүм"),
    *_titled("paragraph", "параграф|§", "параграф|§"),
    *_in_words("section", "раздел", "бөлүм"),
    *_in_words("chapter", "глава", "глава"),
]
_BOOK = re.compile(
    r"^(?P<book>)(?P<n>)(?:(?:ОБЩАЯ|ОСОБЕННАЯ|ПЕРВАЯ|ВТОРАЯ) ЧАСТЬ|ЧАСТЬ (?:ПЕРВАЯ|ВТОРАЯ|I{1,3})"
    r"|(?:ЖАЛПЫ|ӨЗГӨЧӨ|БИРИНЧИ|ЭКИНЧИ|I{1,3}) БӨЛҮК)(?!\w)(?P<end>\.?)(?P<rest>.*)$",
)
_ANNEX = re.compile(
    rf"^(?P<annex>)(?:приложение\s*№?\s*(?P<n>{NUMBER})?|(?P<m>{NUMBER})\s*-?\s*тиркеме|тиркеме)"
    r"(?!\w)(?P<end>\.?)\s*(?P<rest>(?:[кК]\s.*)?)$",
    re.IGNORECASE,
)
_ANNEX_OF = re.compile(
    rf"^(?P<annex>)[^.:;]{{1,200}}(?:токтомуна|мыйзамына|буйругуна|чечимине|жарлыгына|тартибине)\s+"
    rf"(?:карата\s+)?(?:(?P<n>{NUMBER})\s*-\s*)?тиркеме(?P<end>)(?P<rest>)$",
    re.IGNORECASE,
)
_SMALL_NUMBER = r"\d{1,3}(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[-‑^]\d{1,2})*"
_ITEMS = [
    re.compile(r"^(?P<item>)(?P<n>\d{1,3}(?:\.\d{1,3}){1,3})\.?(?P<end>)\s+(?P<rest>\D.*)$"),
    re.compile(rf"^(?P<part>)(?P<n>{_SMALL_NUMBER})\.(?P<end>)(?!\d)\s*(?P<rest>.*)$"),
    re.compile(rf"^(?P<part>)\((?P<n>{_SMALL_NUMBER})\)(?P<end>)\s*(?P<rest>.+)$"),
    re.compile(rf"^(?P<point>)(?P<n>{_SMALL_NUMBER})\)(?P<end>)\s*(?P<rest>.*)$"),
    re.compile(r"^(?P<subpoint>)(?P<n>[а-яёөүңa-z])\)(?P<end>)\s*(?P<rest>.*)$"),
]
_BEGINNING = 60
_MAY_BEGIN = re.compile(
    r"\d|\(\d|§|\w\)|[IVXLCІХС]+\b|стат|глав|разд|подр|параг|берен|статья|бөлү|кичи|бап|приложени|тиркеме|"
    r"общ|особ|перв|втор|часть|жалпы|өзгөчө|\w+нч[иыүу]\s",
    re.IGNORECASE,
)
STRUCTURE = ("book", "section", "subsection", "chapter", "paragraph")


def mark_of(text: str) -> Mark | None:
    """The mark a line begins with, None for running text.

    >>> mark_of("222²-берене. Аталышы")
    Mark(kind='article', number='222²', rest='Аталышы', closed=True)
    >>> mark_of("Статья 5 настоящего Кодекса применяется") is None
    True
    >>> mark_of("2) второе;").kind
    'point'
    """
    shape = in_one_script(text[:_BEGINNING]) + text[_BEGINNING:]
    annexed = _ANNEX_OF.match(shape) if shape.endswith("иркеме") else None
    if annexed:
        return _mark(annexed, text)
    if not _MAY_BEGIN.match(shape):
        return None
    for pattern in (*_HEADINGS, _BOOK, _ANNEX):
        found = pattern.match(shape)
        if found and _stands_alone(found):
            return _mark(found, text)
    for pattern in _ITEMS:
        found = pattern.match(shape)
        if found:
            return _mark(found, text)
    return None


def _stands_alone(found: re.Match[str]) -> bool:
    """A heading, not the beginning of a sentence: a stop follows the number, or a capital letter."""
    rest = found["rest"]
    if found["end"].strip() or not rest or found.lastgroup == "annex":
        return True
    if "annex" in found.re.groupindex:
        return True
    capital = rest[0].isupper() or rest[0] in '«"“(–—-'
    return capital and (len(rest) < 200 or not rest.endswith("."))


def _mark(found: re.Match[str], text: str) -> Mark:
    """What was found; the rest in the letters of the text itself."""
    kind = next(name for name in found.re.groupindex if name not in {"n", "m", "end", "rest"})
    number = found["n"] or (found.groupdict().get("m") or "")
    rest = text[found.start("rest") :]
    rest = rest.lstrip(".–—- ") if kind in {"article", *STRUCTURE} else rest
    kind = "part" if kind == "item" else kind
    return Mark(kind, number, rest.strip(), bool(found["end"].strip()) or not found["rest"])


def is_missing_stop(text: str) -> bool:
    """A part whose full stop was lost: «1 Автомобиль ...»; only the order of its siblings proves it."""
    return re.match(r"^\d{1,2} [А-ЯЁӨҮҢ]", text) is not None
