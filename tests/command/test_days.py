"""A day is typed as 2026-08-03, and anything else is refused."""

from __future__ import annotations

from datetime import date

import pytest

from makul.command.days import day
from makul.core.errors import BadInput


def test_a_day_is_read() -> None:
    assert day("2026-08-03") == date(2026, 8, 3)


@pytest.mark.parametrize("text", ["3.8.2026", "2026-02-30", ""])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="bad_day"):
        day(text)
