"""What the words of a bill suggest: whether it speaks of local self-government, and of which interests."""

from __future__ import annotations

from functools import cache, lru_cache

from makul.bills.models import Bill
from makul.core.provisions import normal
from makul.core.provisions.screen import Finder
from makul.law.screening import vocabulary

MOST_WORDS = 6  # of one kind, kept to be shown


@cache
def finder() -> Finder:
    return Finder(vocabulary())


@lru_cache(maxsize=200_000)
def _word(word: str) -> str:
    return normal(word)


def quick_normal(text: str) -> str:
    """`normal`, word by word: the same words come again and again in a register.

    >>> quick_normal("Кеӊеш — Жѳнүндѳ")
    'кеңеш - жөнүндө'
    """
    return " ".join(map(_word, text.split()))


def screened(title: str, more: str) -> tuple[str, dict[str, list[str]]]:
    """Likely or unknown, and by kind of interest the words found. Nothing is decided here.

    A title that names a local body is enough; in a longer text an interest must be named beside it.
    """
    searched = quick_normal(title)
    is_titled = finder().names_body(searched)
    whole = f"{searched}\n{quick_normal(more)}" if more else searched
    if not is_titled and not (more and finder().names_body(whole)):
        return Bill.Touches.UNKNOWN, {}
    words = finder().words(whole)
    if not words and not is_titled:
        return Bill.Touches.UNKNOWN, {}
    return Bill.Touches.LIKELY, {kind: list(said[:MOST_WORDS]) for kind, said in words.items()}
