"""In which of the two languages a text is written."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A short line may hold none of the three letters: long vowels and endings speak for it.
_KYRGYZ = re.compile(
    r"[өүң]\w*|\b(?:жана|менен|боюнча|берене\w*|ушул|керек|болгон)\b"
    r"|\w+(?:[дтн]ун|[дтн]ын|ойт|байт|бейт|йбыз|йбиз|уу|ээ)\b"
)
_RUSSIAN = re.compile(r"[щъьэ]\w*|\b(?:и|в|на|стать\w+|или|настоящ\w+|для|по|не|от)\b")
_SAMPLE = 60_000


def language_of(texts: Iterable[str]) -> str:
    """`ky` or `ru`, by the letters and small words of the text.

    >>> language_of(["Ушул Мыйзам жарыяланган күндөн тартып күчүнө кирет."])
    'ky'
    >>> language_of(["Настоящий Закон вступает в силу со дня опубликования."])
    'ru'
    >>> language_of(["Ассоциация долбоордун максатын колдойт."])
    'ky'
    """
    sample = " ".join(texts)[:_SAMPLE].casefold()
    return "ky" if len(_KYRGYZ.findall(sample)) > len(_RUSSIAN.findall(sample)) else "ru"
