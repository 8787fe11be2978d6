"""Slows down those who guess: how often a name, a letter or an address may be tried in a while.

The counts lie in the cache all web processes share (a table of the database), so that two processes
do not allow twice as much.
"""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass
from ipaddress import ip_address

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

NOWHERE = "::"  # a server on a socket knows no address


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many tries at one thing from one address within so many seconds."""

    name: str
    most: int
    seconds: int


SIGN_IN = Limit("sign-in", 10, 15 * 60)
# Whoever tries many names from one place is held up as well; an office behind one address is not.
DOOR = Limit("door", 100, 15 * 60)
LETTER = Limit("letter", 5, 15 * 60)


def client_address(request: HttpRequest) -> str:
    """Where the request comes from, past as many proxies as MAKUL_PROXIES says are our own."""
    found, proxies = request.META.get("REMOTE_ADDR", ""), settings.MAKUL_PROXIES
    passed = [one for one in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if one]
    if proxies and len(passed) >= proxies:
        found = passed[-proxies].strip()
    try:
        return str(ip_address(found))
    except ValueError:
        return NOWHERE


def key_of(limit: Limit, request: HttpRequest, what: str) -> str:
    """One key for a thing tried from an address; hashed, so that no name is kept."""
    source = f"{what.strip().casefold()}|{client_address(request)}"
    return f"{limit.name}:{hashlib.sha256(source.encode()).hexdigest()}"


def is_blocked(limit: Limit, request: HttpRequest, what: str = "") -> bool:
    return int(cache.get(key_of(limit, request, what), 0)) >= limit.most


def count(limit: Limit, request: HttpRequest, what: str = "") -> None:
    key = key_of(limit, request, what)
    if not cache.add(key, 1, limit.seconds):
        with contextlib.suppress(ValueError):  # its time ran out this very moment
            cache.incr(key)


def forget(limit: Limit, request: HttpRequest, what: str = "") -> None:
    cache.delete(key_of(limit, request, what))
