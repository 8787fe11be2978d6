"""The ministry's desk: rows given to colleagues, its own templates, many replies drafted at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from makul.cases.actions.replies import SYSTEM_KINDS, ReplyInput, check_reply, fingerprint, write
from makul.cases.actions.step import stand
from makul.cases.models import Assignment, Case, ReplyTemplate, Row
from makul.core.errors import BadInput, NotAllowed
from makul.journal.actions import record
from makul.law.forms import values
from makul.parties.access import ROLE_OF_KIND, require
from makul.parties.models import Mandate


@transaction.atomic
def assign_rows(
    *, case: Case, rows: Sequence[Row], to: Mandate | None, actor: Mandate, now: datetime
) -> int:
    """Say who of the house drafts the replies to these rows; with nobody named, take them back.

    Returns how many rows. Raises: NotAllowed; BadInput `no_row_ticked`, `not_a_row_here`,
    `not_a_colleague`.
    """
    stand(case, actor, "draft_reply", now=now)
    check_rows(case, rows)
    if to and (to.party_id != actor.party_id or not to.is_valid_on(timezone.localdate(now))):
        raise BadInput("not_a_colleague")
    Assignment.objects.filter(row__in=rows).delete()
    if to:
        Assignment.objects.bulk_create([Assignment(row=row, mandate=to, at=now) for row in rows])
    return len(rows)


def check_rows(case: Case, rows: Sequence[Row]) -> None:
    if not rows:
        raise BadInput("no_row_ticked")
    for row in rows:
        if row.case_id != case.pk:
            raise BadInput("not_a_row_here", row=row.number)


@transaction.atomic
def draft_replies(
    *, case: Case, drafts: Sequence[tuple[Row, ReplyInput]], actor: Mandate, now: datetime
) -> int:
    """Save the drafts of many replies, all or none; they stay drafts and can be changed one by one.

    Returns how many. Raises as `draft_reply` and BadInput `no_row_ticked`, `not_a_row_here`.
    """
    stand(case, actor, "draft_reply", now=now)
    check_rows(case, [row for row, _content in drafts])
    for row, content in drafts:
        check_reply(row, content)
    replies = [write(row, content, actor=actor) for row, content in drafts]
    record(
        subject=case.subject,
        action="replies_drafted",
        party=actor.party.key,
        at=now,
        value=str(len(replies)),
        data={"rows": {str(one.row.number): fingerprint(one) for one in replies}},
    )
    return len(replies)


@dataclass(frozen=True, slots=True)
class TemplateInput:
    """A reply that is given often: its name in the house, its kind, its words with their places."""

    name: str
    kind: str
    text_ky: str = ""
    text_ru: str = ""


@transaction.atomic
def keep_template(
    *, content: TemplateInput, actor: Mandate, now: datetime, template: ReplyTemplate | None = None
) -> ReplyTemplate:
    """Make a template of one's body, or change one.

    Raises: NotAllowed; BadInput `template_name_taken`, `no_template_words`, `unknown_reply`.
    """
    check_house(actor, template, now=now)
    check_template(content, actor=actor, template=template)
    kept = template or ReplyTemplate(party=actor.party)
    kept.name, kept.kind = content.name.strip(), content.kind
    kept.text_ky, kept.text_ru = content.text_ky.strip(), content.text_ru.strip()
    kept.changed_by, kept.changed_at = actor, now
    kept.save()
    return kept


@transaction.atomic
def drop_template(*, template: ReplyTemplate, actor: Mandate, now: datetime) -> None:
    """Throw a template away; replies that were made from it stay as they are."""
    check_house(actor, template, now=now)
    template.delete()


def check_house(actor: Mandate, template: ReplyTemplate | None, *, now: datetime) -> None:
    """Templates belong to a body that drafts; whoever drafts its replies keeps them."""
    role = ROLE_OF_KIND.get(actor.party.kind)
    require(actor, "draft_reply", role=role, on=timezone.localdate(now))
    if template and template.party_id != actor.party_id:
        raise NotAllowed("not_your_template")


def check_template(
    content: TemplateInput, *, actor: Mandate, template: ReplyTemplate | None
) -> None:
    if content.kind not in set(values("reply.kind")) - SYSTEM_KINDS:
        raise BadInput("unknown_reply", kind=content.kind)
    if not (content.text_ky.strip() or content.text_ru.strip()):
        raise BadInput("no_template_words")
    others = ReplyTemplate.objects.filter(party=actor.party, name=content.name.strip())
    if any(one != template for one in others):
        raise BadInput("template_name_taken", name=content.name.strip())
