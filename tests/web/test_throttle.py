"""Guessing is slowed down per name and address, and forgotten when the right one comes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.http import HttpRequest
from django.test import RequestFactory

from makul.web.throttle import MOST, count_failure, forget, is_blocked, key_of


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def asked(name: str = "aigul", address: str = "10.0.0.1") -> HttpRequest:
    return RequestFactory().post("/", {"username": name}, REMOTE_ADDR=address)


def test_the_tenth_failure_blocks_and_a_success_forgets() -> None:
    seen = []
    for _time in range(MOST):
        seen.append(is_blocked(asked()))
        count_failure(asked())
    assert (any(seen), is_blocked(asked())) == (False, True)
    forget(asked())
    assert is_blocked(asked()) is False


def test_a_name_is_the_same_in_any_case_and_another_address_counts_apart() -> None:
    assert key_of(asked(" Aigul ")) == key_of(asked("aigul"))
    assert len({key_of(asked()), key_of(asked("bakyt")), key_of(asked(address="10.0.0.2"))}) == 3
    assert "aigul" not in key_of(asked())
