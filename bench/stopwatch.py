"""Takes the time of work and of pages: the middle of several runs after a warm-up, queries counted."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median_low
from typing import Any

from makul.core.errors import MakulError

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, order=True)
class Lap:
    """One run. `cpu_s` is what this process worked: far below `s`, others had the machine."""

    s: float
    cpu_s: float

    def __str__(self) -> str:
        return f"{self.s:.3f} s, of which this process worked {self.cpu_s:.3f} s"


def lap(work: Callable[[], Any]) -> Lap:
    """One run of `work`, begun without what earlier ones left to be thrown away."""
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Lap(time.perf_counter() - wall, time.process_time() - cpu)


def middle(work: Callable[[], Any], *, again: int) -> Lap:
    """The middle one of `again` runs."""
    return median_low([lap(work) for _ in range(again)])


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was served: its queries, the middle time, the text."""

    queries: int
    lap: Lap
    text: str

    @property
    def ms(self) -> float:
        return round(self.lap.s * 1000, 1)

    @property
    def html_kb(self) -> float:
        return round(len(self.text.encode()) / 1000, 1)


def page(client: Any, address: str, *, times: int) -> Page:
    """Ask for a page through Django's test client: once to warm up, once to count, then for time."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    fetch(client, address)
    with CaptureQueriesContext(connection) as queries:
        text = fetch(client, address)
    counted = len(queries)  # now: the next request forgets them
    found = middle(lambda: fetch(client, address), again=times)
    return Page(queries=counted, lap=found, text=text)


def fetch(client: Any, address: str) -> str:
    """The text of a page. Raises: MakulError `no_figure` where it is not served."""
    response = client.get(address)
    if response.status_code != 200:
        raise MakulError("no_figure", why=f"{address} answers {response.status_code}")
    text: str = response.content.decode()
    return text
