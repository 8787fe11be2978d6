"""Reads the bills that may be bills on a budget."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from makul.bills.models import Bill

WORD = "бюджет"  # the same in Kyrgyz and in Russian


def budget_bills(*, is_demonstration: bool) -> QuerySet[Bill]:
    """Bills that name a budget in their title, the newest first."""
    named = Q()
    for word in (WORD, WORD.capitalize()):  # SQLite folds no Cyrillic by itself
        named |= Q(title_ky__contains=word) | Q(title_ru__contains=word)
    return Bill.objects.filter(named, is_demonstration=is_demonstration)
