"""The words of the law and of the pages, in one place, with a mark on those still to be confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from makul.core.errors import BadInput
from makul.law.data import read_yaml
from makul.law.sources import LANGUAGES


@dataclass(frozen=True, slots=True)
class Word:
    """One term: its name in the code, its words, and whether an official text was seen to use it."""

    key: str
    code: str
    texts: Mapping[str, str] = field(hash=False)
    confirmed: bool
    notes: Mapping[str, str] = field(default_factory=dict, hash=False)

    def text(self, language: str) -> str:
        """The word in that language."""
        return self.texts[language]

    def note(self, language: str) -> str:
        """What a reader should know of the word, or nothing."""
        return self.notes.get(language, "")


def word(key: str) -> Word:
    """The word under this key.

    Raises: BadInput("unknown_word", key).

    >>> word("protocol_of_disagreements").text("ky"), word("lsg").confirmed
    ('пикир келишпестиктердин протоколу', True)
    """
    found = words().get(key)
    if found is None:
        raise BadInput("unknown_word", key=key)
    return found


@cache
def words() -> Mapping[str, Word]:
    """Every word by its key, in the order of the file."""
    rows = read_yaml("glossary.yaml")
    return {
        key: Word(
            key,
            row["code"],
            {language: row[language] for language in LANGUAGES},
            row["confirmed"],
            row.get("note", {}),
        )
        for key, row in rows.items()
    }
