"""Tells the parties: queues the letters, and records each delivery as the step `notified`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from makul.cases.actions.step import judge, stand
from makul.cases.models import Case, Participation
from makul.cases.queries.judging import edition_of
from makul.journal.actions import record
from makul.notices.actions import Letter, queue_notice, send_again
from makul.notices.models import Notice
from makul.parties.models import Mandate, Party

NOTIFIED = "notified"
TOLD_ROLES = ("association", "lsg")

# Who is told, in which case, at which moment: the words and the due date belong to the mechanism.
Writer = Callable[[Case, Participation, datetime], Letter]


@transaction.atomic
def notify(*, case: Case, write: Writer, actor: Mandate, now: datetime) -> int:
    """Queue the letter to each association and body not told yet. Returns how many were queued.

    The step `notified` is not this queueing but each delivery (Order, art. 18).
    """
    stand(case, actor, "notify", now=now)
    told = set(
        Notice.objects.filter(subject=case.subject, kind=NOTIFIED).values_list(
            "party_id", flat=True
        )
    )
    seats = case.participations.filter(role__in=TOLD_ROLES).select_related("party")
    new = [seat for seat in seats if seat.party_id not in told]
    for seat in new:
        queue_notice(letter=write(case, seat, now), party=seat.party, now=now)
    record(
        subject=case.subject,
        action="notices_queued",
        party=actor.party.key,
        at=now,
        data={"to": sorted(seat.party.key for seat in new)},
    )
    return len(new)


@transaction.atomic
def record_delivery(*, notice: Notice, case: Case, now: datetime) -> Notice:
    """The delivery of a notice becomes an entry: from it the party's own term runs.

    A failed one is an entry too: that body is *not notified*, never silent (Order, art. 18).
    Recording twice is recording once.
    """
    notice = Notice.objects.select_for_update().select_related("party").get(pk=notice.pk)
    if notice.recorded_at:
        return notice
    delivered = notice.state == Notice.State.DELIVERED
    record(
        subject=case.subject,
        action=told_by(notice, case) if delivered else "not_delivered",
        party=desk_of(case).key,
        to=notice.party.key,
        at=notice.done_at or now,
        data={"notice": notice.pk, "language": notice.language},
    )
    notice.recorded_at = now
    notice.save(update_fields=["recorded_at"])
    return notice


def told_by(notice: Notice, case: Case) -> str:
    """What the delivery of a letter is in the journal: the step by which parties are reached, or no step.

    A letter that bears the name of another step only tells of it, and must not take it once more.
    """
    procedure = edition_of(case)
    is_step = notice.kind in procedure.by_key and notice.kind != procedure.reaches
    return f"{notice.kind}_told" if is_step else notice.kind


@transaction.atomic
def notify_again(*, case: Case, notice: Notice, actor: Mandate, now: datetime) -> Notice:
    """Send a failed notice once more, to the address the register holds now."""
    stand(case, actor, "notify", now=now)
    notice = send_again(notice=notice, now=now)
    notice.recorded_at = None
    notice.save(update_fields=["recorded_at"])
    record(
        subject=case.subject,
        action="notice_sent_again",
        party=actor.party.key,
        to=notice.party.key,
        at=now,
    )
    return notice


@transaction.atomic
def record_handed_over(*, case: Case, body: Party, actor: Mandate, now: datetime, how: str) -> None:
    """A body told in another way (by post, by hand, by telephone): its term runs from this moment."""
    stand(case, actor, "notify", now=now)
    record(
        subject=case.subject,
        action=NOTIFIED,
        party=actor.party.key,
        to=body.key,
        at=now,
        data={"how": how[:200]},
    )
    judge(case, now=now)


def desk_of(case: Case) -> Party:
    """Who notifies in this case: the one who owes the step that reaches a party, else who stands in.

    Of those who may stand in the last named comes first: the association that conducts a case alone
    before the initiator. A procedure that reaches nobody is told by its first role.
    """
    rules = edition_of(case)
    reaching = rules.by_key.get(rules.reaches or "")
    roles = [*reaching.by, *reversed(reaching.substitutes)] if reaching else []
    seats = {seat.role: seat for seat in case.participations.select_related("party").reverse()}
    seat = next(seats[role] for role in (*roles, *rules.roles) if role in seats)
    return seat.party
