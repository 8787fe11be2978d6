"""Rows: alike remarks merged by a person, so that each is answered once and nobody disappears."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from makul.cases.actions.step import stand, take_step
from makul.cases.models import Case, Position, Remark, Row, RowRemark
from makul.cases.queries.judging import status_of
from makul.core.errors import BadInput, NotAllowed
from makul.documents.storing import digest
from makul.journal.actions import record
from makul.parties.models import Mandate


@dataclass(frozen=True, slots=True)
class RowWords:
    """The words a row is put in; empty ones are taken from its first remark."""

    text_ky: str = ""
    text_ru: str = ""
    wording_ky: str = ""
    wording_ru: str = ""
    once_som: int | None = None
    yearly_som: int | None = None
    is_minority: bool = False


def filed_remarks(case: Case) -> list[Remark]:
    """The remarks of all filed positions, with their party (one query)."""
    return list(
        Remark.objects.filter(position__case=case, position__state=Position.State.FILED)
        .select_related("position__party")
        .order_by("position_id", "order")
    )


@transaction.atomic
def merge_remarks(
    *,
    case: Case,
    remarks: Sequence[Remark],
    actor: Mandate,
    now: datetime,
    words: RowWords | None = None,
    into: Row | None = None,
) -> Row:
    """Put remarks together into one row (a new one, or `into`); they leave the rows they were in.

    Raises: NotAllowed; BadInput `nothing_chosen`, `not_filed_here`, `already_answered`,
    `minority_merged`, `not_a_row_here`.
    """
    stand(case, actor, "merge_rows", now=now)
    check_chosen(case, remarks)
    check_into(case, into)
    row = into or new_row(case, remarks, actor=actor, words=words or RowWords())
    RowRemark.objects.filter(remark__in=remarks).delete()
    RowRemark.objects.bulk_create([RowRemark(row=row, remark=one) for one in remarks])
    if any(one.kind == "objection" for one in remarks) and row.kind != "objection":
        row.kind = "objection"
        row.save(update_fields=["kind"])
    Row.objects.filter(case=case, links__isnull=True).delete()
    record_rows(case, "rows_merged", row=row, actor=actor, now=now, remarks=remarks)
    return row


def check_chosen(case: Case, remarks: Sequence[Remark]) -> None:
    if not remarks:
        raise BadInput("nothing_chosen")
    for one in remarks:
        if one.position.case_id != case.pk or one.position.state != Position.State.FILED:
            raise BadInput("not_filed_here", remark=one.pk)
    answered = RowRemark.objects.filter(remark__in=remarks, row__reply__published_at__isnull=False)
    if answered.exists():
        raise BadInput("already_answered")


def check_into(case: Case, into: Row | None) -> None:
    """A minority opinion stands alone, and what is answered is answered."""
    if into is None:
        return
    if into.case_id != case.pk:
        raise BadInput("not_a_row_here", row=into.number)
    if into.is_minority:
        raise BadInput("minority_merged", row=into.number)
    if getattr(into, "reply", None) and into.reply.published_at:
        raise BadInput("already_answered")


def new_row(case: Case, remarks: Sequence[Remark], *, actor: Mandate, words: RowWords) -> Row:
    first = remarks[0]
    in_language = {"text": first.text, "wording": first.wording}
    texts = {
        f"{name}_{language}": getattr(words, f"{name}_{language}")
        or (value if first.position.language == language else "")
        for name, value in in_language.items()
        for language in ("ky", "ru")
    }
    alone = len({one.position.party_id for one in remarks}) == 1
    return Row.objects.create(
        case=case,
        number=next_row_number(case),
        eid=first.eid,
        kind="objection" if any(one.kind == "objection" for one in remarks) else "proposal",
        author=first.position.party if words.is_minority or alone else actor.party,
        once_som=asked_som(remarks, "once_som") if words.once_som is None else words.once_som,
        yearly_som=asked_som(remarks, "yearly_som")
        if words.yearly_som is None
        else words.yearly_som,
        is_minority=words.is_minority,
        **texts,
    )


def asked_som(remarks: Sequence[Remark], name: str) -> int | None:
    """What those behind the row reckoned, each body once by its largest sum; None where nobody did."""
    by_body: dict[int, int] = {}
    for one in remarks:
        som = getattr(one, name)
        if som is not None:
            by_body[one.position.party_id] = max(som, by_body.get(one.position.party_id, 0))
    return sum(by_body.values()) if by_body else None


def next_row_number(case: Case) -> int:
    return int(case.rows.aggregate(last=Max("number"))["last"] or 0) + 1


def record_rows(
    case: Case, action: str, *, row: Row, actor: Mandate, now: datetime, remarks: Sequence[Remark]
) -> None:
    record(
        subject=case.subject,
        action=action,
        party=actor.party.key,
        at=now,
        value=str(row.number),
        data={"row": row.number, "remarks": sorted(one.pk for one in remarks)},
    )


@transaction.atomic
def word_row(*, row: Row, words: RowWords, actor: Mandate, now: datetime) -> Row:
    """Refine the words of a row, or mark it a minority opinion; the remarks behind it stay as filed."""
    stand(row.case, actor, "merge_rows", now=now)
    if getattr(row, "reply", None) and row.reply.published_at:
        raise BadInput("already_answered")
    if words.is_minority and row.links.count() != 1:
        raise BadInput("minority_merged", row=row.number)
    for name in ("text_ky", "text_ru", "wording_ky", "wording_ru", "once_som", "yearly_som"):
        setattr(row, name, getattr(words, name))
    row.is_minority = words.is_minority
    row.save()
    text = "\x1f".join([row.text_ky, row.text_ru, row.wording_ky, row.wording_ru])
    record(
        subject=row.case.subject,
        action="row_worded",
        party=actor.party.key,
        at=now,
        value=str(row.number),
        data={"minority": row.is_minority, "sha256": digest(text.encode())},
    )
    return row


@transaction.atomic
def take_out(*, remark: Remark, actor: Mandate, now: datetime) -> Row:
    """Take a remark out of its row into one of its own: the association's or its author's right.

    Source: Model Order, art. 9 (right.lsg.4).
    """
    case = remark.position.case
    right = "merge_rows" if actor.party_id != remark.position.party_id else "drop_row"
    stand(case, actor, right, now=now)
    check_chosen(case, [remark])
    RowRemark.objects.filter(remark=remark).delete()
    row = new_row(case, [remark], actor=actor, words=RowWords())
    RowRemark.objects.create(row=row, remark=remark)
    Row.objects.filter(case=case, links__isnull=True).delete()
    record_rows(case, "remark_taken_out", row=row, actor=actor, now=now, remarks=[remark])
    return row


@transaction.atomic
def place_rest(*, case: Case, actor: Mandate, now: datetime) -> int:
    """Give every remark that is in no row a row of its own, so that none is lost. Returns how many."""
    placed = set(RowRemark.objects.filter(row__case=case).values_list("remark_id", flat=True))
    rest = [one for one in filed_remarks(case) if one.pk not in placed]
    if not rest:
        return 0
    for one in rest:
        row = new_row(case, [one], actor=actor, words=RowWords())
        RowRemark.objects.create(row=row, remark=one)
    record(
        subject=case.subject,
        action="rows_placed",
        party=actor.party.key,
        at=now,
        data={"remarks": [one.pk for one in rest]},
    )
    return len(rest)


@transaction.atomic
def place_remarks(*, case: Case, actor: Mandate, now: datetime) -> int:
    """The initiator gives the remarks nobody merged rows of their own, to answer them (Order, art. 20).

    Raises: NotAllowed; BadInput `opinions_awaited` while an association may still merge.
    """
    stand(case, actor, "draft_reply", now=now)
    today = timezone.localdate(now)
    if not any(may.step == "replied" for may in status_of(case, today=today).may):
        raise BadInput("opinions_awaited")
    return place_rest(case=case, actor=actor, now=now)


@transaction.atomic
def drop_row(*, row: Row, actor: Mandate, now: datetime) -> Row:
    """The author of a row no longer holds to it; it stays in the table, so marked.

    Source: Model Order, art. 21 (step.settled.what). Raises NotAllowed `not_the_author`.
    """
    stand(row.case, actor, "drop_row", now=now)
    if actor.party_id != row.author_id:
        raise NotAllowed("not_the_author", row=row.number)
    row.is_dropped = True
    row.save(update_fields=["is_dropped"])
    take_step(
        case=row.case,
        step="settled",
        actor=actor,
        right="drop_row",
        now=now,
        value="",
        data={"row": row.number},
    )
    return row
