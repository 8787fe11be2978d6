"""Word's automatic numbers written out: «Статья %1.», «%1)», Russian letters, overrides, restarts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LEVELS = 9
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list as the file defines it."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    after: str = "tab"
    restarts_after: int | None = None
    style: str = ""
    legal: bool = False


def _value(element: etree._Element | None, path: str) -> str | None:
    found = (
        element.find("/".join(W + step for step in path.split("/")))
        if element is not None
        else None
    )
    return found.get(f"{W}val") if found is not None else None


def integer(text: str | None, default: int = 0) -> int:
    """A number of the file, `default` where it is missing or no number."""
    try:
        return max(-1, min(int(text), 32_767)) if text is not None else default
    except ValueError:
        return default


def _roman(value: int) -> str:
    found = ""
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        found += letters * count
    return found


def _letter(value: int, alphabet: str) -> str:
    """Word repeats the letter after the end of the alphabet: я, аа, бб."""
    turn, index = divmod(value - 1, len(alphabet))
    return alphabet[index] * (turn + 1)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerLetter": lambda value: _letter(value, _LATIN),
    "upperLetter": lambda value: _letter(value, _LATIN).upper(),
    "russianLower": lambda value: _letter(value, _RUSSIAN),
    "russianUpper": lambda value: _letter(value, _RUSSIAN).upper(),
    "none": lambda value: "",
}


def written(value: int, form: str) -> str:
    """A counter in the form Word shows it.

    >>> written(3, "russianLower"), written(4, "upperRoman"), written(7, "decimal")
    ('в', 'IV', '7')
    """
    return _FORMS.get(form, str)(value) if value > 0 else str(max(value, 0))


def _level(element: etree._Element) -> Level:
    restart = _value(element, "lvlRestart")
    legal = element.find(f"{W}isLgl")
    return Level(
        start=integer(_value(element, "start"), 1),
        form=_value(element, "numFmt") or "decimal",
        pattern=_value(element, "lvlText") or "",
        after=_value(element, "suff") or "tab",
        restarts_after=integer(restart) if restart is not None else None,
        style=_value(element, "pStyle") or "",
        legal=legal is not None and legal.get(f"{W}val") not in {"0", "false"},
    )


def _levels(element: etree._Element) -> dict[int, Level]:
    return {integer(one.get(f"{W}ilvl")): _level(one) for one in element.findall(f"{W}lvl")}


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: etree._Element | None, styles: dict[str, str] | None = None) -> None:
        self.abstract: dict[str, dict[int, Level]] = {}
        self.of_number: dict[str, str] = {}
        self.own: dict[str, dict[int, Level]] = {}
        self.starts: dict[str, dict[int, int]] = {}
        self.counters: dict[str, list[int | None]] = {}
        if root is not None:
            self._read(root, styles or {})

    def _read(self, root: etree._Element, styles: dict[str, str]) -> None:
        links: dict[str, str] = {}
        for element in root.findall(f"{W}abstractNum"):
            name = element.get(f"{W}abstractNumId") or ""
            self.abstract[name] = _levels(element)
            links[name] = _value(element, "numStyleLink") or ""
        for element in root.findall(f"{W}num"):
            name = element.get(f"{W}numId") or ""
            self.of_number[name] = _value(element, "abstractNumId") or ""
            self._overrides(name, element)
        for name, style in links.items():
            target = self.of_number.get(styles.get(style, ""), "")
            if style and target in self.abstract:
                self.abstract[name] = self.abstract[target]

    def _overrides(self, name: str, element: etree._Element) -> None:
        for override in element.findall(f"{W}lvlOverride"):
            depth = integer(override.get(f"{W}ilvl"))
            start = _value(override, "startOverride")
            if start is not None:
                self.starts.setdefault(name, {})[depth] = integer(start, 1)
            level = override.find(f"{W}lvl")
            if level is not None:
                self.own.setdefault(name, {})[depth] = _level(level)

    def depth_of_style(self, number: str, style: str) -> int:
        """The level that a style is tied to in a list, 0 when it is tied to none."""
        levels = self.abstract.get(self.of_number.get(number, ""), {})
        return next((depth for depth, level in levels.items() if level.style == style), 0)

    def next(self, number: str, depth: int) -> str:
        """The number of the next paragraph of a list at that level, with the space after it."""
        abstract = self.of_number.get(number)
        if abstract is None or not 0 <= depth < _LEVELS:
            return ""
        levels = {**self.abstract.get(abstract, {}), **self.own.get(number, {})}
        counters = self.counters.setdefault(abstract, [None] * _LEVELS)
        self._begin(number, counters)
        level = levels.get(depth, Level())
        now = counters[depth]
        counters[depth] = level.start if now is None else now + 1
        _restart(counters, depth, levels)
        return _shown(level, counters, levels)

    def _begin(self, number: str, counters: list[int | None]) -> None:
        """The first use of a list with its own starts sets the shared counters to them."""
        for depth, start in self.starts.pop(number, {}).items():
            if 0 <= depth < _LEVELS:
                counters[depth] = start - 1


def _restart(counters: list[int | None], depth: int, levels: dict[int, Level]) -> None:
    """Deeper levels begin anew, unless theirs says after which level only."""
    for deeper in range(depth + 1, _LEVELS):
        after = levels.get(deeper, Level()).restarts_after
        if after is None or (after > 0 and depth < after):
            counters[deeper] = None


def _shown(level: Level, counters: list[int | None], levels: dict[int, Level]) -> str:
    if level.form == "bullet":
        return "- "
    text = level.pattern
    for depth in range(_LEVELS):
        other = levels.get(depth, Level())
        if f"%{depth + 1}" not in text:
            continue
        form = "decimal" if level.legal else other.form
        value = counters[depth]
        text = text.replace(f"%{depth + 1}", written(other.start if value is None else value, form))
    return text + ("" if level.after == "nothing" or not text else " ")
