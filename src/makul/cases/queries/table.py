"""Reads the table of remarks: rows with those behind them and their replies, suggestions, what is loose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import QuerySet

from makul.cases.models import Case, Comparison, Position, Remark, Reply, Row, RowRemark, RowResult
from makul.core import remarks as core
from makul.parties.models import Party

SHOWN = 25  # remarks of one suggestion that are shown one by one


@dataclass
class TableRow:
    """A row with the remarks it was merged from, each with its party, and what was done with it."""

    row: Row
    remarks: list[Remark] = field(default_factory=list)
    is_reply_term_over: bool = False

    @cached_property
    def parties(self) -> list[Party]:
        """Who stands behind the row, each once."""
        return list({one.position.party_id: one.position.party for one in self.remarks}.values())

    @property
    def reply(self) -> Reply | None:
        return getattr(self.row, "reply", None)

    @property
    def published(self) -> Reply | None:
        """The reply where it is published; a draft is nobody's answer yet."""
        return self.reply if self.reply and self.reply.published_at else None

    @property
    def result(self) -> RowResult | None:
        return getattr(self.row, "result", None)

    @property
    def comparison(self) -> Comparison | None:
        return getattr(self.row, "comparison", None)

    @property
    def state(self) -> str:
        return core.row_state(self.as_core, reply_term_over=self.is_reply_term_over)

    @cached_property
    def as_core(self) -> core.Row:
        row, reply = self.row, self.published
        return core.Row(
            key=str(row.number),
            eid=row.eid,
            kind=row.kind,  # type: ignore[arg-type]
            remarks=tuple(str(one.pk) for one in self.remarks),
            minority=row.is_minority,
            dropped=row.is_dropped,
            reply=reply.kind if reply else None,  # type: ignore[arg-type]
            settled=bool(self.result and self.result.is_settled),
        )

    @cached_property
    def sums(self) -> core.Sums:
        """What those behind the row reckoned for themselves, added over the bodies."""
        return core.asked_sums(
            self.as_core, remarks={str(one.pk): as_core(one) for one in self.remarks}
        )


def as_core(remark: Remark) -> core.Remark:
    """A remark as the pure rules know it."""
    return core.Remark(
        key=str(remark.pk),
        party=remark.position.party.key,
        eid=remark.eid,
        kind=remark.kind,  # type: ignore[arg-type]
        text=remark.text,
        wording=remark.wording,
        reason=remark.reason,
        once_som=remark.once_som,
        yearly_som=remark.yearly_som,
        language=remark.position.language,
    )


def table_of(
    case: Case, rows: QuerySet[Row] | None = None, *, is_reply_term_over: bool = False
) -> list[TableRow]:
    """Rows with their remarks, parties, replies and results: two queries, whatever their number."""
    wanted = (case.rows.all() if rows is None else rows).select_related(
        "author", "reply", "result", "comparison"
    )
    table = {row.pk: TableRow(row, is_reply_term_over=is_reply_term_over) for row in wanted}
    links = (
        RowRemark.objects.filter(row__in=list(table))
        .select_related("remark__position__party")
        .order_by("remark__position_id", "remark__order")
    )
    for link in links:
        table[link.row_id].remarks.append(link.remark)
    return list(table.values())


def filed(case: Case) -> QuerySet[Remark]:
    """The remarks of filed positions with their party and the row they went into."""
    return (
        Remark.objects.filter(position__case=case, position__state=Position.State.FILED)
        .select_related("position__party", "link__row")
        .order_by("eid", "position_id", "order")
    )


def loose(case: Case) -> QuerySet[Remark]:
    """Those that stand in no row yet."""
    return filed(case).filter(link__isnull=True)


def article_of(eid: str) -> str:
    return eid.split("__", 1)[0]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many remarks there are, in rows and loose, in all and by article."""

    remarks: int
    placed: int
    rows: int
    by_article: Mapping[str, int]
    loose_by_article: Mapping[str, int]

    @property
    def waiting(self) -> int:
        return self.remarks - self.placed


def counts_of(case: Case) -> Counts:
    """Counted over all remarks (two queries)."""
    pairs = list(
        Remark.objects.filter(position__case=case, position__state=Position.State.FILED)
        .order_by("eid")
        .values_list("eid", "link")
    )
    return Counts(
        remarks=len(pairs),
        placed=sum(link is not None for _eid, link in pairs),
        rows=case.rows.count(),
        by_article=Counter(article_of(eid) for eid, _link in pairs),
        loose_by_article=Counter(article_of(eid) for eid, link in pairs if link is None),
    )


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Remarks that seem alike, and the rows in which some of them stand already."""

    key: str
    remarks: list[Remark]
    likeness: float
    rows: list[Row]

    @property
    def loose(self) -> list[Remark]:
        return [one for one in self.remarks if not hasattr(one, "link")]

    @property
    def shown(self) -> list[Remark]:
        """Those shown one by one, the most typical first."""
        return self.remarks[:SHOWN]

    @property
    def rest(self) -> list[Remark]:
        """Those past them, ticked all together."""
        return self.remarks[SHOWN:]

    @property
    def is_open(self) -> bool:
        """Whether there is something to decide: a loose remark, and one it is like."""
        return len(self.remarks) > 1 and bool(self.loose)


def suggestions(remarks: Iterable[Remark], *, threshold: float) -> list[Suggestion]:
    """Alike remarks together, the largest group first; a person decides what is merged."""
    by_key = {str(one.pk): one for one in remarks}
    found = core.alike([as_core(one) for one in by_key.values()], threshold=threshold)
    return [
        Suggestion(
            group.members[0],
            [by_key[key] for key in group.members],
            group.likeness,
            rows_in([by_key[key] for key in group.members]),
        )
        for group in found
    ]


def rows_in(remarks: Sequence[Remark]) -> list[Row]:
    links = [one.link for one in remarks if hasattr(one, "link")]
    return list({link.row_id: link.row for link in links}.values())


def is_reply_over(deemed: Iterable[object]) -> bool:
    """Whether the initiator's silence has spoken: its term for replies is over."""
    return any(getattr(one, "step", "") == "replied" for one in deemed)


def stance_counts(case: Case, *, silent: Sequence[str], unreached: Sequence[str]) -> dict[str, int]:
    """How the bodies asked divided, silence included (two queries)."""
    bodies = set(case.participations.filter(role="lsg").values_list("party__key", flat=True))
    positions = dict(
        Position.objects.filter(
            case=case, state=Position.State.FILED, party__key__in=bodies
        ).values_list("party__key", "stance")
    )
    missed = bodies & set(unreached)
    return core.stances(bodies - missed, not_notified=missed, positions=positions)
