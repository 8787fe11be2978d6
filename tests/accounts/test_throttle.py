"""Guessing is slowed down per thing and address, for all web processes, and a success forgets."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.http import HttpRequest
from django.test import RequestFactory

from makul.accounts.models import Kept
from makul.accounts.throttle import (
    NOWHERE,
    SIGN_IN,
    client_address,
    count,
    forget,
    is_blocked,
    key_of,
)

pytestmark = pytest.mark.django_db


def asked(address: str = "10.0.0.1", passed: str = "") -> HttpRequest:
    more = {"HTTP_X_FORWARDED_FOR": passed} if passed else {}
    return RequestFactory().post("/", REMOTE_ADDR=address, **more)


def test_the_tenth_failure_blocks_and_a_success_forgets() -> None:
    seen = []
    for _time in range(SIGN_IN.most):
        seen.append(is_blocked(SIGN_IN, asked(), "aigul"))
        count(SIGN_IN, asked(), "aigul")
    assert (any(seen), is_blocked(SIGN_IN, asked(), "aigul")) == (False, True)
    forget(SIGN_IN, asked(), "aigul")
    assert is_blocked(SIGN_IN, asked(), "aigul") is False


def test_a_name_is_the_same_in_any_case_and_another_address_counts_apart() -> None:
    keys = [key_of(SIGN_IN, asked(), name) for name in (" Aigul ", "aigul", "bakyt")]
    other = key_of(SIGN_IN, asked("10.0.0.2"), "aigul")
    assert (keys[0] == keys[1], len({*keys, other})) == (True, 3)
    assert "aigul" not in keys[0]


def test_the_counts_lie_where_every_process_sees_them() -> None:
    count(SIGN_IN, asked(), "aigul")
    assert Kept.objects.filter(cache_key=cache.make_key(key_of(SIGN_IN, asked(), "aigul"))).exists()


@pytest.mark.parametrize(
    ("proxies", "passed", "found"),
    [
        (0, "203.0.113.9", "10.0.0.1"),  # nobody is believed who was not named
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.7, 203.0.113.9", "203.0.113.9"),  # the first is what the client says
        (2, "198.51.100.7, 203.0.113.9", "198.51.100.7"),
        (2, "203.0.113.9", "10.0.0.1"),  # it did not pass both
        (1, "", "10.0.0.1"),
        (1, "nonsense", NOWHERE),
        (1, "2001:DB8::1", "2001:db8::1"),
    ],
)
def test_the_address_behind_proxies(settings: Any, proxies: int, passed: str, found: str) -> None:
    settings.MAKUL_PROXIES = proxies
    assert client_address(asked(passed=passed)) == found


def test_a_server_on_a_socket_knows_no_address() -> None:
    assert client_address(asked("")) == NOWHERE
