"""Invites the associations of a sitting; each delivery, not the sending, is the step `invited`."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from makul.cases.actions.step import judge, stand, take_step
from makul.core.errors import BadInput
from makul.journal.actions import record
from makul.journal.models import Entry
from makul.notices.actions import queue_notice, send_again
from makul.notices.models import Notice
from makul.parties.models import Mandate, Party
from makul.sittings.letters import INVITED, invitation_letter
from makul.sittings.models import Sitting
from makul.sittings.queries.houses import invited_associations


@transaction.atomic
def invite_associations(*, sitting: Sitting, actor: Mandate, now: datetime) -> int:
    """Send the agenda out: a letter to each association that was not sent this one yet.

    Pressed twice it sends nothing twice; after a change that touches local communities, or a
    postponement, everyone is sent a new one. Returns how many letters were queued.
    Raises: NotAllowed; BadInput `sitting_held`.
    """
    stand(sitting.case, actor, "invite_to_sitting", now=now)
    fresh = (
        Sitting.objects.select_for_update(of=("self",))
        .select_related("case", "house")
        .get(pk=sitting.pk)
    )
    if fresh.held_at:
        raise BadInput("sitting_held", number=fresh.number)
    if fresh.agenda_sent_at is None:
        fresh.agenda_sent_at = sitting.agenda_sent_at = now
        fresh.save(update_fields=["agenda_sent_at"])
    told = queue_invitations(fresh, now=now)
    record(
        subject=fresh.case.subject,
        action="agenda_sent",
        party=actor.party.key,
        at=now,
        data={"to": told, "items": fresh.items.filter(taken_off_at__isnull=True).count()},
    )
    judge(fresh.case, now=now)
    return len(told)


def queue_invitations(sitting: Sitting, *, now: datetime) -> list[str]:
    """The letters of one state of the agenda, each once; the keys of those told only now."""
    again = mark_of(sitting)
    sent = Notice.objects.filter(subject=sitting.case.subject, kind=INVITED)
    told = set(sent.filter(key__endswith=f":{again}").values_list("party_id", flat=True))
    new = [party for party in invited_associations(sitting) if party.pk not in told]
    for party in new:
        letter = invitation_letter(sitting, party)
        queue_notice(letter=letter, party=party, now=now, again=again)
    return [party.key for party in new]


def mark_of(sitting: Sitting) -> str:
    """To what one is invited: the day and hour, and the agenda as it was changed last."""
    changes = Entry.objects.filter(
        subject=sitting.case.subject, action="agenda_changed", value="touches"
    )
    last = changes.order_by("-number").values_list("number", flat=True).first() or 0
    return f"{sitting.starts_at.isoformat()}:{last}"


@transaction.atomic
def invite_again(*, sitting: Sitting, notice: Notice, actor: Mandate, now: datetime) -> Notice:
    """Send an invitation that failed once more, to the address the register holds now.

    Raises: NotAllowed; BadInput `notice_of_another_case`.
    """
    stand(sitting.case, actor, "invite_to_sitting", now=now)
    if notice.subject != sitting.case.subject:
        raise BadInput("notice_of_another_case", number=sitting.number)
    notice = send_again(notice=notice, now=now)
    notice.recorded_at = None
    notice.save(update_fields=["recorded_at"])
    record(
        subject=sitting.case.subject,
        action="notice_sent_again",
        party=actor.party.key,
        to=notice.party.key,
        at=now,
    )
    return notice


@transaction.atomic
def record_invited(
    *,
    sitting: Sitting,
    party: Party,
    how: str,
    actor: Mandate,
    now: datetime,
    happened_at: datetime | None = None,
) -> Entry:
    """An association invited in another way (by hand, by post, by telephone), with how it was proved.

    Raises: NotAllowed; BadInput `no_words`, `in_the_future`.
    """
    if not how.strip():
        raise BadInput("no_words", step="invited")
    return take_step(
        case=sitting.case,
        step="invited",
        actor=actor,
        right="invite_to_sitting",
        now=now,
        to=party,
        happened_at=happened_at,
        data={"how": how.strip()[:200]},
    )
