"""A register of its own is taken in and again; the first time keeps every row, the second changes none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench import bills
from bench.size import Size
from bench.stopwatch import Say
from bench.table import missed


@pytest.mark.django_db
def test_a_register_is_measured_and_again_it_changes_nothing(small: Size, say: Say) -> None:
    found = bills.measure(replace(small, bills=1_200), say=say)
    assert (found["rows"], found["new"], found["changed_again"]) == (1_200, 1_200, 0)
    assert 0 < found["touching"] < 1_200
    assert missed({"bills": found}) == []
