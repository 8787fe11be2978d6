"""One round of the watch: feeds that are due, files that wait, alerts that follow from what was read."""

from __future__ import annotations

from datetime import datetime

from makul.bills.actions.noticing import notice_pending
from makul.bills.actions.taking_in import take_queued
from makul.bills.feeds import read_due


def watch(now: datetime) -> int:
    """Everything that is due now; safe to run at any time. Returns how much was done."""
    return read_due(now=now) + take_queued(now=now) + notice_pending(now=now)
