"""How pages of the special protocol say kinds, outcomes, bases and large sums in the language they are in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from makul.budget.models import Item
from makul.budget.papers import words as papers
from makul.budget.words import kind_word, outcome_word
from makul.cases.views.work.page import language
from makul.core.balance import Line, scaled
from makul.law.sources import source

register = template.Library()
NO_BREAK = "\u00a0"


@register.filter
def kind_in_words(kind: str) -> str:
    """The kind of relation."""
    return kind_word(kind, language())


@register.filter
def outcome_in_words(outcome: str) -> str:
    """What became of an item."""
    return outcome_word(outcome, language())


@register.filter
def basis_in_words(item: Item) -> str:
    """The act an item rests on, or that it is a proposal."""
    if not item.basis:
        return papers.PROPOSED[language()]
    return source(item.basis).title(language())


@register.filter
def large(som: Decimal | None) -> str:
    """A sum in the largest unit it reaches; a dash where none was named.

    >>> large(None)
    '–'
    """
    names = {
        "": _("som"),
        "thousand": _("thousand som"),
        "million": _("million som"),
        "billion": _("billion som"),
    }
    return in_unit(som, names)


@register.filter
def brief(som: Decimal | None) -> str:
    """The same for a table that says it speaks of som."""
    names = {"": "", "thousand": _("thousand"), "million": _("million"), "billion": _("billion")}
    return in_unit(som, names)


def in_unit(som: Decimal | None, names: Mapping[str, str]) -> str:
    """The digits of a sum with the name of its unit, not parted at the end of a line."""
    if som is None:
        return "–"
    amount, unit = scaled(Decimal(som))
    digits = number_format(abs(amount), use_l10n=True, force_grouping=True)
    sign = "−" if amount < 0 else ""
    return f"{sign}{digits} {names[unit]}".strip().replace(" ", NO_BREAK)


@register.simple_tag
def figure(line: Line, side: str, year: int) -> Decimal | None:
    """What a side reckons for a year."""
    return line.amount(side, year)
