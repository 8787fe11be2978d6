"""What the table and the picture of a simulation say, in Kyrgyz, Russian and English."""

from __future__ import annotations

from functools import cache

from makul.law.data import read_yaml


def word(key: str, language: str, **filled: object) -> str:
    """A word or a sentence, filled in.

    >>> word("of_owed", "ru", part=3, whole=10)
    '3 из 10'
    """
    return _words()[key][language].format(**filled)


def percent(share: float | None) -> str:
    """A share as people read it; a dash where there is no whole.

    >>> percent(0.255), percent(None)
    ('26 %', '–')
    """
    return "–" if share is None else f"{share * 100:.0f} %"


def number(value: float | int | None, language: str = "en") -> str:
    """A number with spaces between the thousands; a dash where there is none.

    >>> number(52272), number(4.5), number(4.5, "ru"), number(None)
    ('52 272', '4.5', '4,5', '–')
    """
    if value is None:
        return "–"
    whole = int(value) if float(value).is_integer() else value
    said = f"{whole:,}".replace(",", " ")
    return said if language == "en" else said.replace(".", ",")


@cache
def _words() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = read_yaml("simulation", "words.yaml")
    return found
