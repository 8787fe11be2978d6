"""Reaches those who have not answered: notes who has opened a case, and reminds, once a day at most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from makul.cases.actions.notifying import desk_of
from makul.cases.actions.step import stand
from makul.cases.models import Case, Reading
from makul.cases.queries.many import statuses_of
from makul.cases.queries.reach import REMINDED, Reached, reach_of, remindable, unread_seats
from makul.cases.queries.work import working_days_left
from makul.cases.reminders import reminder
from makul.core.errors import BadInput
from makul.journal.actions import record
from makul.journal.models import SentForm
from makul.journal.once import claim
from makul.notices.actions import queue_notice, send_again
from makul.notices.models import Notice
from makul.parties.models import Mandate, Party

DAYS_BEFORE = 3  # working days before the last day
MORNING = 8  # no letter of a machine leaves before
AUTOMATIC = "automatic"


def note_reading(*, case: Case, party: Party, now: datetime) -> bool:
    """The first time a body or an association opens a case; later visits write nothing.

    One query where it is known already. Returns whether this was the first time.
    """
    if not unread_seats(case, party).exists():
        return False
    reading = Reading(case=case, party=party, first_at=now)
    Reading.objects.bulk_create([reading], ignore_conflicts=True)  # two windows at once are one
    return True


@transaction.atomic
def remind(*, case: Case, bodies: Sequence[Party], actor: Mandate, now: datetime) -> int:
    """Remind those of the bodies that were told, have not answered and got no reminder today.

    Returns how many letters were queued. Raises: NotAllowed; BadInput `nobody_to_remind`.
    """
    stand(case, actor, "notify", now=now)
    today = timezone.localdate(now)
    wanted = {body.pk for body in bodies}
    reached = reach_of(case, statuses_of([case], today=today)[case.pk])
    due = remindable(reached, today=today)
    chosen = [one for one in due if one.party.pk in wanted]
    if not chosen:
        raise BadInput("nobody_to_remind")
    send_reminders(case, chosen, by=actor.party, now=now, value="")
    return len(chosen)


def send_reminders(
    case: Case, reached: Iterable[Reached], *, by: Party, now: datetime, value: str
) -> None:
    """The letters and their one entry. A reminder is no step: its delivery starts no term."""
    again = timezone.localdate(now).isoformat()
    keys = []
    for one in reached:
        party = one.party
        letter = reminder(case, party, last_day=one.last_day)
        notice = queue_notice(letter=letter, party=party, now=now, again=again)
        notice.recorded_at = now  # the entry below; none follows for each delivery
        notice.save(update_fields=["recorded_at"])
        keys.append(party.key)
    record(
        subject=case.subject,
        action=REMINDED,
        party=by.key,
        at=now,
        value=value,
        data={"to": sorted(keys)},
    )


def remind_due(*, now: datetime) -> int:
    """Once a day, in the morning: remind whose last day is three working days away, each once.

    The worker's. Returns how many letters were queued.
    """
    today = timezone.localdate(now)
    if timezone.localtime(now).hour < MORNING:
        return 0
    token = f"reminders-{today.isoformat()}"
    if SentForm.objects.filter(token=token).exists():  # every other round of the day: a read only
        return 0
    with transaction.atomic():
        if not claim(token, now=now):
            return 0
        running = Case.objects.filter(is_closed=False, next_due_on__isnull=False)
        cases = list(running.select_related("agreement"))
        statuses = statuses_of(cases, today=today)
        near = [
            (case, statuses[case.pk])
            for case in cases
            if any(is_near(due.step, due.last_day, today=today) for due in statuses[case.pk].due)
        ]
        return sum(remind_in(case, reach_of(case, status), now=now) for case, status in near)


def is_near(step: str, last_day: date | None, *, today: date) -> bool:
    """Whether a position falls due within three working days, today included."""
    if step != "position" or last_day is None or last_day < today:
        return False
    left = working_days_left(today, last_day)
    return left is not None and left <= DAYS_BEFORE


@transaction.atomic
def remind_in(case: Case, reached: Iterable[Reached], *, now: datetime) -> int:
    """The automatic reminder of one case, to those near their last day that got none yet."""
    today = timezone.localdate(now)
    due = [
        one
        for one in remindable(reached, today=today)
        if not one.reminders and is_near("position", one.last_day, today=today)
    ]
    if due:
        send_reminders(case, due, by=desk_of(case), now=now, value=AUTOMATIC)
    return len(due)


@transaction.atomic
def send_letters_again(
    *, case: Case, notices: Sequence[Notice], actor: Mandate, now: datetime
) -> int:
    """Failed letters of a case once more, to the addresses the register holds now.

    Raises: NotAllowed; BadInput `letter_not_failed`.
    """
    stand(case, actor, "notify", now=now)
    failed = [
        one for one in notices if one.subject == case.subject and one.state == Notice.State.FAILED
    ]
    if not failed:
        raise BadInput("letter_not_failed")
    for one in failed:
        again = send_again(notice=one, now=now)
        if again.kind != REMINDED:  # the delivery of every other letter is an entry of its own
            again.recorded_at = None
            again.save(update_fields=["recorded_at"])
    record(
        subject=case.subject,
        action="notice_sent_again",
        party=actor.party.key,
        at=now,
        data={"to": sorted(one.party.key for one in failed)},
    )
    return len(failed)
