"""Reads an opinion whole: what was asked and answered, what it costs, what is proposed, who disagrees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from makul.cases.models import Statement
from makul.core.canonical import canonical
from makul.core.estimates import Estimate, Total, expected_together, total
from makul.documents.storing import digest
from makul.expertise.models import (
    Appointment,
    CostLine,
    Expertise,
    Finding,
    InterestDeclaration,
    Proposal,
    Verdict,
)
from makul.journal.models import Entry
from makul.law.method import Method, Question, method
from makul.law.screening import KINDS

TERMS = tuple(CostLine.Term.values)
ATTACHED = {1: "expertise_attached", 2: "second_attached"}


@dataclass(frozen=True, slots=True)
class Answered:
    """A question of the method with its answer, or without one yet."""

    question: Question
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class Cost:
    """A line of the cost table with what is expected. Units: whole som; of all bodies together."""

    line: CostLine
    of_one: Estimate
    of_all: Estimate
    expected_som: int


@dataclass(frozen=True)
class Opinion:
    """Everything a page or a paper says of an expertise."""

    expertise: Expertise
    method: Method
    parts: Mapping[str, Sequence[Answered]]
    kinds: Sequence[str]
    costs: Sequence[Cost]
    totals: Mapping[str, Total]
    proposals: Sequence[Proposal]
    verdicts: Mapping[int, Verdict]
    appointments: Sequence[Appointment]
    declarations: Sequence[InterestDeclaration]
    statements: Sequence[Statement]

    @property
    def asked(self) -> list[Answered]:
        """Every question that is asked here."""
        return [one for part in self.parts.values() for one in part]

    @property
    def answered(self) -> int:
        """How many of the questions have an answer."""
        return sum(one.finding is not None for one in self.asked)

    def said(self, step: str) -> Statement | None:
        """What was said with a step, the last time."""
        return next((one for one in reversed(self.statements) if one.step == step), None)

    @property
    def answer(self) -> Statement | None:
        """The initiator's answer to the opinion."""
        return self.said("changes_answered") or self.said("verdict_answered")

    @property
    def dissents(self) -> list[Statement]:
        """What experts said who do not agree with the common opinion."""
        return [one for one in self.statements if one.step == "dissented"]

    @property
    def experts(self) -> list[Appointment]:
        """Those appointed and not recused, the leading one first."""
        return [one for one in self.appointments if one.recused_at is None]


def opinion_of(expertise: Expertise) -> Opinion:
    """The opinion as it stands (seven queries, whatever it holds)."""
    found = {one.question: one for one in expertise.findings.all()}
    kinds = kinds_of(expertise)
    edition = method(expertise.method)
    asked = {
        **{kind: edition.of_interests([kind]) for kind in kinds},
        "competence": edition.competence,
        "effects": tuple(edition.effects.values()),
    }
    costs = costs_of(expertise.costs.all())
    people = expertise.appointments.select_related("expert__party", "by__party")
    declared = expertise.declarations.select_related("expert__party")
    said = expertise.case.statements.select_related("party", "by")
    return Opinion(
        expertise=expertise,
        method=edition,
        parts={
            key: [Answered(one, found.get(one.key)) for one in part] for key, part in asked.items()
        },
        kinds=kinds,
        costs=costs,
        totals=totals_of(costs),
        proposals=list(expertise.proposals.all()),
        verdicts={
            one.deliberation: one
            for one in expertise.verdicts.select_related("document", "by__party")
        },
        appointments=list(people),
        declarations=list(declared),
        statements=list(said),
    )


def costs_of(lines: Iterable[CostLine]) -> list[Cost]:
    """The lines with what is expected, so rounded that those of a term add up to their sum."""
    found = []
    for _term, same in groupby(sorted(lines, key=term_of), key=term_of):
        own = list(same)
        each = [Estimate(one.low_som, one.likely_som, one.high_som) for one in own]
        of_all = [one.times(line.bodies) for one, line in zip(each, own, strict=True)]
        expected = expected_together(of_all)
        found += [Cost(*row) for row in zip(own, each, of_all, expected, strict=True)]
    return found


def term_of(line: CostLine) -> int:
    """Once before every year."""
    return TERMS.index(line.term)


def totals_of(costs: Sequence[Cost]) -> dict[str, Total]:
    """The sum by term; a term nobody reckoned is not there, which is not zero."""
    by_term = {term: [c.of_all for c in costs if c.line.term == term] for term in TERMS}
    return {term: total(found) for term, found in by_term.items() if found}


def kinds_of(expertise: Expertise) -> list[str]:
    """The kinds of interest the draft touches, as bill or screening say; else all are asked."""
    named: set[str] = set(expertise.bill.interests if expertise.bill else ())
    draft: Any = getattr(expertise.conciliation, "draftact", None)
    if not named and draft:
        named = _screened(draft)
    return [kind for kind in KINDS if kind in named] or list(KINDS)


def _screened(draft: Any) -> set[str]:
    """The kinds a person of the desk found; the draft is of a room this one does not know."""
    cards = getattr(draft, "screening", None)
    findings = getattr(cards, "findings", None)
    return set(findings.filter(found="yes").values_list("kind", flat=True)) if findings else set()


def text_digest(verdict: Verdict) -> str:
    """The digest of everything a signer is shown: verdict, findings, costs, proposed wordings."""
    expertise = verdict.expertise
    said: dict[str, Any] = {
        "verdict": [verdict.value, verdict.reasons_ky, verdict.reasons_ru],
        "deliberation": verdict.deliberation,
    }
    if verdict.deliberation == Verdict.Deliberation.FIRST:
        findings = expertise.findings.order_by("question")
        said["findings"] = [[f.question, f.answer, f.text_ky, f.text_ru, *f.eids] for f in findings]
        columns = ("body_kind", "term", "bodies", "low_som", "likely_som", "high_som")
        costs = expertise.costs.order_by("body_kind", "term")
        said["costs"] = [list(row) for row in costs.values_list(*columns)]
        worded = ("eid", "place", "wording_ky", "wording_ru", "reason_ky", "reason_ru")
        said["proposals"] = [list(row) for row in expertise.proposals.values_list(*worded)]
    return digest(canonical(said))


def attached_at(expertise: Expertise, deliberation: int) -> Entry | None:
    """The entry with which an opinion was put into the dossier, if it was."""
    step = ATTACHED[deliberation]
    return Entry.objects.filter(subject=expertise.case.subject, action=step).first()
