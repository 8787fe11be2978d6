"""Kinds are named in the language of the paper, whatever the language of the page."""

from makul.bills.papers.names import initiator_name


def test_names() -> None:
    assert initiator_name("cabinet", "ru") == "Кабинет Министров"
