"""What the pages of the special protocol call its kinds of items, sides, outcomes and bases."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from makul.budget.papers import words as papers
from makul.law.sources import source

# Acts that an item may rest on: read in their text by those who built this, as the sources say.
BASES = (
    *("const.111", "const.114.2", "budget.96", "cabinet.315.2021", "cabinet.201.2022"),
    *("government.230.2015", "government.715.2014", "tax.151"),
)
CHOICES: dict[str, Promise] = {
    "for": _("for giving the mandate"),
    "against": _("against"),
    "abstained": _("abstained"),
}
COUNTS: dict[str, Promise] = {
    "running": _("The vote runs"),
    "over": _("The time of the vote has passed; it is to be closed"),
    "carried": _("The mandate is given"),
    "not_carried": _("The mandate is not given"),
    "no_quorum": _("No mandate: half of the board or fewer took part"),
}


def kind_word(kind: str, language: str) -> str:
    """The kind of relation in words."""
    return papers.KINDS[kind][language]


def outcome_word(outcome: str, language: str) -> str:
    """What became of an item, in words."""
    return papers.OUTCOMES[outcome][language]


def side_word(side: str, language: str) -> str:
    """The side in words."""
    return papers.SIDES[side][language]


def kinds(language: str) -> list[tuple[str, str]]:
    """The kinds of relation to choose from."""
    return [(key, said[language]) for key, said in papers.KINDS.items()]


def outcomes(language: str) -> list[tuple[str, str]]:
    """The outcomes to choose from at the sitting."""
    return [(key, said[language]) for key, said in papers.OUTCOMES.items() if key]


def bases(language: str) -> list[tuple[str, str]]:
    """The acts to choose from; none of them means that the item is a proposal."""
    named = [(key, source(key).title(language)) for key in BASES]
    return [("", papers.PROPOSED[language]), *named]
