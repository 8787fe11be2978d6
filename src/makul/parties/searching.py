"""How names are made alike for searching: case, spoiled letters and lost Kyrgyz letters do not matter."""

from __future__ import annotations

from django.db.models import Q

from makul.core.provisions import folded, normal

LONGEST_QUERY = 100


def searchable(*texts: str, longest: int = 900) -> str:
    """What stands in the column `search`: the words as they are compared, and blind to ө, ү, ң.

    >>> searchable("Өзгөн")
    'өзгөн озгон'
    """
    each = [normal(text) for text in texts if text]
    both = dict.fromkeys([*each, *(folded(text) for text in texts if text)])
    return " ".join(both)[:longest]


def sought(text: str) -> Q:
    """The rows whose `search` holds every word of `text`."""
    found = Q()
    for word in text[:LONGEST_QUERY].split():
        found &= Q(search__contains=normal(word)) | Q(search__contains=folded(word))
    return found
