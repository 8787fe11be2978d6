"""The search over many lines takes the same few queries as over few."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench import search
from bench.size import Size
from bench.stopwatch import Say
from makul.portal.models import SearchLine


@pytest.mark.django_db
def test_the_search_is_measured_on_lines_of_its_own(small: Size, say: Say) -> None:
    found = search.measure(replace(small, search_lines=400), say=say)
    assert (found["lines"], SearchLine.objects.count()) == (400, 400)
    assert 1 < found["queries"] < 10
