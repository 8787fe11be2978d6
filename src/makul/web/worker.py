"""The background worker: delivers letters and records it, judges each day, reminds, closes votes, signs checkpoints."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import close_old_connections, transaction
from django.db.models import Q
from django.utils import timezone

from makul.bills.watch import watch
from makul.cases.actions.boarding import close_due_vote, due_votes
from makul.cases.actions.notifying import record_delivery
from makul.cases.actions.reaching import remind_due
from makul.cases.actions.step import judge
from makul.cases.models import Case
from makul.core.errors import BadInput
from makul.journal.actions import make_checkpoint
from makul.journal.models import Checkpoint, Entry
from makul.journal.once import forget_old
from makul.notices.actions import due_notices, try_delivery
from makul.notices.post import PostOffice, post_office
from makul.notices.queries import unrecorded
from makul.parties.keeping import forget_old as forget_forms
from makul.portal.actions import refresh_search
from makul.portal.languages.actions import tell_gaps
from makul.sittings.actions.depositing import deposit_deemed

log = logging.getLogger("makul.worker")
PAUSE_SECONDS = 5.0
CHECKPOINT_EVERY = timedelta(hours=24)


def tick(now: datetime, *, post: PostOffice | None = None) -> dict[str, int]:
    """One round of all that is due; safe to run at any time and as often as one likes.

    A killed worker loses nothing: what is queued stays queued, what was delivered but not recorded
    is recorded in the next round. Returns how much of each was done.
    Raises: ExceptionGroup of what went wrong, after every part had its turn.
    """
    parts: dict[str, Callable[[], int]] = {
        "bills": lambda: watch(now),
        "delivered": lambda: deliver(now, post=post or post_office()),
        "recorded": lambda: record_deliveries(now),
        "judged": lambda: judge_anew(now),
        "minutes": lambda: deposit_deemed(now=now),
        "languages": lambda: tell_gaps(now),
        "reminded": lambda: remind_due(now=now) if settings.MAKUL_REMINDERS else 0,
        "votes": lambda: close_votes(now),
        "checkpoints": lambda: sign_checkpoint(now),
        "read for the search": lambda: refresh_search(now=now),
        "forgotten": lambda: forget_old(now=now) + forget_forms(now=now),
    }
    done: dict[str, int] = {}
    failed: list[Exception] = []
    for name, part in parts.items():
        try:
            done[name] = part()
        except Exception as error:  # one part that fails must not keep the others from their work
            failed.append(error)
    if failed:
        raise ExceptionGroup("parts of a round failed", failed)
    return done


def deliver(now: datetime, *, post: PostOffice) -> int:
    done = 0
    for notice in due_notices(now=now):
        try_delivery(notice=notice, post=post, now=now)
        done += 1
    return done


def record_deliveries(now: datetime) -> int:
    """Enter deliveries into their cases, then judge each case once."""
    notices = list(unrecorded())
    numbers = {notice.subject.removeprefix("case:") for notice in notices}
    cases = {case.subject: case for case in Case.objects.filter(number__in=numbers)}
    with transaction.atomic():
        for notice in notices:
            if case := cases.get(notice.subject):
                record_delivery(notice=notice, case=case, now=now)
            else:  # a letter about no case has no entry to make
                notice.recorded_at = now
                notice.save(update_fields=["recorded_at"])
        for case in cases.values():
            judge(case, now=now)
    return len(notices)


def judge_anew(now: datetime) -> int:
    """Judge open cases not judged today: terms run out while nobody does anything."""
    today = timezone.localdate(now)
    waiting = Q(is_closed=False) | Q(next_due_on__isnull=False)
    stale = Case.objects.filter(waiting).exclude(judged_on=today).select_related("agreement")
    done = 0
    for case in stale.iterator(chunk_size=100):
        with transaction.atomic():
            judge(case, now=now)
        done += 1
    return done


def close_votes(now: datetime) -> int:
    """Close the votes of boards whose time has passed."""
    over = due_votes(now=now)
    for decision in over:
        close_due_vote(decision=decision, now=now)
    return len(over)


def sign_checkpoint(now: datetime) -> int:
    """A checkpoint a day, where anything has happened since the last."""
    last = Checkpoint.objects.order_by("-size").first()
    if last and (
        now - last.at < CHECKPOINT_EVERY or not Entry.objects.filter(number__gt=last.size)
    ):
        return 0
    if not Entry.objects.exists():
        return 0
    try:
        make_checkpoint(at=now)
    except BadInput as error:  # a lost key: the rest of the round goes on
        log.error(
            "no checkpoint is signed: %s; see docs/operator.md, Back up and restore", error.code
        )
        return 0
    return 1


def run_forever(*, pause: float = PAUSE_SECONDS, tell: Callable[[str], None] = log.info) -> None:
    """Tick until told to stop. An error in one round is logged, and the next round tries again."""
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    tell("the worker is ready")
    while not stop.is_set():
        close_old_connections()
        try:
            tick(timezone.now())
        except Exception:  # the worker must outlive one bad round; the error is logged whole
            log.exception("a round of the worker failed; it will be tried again")
        stop.wait(pause)
