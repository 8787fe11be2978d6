"""The tables of the common table, by what they hold."""

from makul.cases.models.case import Agreement, Case, Participation
from makul.cases.models.outcome import Comparison, Decision, Statement
from makul.cases.models.remark import Position, Remark, Reply, Row, RowRemark
from makul.cases.models.settling import Meeting, Presence, Protocol, RowResult, Signature

__all__ = [
    "Agreement",
    "Case",
    "Comparison",
    "Decision",
    "Meeting",
    "Participation",
    "Position",
    "Presence",
    "Protocol",
    "Remark",
    "Reply",
    "Row",
    "RowRemark",
    "RowResult",
    "Signature",
    "Statement",
]
