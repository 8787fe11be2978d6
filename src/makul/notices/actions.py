"""Queues letters and tries to deliver them until they arrive or their tries are used up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from makul.notices.models import Attempt, Notice
from makul.notices.post import Answer, PostOffice
from makul.parties.models import Party

# A server that is down over a weekend is tried again on Monday; after that a person must act.
PAUSES = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 240, 720, 1440, 2880))


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent: its kind, its words in one language, the due date as iCalendar.

    `path` is the page the letter leads to. Its plain address, `BASE_URL` + `path`, stands in the
    body; what is sent has a one-time address in its place (`makul.notices.links`).
    """

    kind: str
    subject: str
    language: str
    title: str
    body: str
    calendar: str = ""
    path: str = ""


def queue_notice(*, letter: Letter, party: Party, now: datetime, again: str = "") -> Notice:
    """Put a letter into the outbox, inside the caller's transaction and its journal entry.

    The same kind of letter on the same subject goes to a party once; `again` marks another try.
    """
    key = f"{letter.subject}:{letter.kind}:{party.key}{':' + again if again else ''}"
    notice, _new = Notice.objects.get_or_create(
        key=key,
        defaults={
            "subject": letter.subject,
            "kind": letter.kind,
            "party": party,
            "language": letter.language,
            "title": letter.title[:300],
            "body": letter.body,
            "calendar": letter.calendar,
            "path": letter.path,
            "address": party.email,
            "created_at": now,
            "next_try_at": now,
        },
    )
    return notice


def due_notices(*, now: datetime, limit: int = 200) -> list[Notice]:
    """The letters whose next try is due, oldest first."""
    waiting = Notice.objects.filter(state=Notice.State.QUEUED, next_try_at__lte=now)
    return list(waiting.select_related("party").order_by("next_try_at", "pk")[:limit])


def try_delivery(*, notice: Notice, post: PostOffice, now: datetime) -> Notice:
    """One try to deliver. The post office is asked outside any transaction: it may be slow."""
    answer = post.send(notice) if notice.address else Answer.refused("no address")
    return note_attempt(notice=notice, answer=answer, now=now)


@transaction.atomic
def note_attempt(*, notice: Notice, answer: Answer, now: datetime) -> Notice:
    """Write down what the post office said and when to try next."""
    Attempt.objects.create(
        notice=notice, at=now, is_delivered=answer.is_delivered, answer=answer.text[:300]
    )
    tries = notice.attempts.count()
    if answer.is_delivered:
        notice.state, notice.done_at = Notice.State.DELIVERED, now
    elif answer.is_final or tries > len(PAUSES):
        notice.state, notice.done_at = Notice.State.FAILED, now
    else:
        notice.next_try_at = now + PAUSES[tries - 1]
    notice.save(update_fields=["state", "done_at", "next_try_at"])
    return notice


@transaction.atomic
def send_again(*, notice: Notice, now: datetime) -> Notice:
    """Put a failed letter back into the outbox, to the address the register holds now."""
    notice.address = notice.party.email
    notice.state, notice.done_at, notice.next_try_at = Notice.State.QUEUED, None, now
    notice.save(update_fields=["address", "state", "done_at", "next_try_at"])
    return notice


def note_opened(*, notice: Notice, now: datetime) -> Notice:
    """The first time someone followed the letter to its page; later times change nothing.

    Not an entry of the journal: that a letter was read is no fact of a case, only a help to the desk.
    """
    first = Notice.objects.filter(pk=notice.pk, opened_at__isnull=True)
    if first.update(opened_at=now):
        notice.opened_at = now
    else:
        notice.refresh_from_db(fields=["opened_at"])
    return notice
