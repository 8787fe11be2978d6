"""The small words of every mechanism: figures, addresses, tables for narrow screens."""

from __future__ import annotations

import pytest

from makul.cases.models import Case
from makul.portal.parliament.told import Group, Table, counted, list_page, page_of, part_of


def test_a_part_of_fewer_than_five_says_no_share() -> None:
    assert (part_of("x", 2, 4).share, part_of("x", 2, 5).share) == (None, 0.4)
    assert (counted("x", 3).kind, counted("x", 3).is_few) == ("count", False)


def test_a_group_without_anything_is_empty() -> None:
    assert Group("x", "X").is_empty


def test_each_number_stands_beside_its_head() -> None:
    table = Table(title="", head="", heads=["a", "b"], rows=[("row", [1, None])])
    assert table.labelled == [("row", [("a", 1), ("b", None)])]


@pytest.mark.django_db
def test_addresses_are_those_of_the_room_or_none() -> None:
    assert list_page("no_such_page", "home") == "/"
    assert list_page("no_such_page") == ""
    assert page_of(Case(number="2026-0001", procedure="unknown")) == "/cases/2026-0001/"
