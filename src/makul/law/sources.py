"""The acts that the law's data cite, each under a short key with its title in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from makul.core.errors import BadInput
from makul.law.data import read_yaml

LANGUAGES = ("ky", "ru", "en")


@dataclass(frozen=True, slots=True)
class Source:
    """One act, or one place in it, that a sentence, a parameter or a day off rests on."""

    key: str
    titles: Mapping[str, str] = field(hash=False)
    seen_at: tuple[str, ...] = ()

    @property
    def is_proposed(self) -> bool:
        """Whether no act in force says it: the sentence is our proposal and prints no citation."""
        return self.key == "proposed"

    def title(self, language: str) -> str:
        """What the act is called in that language."""
        return self.titles[language]


def source(key: str) -> Source:
    """The source under this key.

    Raises: BadInput("unknown_source", key).

    >>> source("civil.208").title("ru")
    'Гражданский кодекс КР, статья 208'
    """
    found = sources().get(key)
    if found is None:
        raise BadInput("unknown_source", key=key)
    return found


@cache
def sources() -> Mapping[str, Source]:
    """Every source by its key: those of the Order, then those of the calendar."""
    rows = read_yaml("order_2026", "basis.yaml") | read_yaml("sources.yaml")
    return {key: _source(key, row) for key, row in rows.items()}


def _source(key: str, row: Mapping[str, str | list[str]]) -> Source:
    """One row of the file as a source."""
    titles = {language: str(row[language]) for language in LANGUAGES}
    return Source(key, titles, tuple(row.get("seen_at", ())))
