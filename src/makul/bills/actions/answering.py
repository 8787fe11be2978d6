"""The association's answer to an alert: a case on its own motion, its opinion filed, or let be with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from makul.bills.actions.finding import join, stand
from makul.bills.models import Alert, Attachment
from makul.cases.actions.motions import Motion, open_own_motion
from makul.cases.actions.opening import set_circle
from makul.cases.models import Case
from makul.core.errors import BadInput, NotAllowed
from makul.documents.models import Document
from makul.documents.storing import File, digests, store_versions
from makul.journal.actions import lock, record
from makul.parties.models import Mandate, Party

LONGEST_REASON = 2_000


def check_open(alert: Alert) -> None:
    """Raises: BadInput `alert_answered`."""
    if alert.answered_at:
        raise BadInput("alert_answered")


def close_alert(
    alert: Alert, answer: str, *, actor: Mandate, now: datetime, reason: str = ""
) -> None:
    alert.answer, alert.answered_at, alert.answered_by = answer, now, actor
    alert.reason = reason
    alert.save()


@transaction.atomic
def open_case_on_alert(
    *,
    alert: Alert,
    motion: Motion,
    bodies: Sequence[Party] = (),
    actor: Mandate,
    now: datetime,
) -> Case:
    """A case on the association's own motion, with its bill and, where chosen, its circle.

    Every `no_case` alert of the bill is answered by it; the others stay, each its own fact.
    Raises: NotAllowed; BadInput `alert_answered`, `has_case`, `other_world`, and what opening refuses.
    """
    stand(actor, "open", alert.bill, now=now)
    if actor.party.kind != Party.Kind.ASSOCIATION:
        raise NotAllowed("wrong_role", action="open", role=actor.party.kind)
    lock()
    alert = Alert.objects.select_related("bill").get(pk=alert.pk)
    check_open(alert)
    if alert.bill.case_id:
        raise BadInput("has_case")
    case = open_own_motion(motion=motion, actor=actor, now=now)
    if bodies:
        set_circle(case=case, bodies=bodies, actor=actor, now=now)
    answered = alert.bill.alerts.filter(answered_at__isnull=True, kind=Alert.Kind.NO_CASE)
    for one in {alert, *answered}:
        one.answered_case = case
        close_alert(one, "motion", actor=actor, now=now)
    join(alert.bill, case, actor=actor, now=now, how="motion")
    return case


@transaction.atomic
def file_opinion(
    *, alert: Alert, files: Sequence[File] = (), actor: Mandate, now: datetime
) -> Attachment:
    """Release the opinion into the dossier, as it was drawn up or as the association changed it.

    Raises: NotAllowed; BadInput `alert_answered`, `no_opinion`, `other_world`.
    """
    bill = alert.bill
    stand(actor, "answer_alert", bill, now=now)
    lock()
    alert = Alert.objects.select_related("bill", "opinion").get(pk=alert.pk)
    check_open(alert)
    document = alert.opinion
    if document is None or document.author_id != actor.party_id:
        raise BadInput("no_opinion")
    if files:
        store_versions(document, files=files, number=2, now=now)
    document.is_public = True
    document.save(update_fields=["is_public"])
    close_alert(alert, "opinion", actor=actor, now=now)
    attachment = attached(alert, document, actor=actor, now=now)
    record(
        subject=bill.subject,
        action="alert_answered",
        party=actor.party.key,
        at=now,
        value="opinion",
        data={"alert": alert.key, "document": document.pk, "sha256": digests(document)},
    )
    return attachment


def attached(alert: Alert, document: Document, *, actor: Mandate, now: datetime) -> Attachment:
    known, _new = Attachment.objects.get_or_create(
        bill=alert.bill,
        document=document,
        defaults={"kind": "opinion", "attached_by": actor, "attached_at": now},
    )
    return known


@transaction.atomic
def let_be(*, alert: Alert, reason: str, actor: Mandate, now: datetime) -> Alert:
    """No step on this bill, and why: the reason is public.

    Raises: NotAllowed; BadInput `alert_answered`, `no_reason`, `too_long`, `other_world`.
    """
    stand(actor, "answer_alert", alert.bill, now=now)
    if not reason.strip():
        raise BadInput("no_reason")
    if len(reason) > LONGEST_REASON:
        raise BadInput("too_long", number=1, limit=LONGEST_REASON)
    lock()
    alert = Alert.objects.select_related("bill").get(pk=alert.pk)
    check_open(alert)
    close_alert(alert, "let_be", actor=actor, now=now, reason=reason.strip())
    record(
        subject=alert.bill.subject,
        action="alert_answered",
        party=actor.party.key,
        at=now,
        value="let_be",
        data={"alert": alert.key},
    )
    return alert
