"""The clock of a walk: days pass between its steps, and each page reads the day it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """Stands at a moment and runs on from it; takes the place of `django.utils.timezone.now`."""

    def __init__(self, begin: datetime) -> None:
        self.set(begin)

    def set(self, moment: datetime) -> None:
        self._moment, self._since = moment.astimezone(UTC), datetime.now(UTC)

    def now(self) -> datetime:
        return self._moment + (datetime.now(UTC) - self._since)

    def pass_days(self, number: int) -> None:
        """So many days later, at the hour it is."""
        self.set(self.now() + timedelta(days=number))
