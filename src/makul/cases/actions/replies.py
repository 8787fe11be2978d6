"""Replies: the ministry drafts them row by row and one who may sign publishes them together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from makul.cases.actions.rows import place_rest
from makul.cases.actions.step import stand, take_step
from makul.cases.actions.telling import tell_authors
from makul.cases.answers import answered_letter
from makul.cases.models import Case, Reply, Row
from makul.core.errors import BadInput
from makul.documents.storing import digest
from makul.journal.actions import record
from makul.law.forms import values
from makul.parties.models import Mandate

SYSTEM_KINDS = frozenset({"unanswered"})


@dataclass(frozen=True, slots=True)
class ReplyInput:
    """An answer to one row: its kind, the words, and the new wording where it is accepted."""

    kind: str
    text_ky: str = ""
    text_ru: str = ""
    wording_ky: str = ""
    wording_ru: str = ""


@transaction.atomic
def draft_reply(*, row: Row, content: ReplyInput, actor: Mandate, now: datetime) -> Reply:
    """Save the draft of a reply; nobody outside the initiator sees it before it is published.

    Raises: NotAllowed; BadInput `unknown_reply`, `no_reason` (declined or partly, Order, art. 21),
    `already_published`.
    """
    stand(row.case, actor, "draft_reply", now=now)
    check_reply(row, content)
    reply = write(row, content, actor=actor)
    record(
        subject=row.case.subject,
        action="reply_drafted",
        party=actor.party.key,
        at=now,
        value=str(row.number),
        data={"row": row.number, "sha256": fingerprint(reply)},
    )
    return reply


def write(row: Row, content: ReplyInput, *, actor: Mandate) -> Reply:
    """The draft with these words, new or in place of the former."""
    reply, _new = Reply.objects.update_or_create(
        row=row,
        defaults={
            "kind": content.kind,
            "text_ky": content.text_ky,
            "text_ru": content.text_ru,
            "wording_ky": content.wording_ky,
            "wording_ru": content.wording_ru,
            "drafted_by": actor,
        },
    )
    return reply


def check_reply(row: Row, content: ReplyInput) -> None:
    if content.kind not in set(values("reply.kind")) - SYSTEM_KINDS:
        raise BadInput("unknown_reply", kind=content.kind)
    if content.kind != "accepted" and not (content.text_ky.strip() or content.text_ru.strip()):
        raise BadInput("no_reason", row=row.number)
    if hasattr(row, "reply") and row.reply.published_at:
        raise BadInput("already_published", row=row.number)


def fingerprint(reply: Reply) -> str:
    parts = [reply.kind, reply.text_ky, reply.text_ru, reply.wording_ky, reply.wording_ru]
    return digest("\x1f".join(parts).encode())


@transaction.atomic
def publish_replies(
    *, case: Case, actor: Mandate, now: datetime, numbers: Collection[int] | None = None
) -> int:
    """Publish the drafted replies (or those to the rows of these numbers) and tell each author.

    When no row is left without a published reply, the step `replied` is done. Returns how many were
    published now. Raises BadInput `nothing_to_publish`.
    """
    stand(case, actor, "publish_replies", now=now)
    place_rest(case=case, actor=actor, now=now)
    drafts = drafts_of(case, numbers)
    if not drafts:
        raise BadInput("nothing_to_publish")
    Reply.objects.filter(pk__in=[one.pk for one in drafts]).update(
        published_at=now, published_by=actor
    )
    tell_authors(case, [one.row_id for one in drafts], write=answered_letter, now=now)
    facts = {"rows": {str(one.row.number): fingerprint(one) for one in drafts}}
    if case.rows.exclude(reply__published_at__isnull=False).exists():
        record(
            subject=case.subject,
            action="replies_published",
            party=actor.party.key,
            at=now,
            data=facts,
        )
    else:
        take_step(
            case=case, step="replied", actor=actor, right="publish_replies", now=now, data=facts
        )
    return len(drafts)


def drafts_of(case: Case, numbers: Collection[int] | None) -> list[Reply]:
    """The replies that are not published, all or those to the rows of these numbers."""
    drafts = Reply.objects.filter(row__case=case, published_at__isnull=True).select_related("row")
    return list(drafts if numbers is None else drafts.filter(row__number__in=numbers))
