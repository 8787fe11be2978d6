"""The tables of the common table, by what they hold."""

from makul.cases.models.answering import Assignment, ReplyTemplate, RowRevision
from makul.cases.models.board import BoardDecision, BoardVote
from makul.cases.models.case import Agreement, Case, Participation
from makul.cases.models.minutes import AgendaItem, Correction, MeetingTask
from makul.cases.models.outcome import Comparison, Decision, Statement
from makul.cases.models.reach import Reading
from makul.cases.models.remark import Position, Remark, Reply, Row, RowRemark
from makul.cases.models.settling import Meeting, Presence, Protocol, RowResult, Signature

__all__ = [
    "AgendaItem",
    "Agreement",
    "Assignment",
    "BoardDecision",
    "BoardVote",
    "Case",
    "Comparison",
    "Correction",
    "Decision",
    "Meeting",
    "MeetingTask",
    "Participation",
    "Position",
    "Presence",
    "Protocol",
    "Reading",
    "Remark",
    "Reply",
    "ReplyTemplate",
    "Row",
    "RowRemark",
    "RowResult",
    "RowRevision",
    "Signature",
    "Statement",
]
