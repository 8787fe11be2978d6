"""What each procedure is, in words: its name, what it is for, how its order is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from makul.core.errors import LawGap
from makul.law.data import read_yaml


@dataclass(frozen=True, slots=True)
class About:
    """A procedure in the words of one language.

    `how`: the title of the page that explains it; `what`: one sentence on what it is for;
    `order`: the name of its order, `of`: what that order is about.
    """

    name: str
    how: str
    what: str
    order: str
    of: str


@cache
def _rows() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    rows: Mapping[str, Mapping[str, Mapping[str, str]]] = read_yaml("procedures", "about.yaml")
    return rows


def about(key: str, *, language: str) -> About:
    """The words of one procedure.

    Raises: LawGap("no_procedure", key).

    >>> about("expertise", language="ru").name
    'Муниципальная экспертиза'
    """
    if key not in _rows():
        raise LawGap("no_procedure", key=key)
    return About(**{name: texts[language] for name, texts in _rows()[key].items()})
