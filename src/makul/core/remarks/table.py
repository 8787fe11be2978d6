"""Remarks gathered into rows: the state of each row, and the proof that no remark was lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from makul.core.errors import BadInput

Kind = Literal["objection", "proposal"]
Reply = Literal["accepted", "partly", "declined"]
State = Literal["settled", "dropped", "unsettled", "minority", "waiting"]
ProtocolKind = Literal["agreement", "disagreements", "certificate"]


@dataclass(frozen=True, slots=True)
class Remark:
    """One judgement of one party on one provision (`eid`), in the language it was filed in.

    A sum that was not estimated is None; 0 is an estimate.
    """

    key: str
    party: str
    eid: str
    kind: Kind
    text: str
    wording: str = ""
    reason: str = ""
    once_som: int | None = None
    yearly_som: int | None = None
    language: str = "ky"


@dataclass(frozen=True, slots=True)
class Row:
    """One remark, or several alike merged for one reply; `remarks` holds their keys.

    `settled`: the initiator and the author agreed on a wording; `dropped`: the author withdrew it;
    `minority`: an objection the association did not support.
    """

    key: str
    eid: str
    kind: Kind
    remarks: tuple[str, ...]
    minority: bool = False
    dropped: bool = False
    reply: Reply | None = None
    settled: bool = False


def row_state(row: Row, *, reply_term_over: bool) -> State:
    """The state in which the row stands today.

    A row without a reply waits until the term of the reply is over, and then counts as declined
    without reasons. A declined proposal is finished: a reply suffices for it. A minority opinion
    that was not accepted stays one, and never counts among the unsettled.

    Source: the Model Order, articles 2 and 21.

    >>> objection = Row("1", "art_4", "objection", ("Z-01",))
    >>> row_state(objection, reply_term_over=False), row_state(objection, reply_term_over=True)
    ('waiting', 'unsettled')
    """
    if row.dropped:
        return "dropped"
    if row.settled or row.reply == "accepted":
        return "settled"
    if row.minority:
        return "minority"
    if row.reply is None and not reply_term_over:
        return "waiting"
    return "unsettled" if row.kind == "objection" else "settled"


def unsettled(rows: Iterable[Row], *, reply_term_over: bool = True) -> tuple[Row, ...]:
    """The rows for which a meeting is held and which go to the protocol of disagreements.

    Source: the Model Order, articles 2, 25 and 27.

    >>> [row.key for row in unsettled([Row("1", "art_4", "objection", ("a",), reply="partly"),
    ...                                Row("2", "art_5", "proposal", ("b",), reply="declined")])]
    ['1']
    """
    return tuple(
        row for row in rows if row_state(row, reply_term_over=reply_term_over) == "unsettled"
    )


def remarks_count(rows: Iterable[Row]) -> int:
    """How many remarks stand in the rows, each counted once.

    >>> remarks_count([Row("1", "art_4", "objection", ("a", "b")), Row("2", "art_5", "proposal", ("c",))])
    3
    """
    return len({key for row in rows for key in row.remarks})


def protocol_kind(rows: Iterable[Row]) -> ProtocolKind:
    """Which of the three papers ends the case once the term of the reply is over.

    Source: the Model Order, article 27(2).

    >>> protocol_kind([]), protocol_kind([Row("1", "art_4", "objection", ("a",), reply="accepted")])
    ('certificate', 'agreement')
    """
    table = tuple(rows)
    if not remarks_count(table):
        return "certificate"
    return "disagreements" if unsettled(table) else "agreement"


def row_kind(remarks: Iterable[Remark]) -> Kind:
    """A row that holds one objection is an objection, whatever else is merged into it.

    >>> row_kind([Remark("a", "p", "art_3", "proposal", "x"), Remark("b", "q", "art_3", "objection", "y")])
    'objection'
    """
    return "objection" if any(remark.kind == "objection" for remark in remarks) else "proposal"


def unmerged_rows(remarks: Iterable[Remark]) -> tuple[Row, ...]:
    """Each remark as a row of its own, numbered in the order given: what happens when the
    association is silent or there is none.

    Source: the Model Order, article 20(4).

    >>> unmerged_rows([Remark("a", "p", "art_3", "proposal", "x")])[0].key
    '1'
    """
    return tuple(
        Row(str(number), remark.eid, remark.kind, (remark.key,))
        for number, remark in enumerate(remarks, start=1)
    )


def check_nothing_dropped(remarks: Iterable[Remark], *, rows: Iterable[Row]) -> None:
    """Every filed remark stands in exactly one row; no objection has become a proposal, and a
    minority opinion is a row of its own.

    Raises: BadInput `remarks_lost`, `remarks_twice`, `remarks_unknown` (with the `remarks`),
    `objection_softened`, `minority_merged` (with the `row`).
    Source: the Model Order, articles 8(8) and 20(3).

    >>> check_nothing_dropped([Remark("a", "p", "art_3", "objection", "x")], rows=[])
    Traceback (most recent call last):
    makul.core.errors.BadInput: remarks_lost (remarks=a)
    """
    filed, table = {remark.key: remark for remark in remarks}, tuple(rows)
    placed = Counter(key for row in table for key in row.remarks)
    _refuse("remarks_unknown", keys=placed.keys() - filed.keys())
    _refuse("remarks_lost", keys=filed.keys() - placed.keys())
    _refuse("remarks_twice", keys={key for key, times in placed.items() if times > 1})
    for row in table:
        _check_row(row, merged=[filed[key] for key in row.remarks])


def _refuse(code: str, *, keys: set[str]) -> None:
    if keys:
        raise BadInput(code, remarks=", ".join(sorted(keys)))


def _check_row(row: Row, *, merged: list[Remark]) -> None:
    if row.kind != row_kind(merged) and row.kind == "proposal":
        raise BadInput("objection_softened", row=row.key)
    if row.minority and len(merged) != 1:
        raise BadInput("minority_merged", row=row.key)
