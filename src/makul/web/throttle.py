"""Slows down those who guess passwords: after ten failures a name waits a quarter of an hour.

The count lies in the memory of one server process, so several processes allow several times ten;
accounts with a second factor come with the next stage of the product.
"""

from __future__ import annotations

import contextlib
import hashlib

from django.core.cache import cache
from django.http import HttpRequest

MOST, SECONDS = 10, 15 * 60


def key_of(request: HttpRequest) -> str:
    """One key for a name from an address; hashed, so that no name is kept."""
    name = request.POST.get("username", "").strip().casefold()
    source = f"{name}|{request.META.get('REMOTE_ADDR', '')}"
    return f"sign-in:{hashlib.sha256(source.encode()).hexdigest()}"


def is_blocked(request: HttpRequest) -> bool:
    return int(cache.get(key_of(request), 0)) >= MOST


def count_failure(request: HttpRequest) -> None:
    key = key_of(request)
    if not cache.add(key, 1, SECONDS):
        with contextlib.suppress(ValueError):  # its time ran out this very moment
            cache.incr(key)


def forget(request: HttpRequest) -> None:
    cache.delete(key_of(request))
