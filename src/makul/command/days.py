"""Reads a day as it is typed after an option."""

from __future__ import annotations

from datetime import date

from makul.core.errors import BadInput


def day(text: str) -> date:
    """The day of a text like 2026-08-03.

    Raises: BadInput `bad_day`.

    >>> day("2026-08-03").year
    2026
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput("bad_day", text=text) from None
