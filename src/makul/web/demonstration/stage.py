"""The stage of the demonstration: who takes part, which day it is, and how the stories take turns."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format

from makul.law.days_off import calendar
from makul.notices.post import FilePost
from makul.parties.models import Mandate, Party
from makul.web.worker import deliver, record_deliveries

# A story says when it wants to go on, and is told the moment when it does.
Story = Generator[datetime, datetime, None]
Moments = Generator[datetime, datetime, datetime]

MINISTRY, SECOND, THIRD = "demo-ministry", "demo-ministry-2", "demo-ministry-3"
UNION, DESK, PANEL = "demo-union", "demo-desk", "demo-panel"
COMMITTEE, ADOPTER = "demo-committee", "demo-adopter"


@dataclass
class Stage:
    """The parties by key, their offices by key and by whether they sign, and the day of loading."""

    parties: Mapping[str, Party]
    offices: Mapping[tuple[str, bool], Mandate]
    now: datetime
    progress: Callable[[str], None]

    def drafter(self, key: str) -> Mandate:
        """The office that prepares and may not sign."""
        return self.offices[key, False]

    def signer(self, key: str) -> Mandate:
        """The office that may sign."""
        return self.offices[key, True]

    def day(self, days_working: int) -> date:
        """The working day that lies so many before (negative) or after the day of loading."""
        return calendar().worked_day(timezone.localdate(self.now), days_working)

    def at(self, days_working: int, hour: int = 10, minute: int = 0) -> datetime:
        """A moment of that working day in Bishkek."""
        clock = time(hour, minute)
        return timezone.make_aware(datetime.combine(self.day(days_working), clock))


def said(day: date | datetime, language: str) -> str:
    """A day as it is written in a text of the demonstration."""
    with translation.override(language):
        local = timezone.localdate(day) if isinstance(day, datetime) else day
        return date_format(local, "DATE_FORMAT")


def play(stories: Sequence[Story]) -> None:
    """Let the stories go on in the order of their moments, so that the journal runs forward."""
    waiting: list[tuple[datetime, int]] = []
    for number, story in enumerate(stories):
        heapq.heappush(waiting, (next(story), number))
    while waiting:
        moment, number = heapq.heappop(waiting)
        try:
            heapq.heappush(waiting, (stories[number].send(moment), number))
        except StopIteration:
            continue


def post_letters(now: datetime) -> Moments:
    """Ten minutes later the worker delivers what lies in the outbox and records it."""
    now = yield now + timedelta(minutes=10)
    post = FilePost(Path(settings.MAKUL_MAIL_FOLDER))
    while deliver(now, post=post):
        pass
    while record_deliveries(now):
        pass
    return now
