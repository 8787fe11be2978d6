"""How steps, roles, outcomes and breaches are called in Kyrgyz, Russian and English."""

from __future__ import annotations

from functools import cache

from makul.core.errors import LawGap
from makul.law.data import read_yaml
from makul.law.order import FOLDERS

type Words = dict[str, str]


@cache
def _all() -> dict[str, dict[str, Words]]:
    """The words that all procedures share, then those that lie beside the order of each."""
    words: dict[str, dict[str, Words]] = read_yaml("procedures", "words.yaml")
    for folder in dict.fromkeys(FOLDERS.values()):
        for group, own in (read_yaml(folder, "words.yaml") or {}).items():
            words.setdefault(group, {}).update(own)
    return words


def names(group: str) -> dict[str, Words]:
    """All names of a group: `role`, `step`, `task`, `entry`, `value`, `outcome`, `breach`, `act_kind`, `track`.

    Raises: LawGap `no_words` for an unknown group.

    >>> sorted(names("track"))
    ['ordinary', 'short']
    """
    if group not in _all():
        raise LawGap("no_words", group=group)
    return _all()[group]


def name(group: str, key: str, *, language: str) -> str:
    """The name of one thing; a thing without a name is shown by its key.

    >>> name("step", "notified", language="ky")
    'Кабарлоо'
    >>> name("step", "something_new", language="ky")
    'something_new'
    """
    return names(group).get(key, {}).get(language, key)
