"""The worksheet of the experts: findings, costs, proposed wordings, the verdict as a draft.

Nothing here is a fact of the case yet: the experts' working papers become one by the signature.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from makul.cases.actions.step import stand
from makul.core.errors import BadInput
from makul.core.estimates import Estimate
from makul.expertise.models import CostLine, Expertise, Finding, Proposal, Verdict
from makul.law.forms import values
from makul.law.method import method
from makul.parties.models import Mandate

LONGEST = 20_000
FIRST, SECOND = Verdict.Deliberation.FIRST, Verdict.Deliberation.SECOND


@dataclass(frozen=True, slots=True)
class FindingInput:
    """The answer to one question, with the words and the provisions it rests on."""

    answer: str
    text_ky: str = ""
    text_ru: str = ""
    eids: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class CostInput:
    """Three estimates for one kind of body. Units: whole som per body."""

    body_kind: str
    term: str
    bodies: int
    low_som: int
    likely_som: int
    high_som: int
    source_ky: str = ""
    source_ru: str = ""


@dataclass(frozen=True, slots=True)
class ProposalInput:
    """A wording proposed for one provision."""

    eid: str = ""
    place: str = ""
    wording_ky: str = ""
    wording_ru: str = ""
    reason_ky: str = ""
    reason_ru: str = ""


@transaction.atomic
def keep_findings(
    *,
    expertise: Expertise,
    findings: Mapping[str, FindingInput],
    actor: Mandate,
    now: datetime,
) -> None:
    """Keep answers to questions of the method; an empty answer takes the former one away.

    Raises: NotAllowed; BadInput `verdict_signed`, `unknown_question`, `unknown_answer`, `too_long`.
    """
    _may_write(expertise, actor, deliberation=FIRST, now=now)
    known = {question.key for question in method(expertise.method).questions}
    for key, one in findings.items():
        if key not in known:
            raise BadInput("unknown_question", key=key)
        _short(one.text_ky, one.text_ru)
        if not one.answer:
            expertise.findings.filter(question=key).delete()
            continue
        if one.answer not in Finding.Answer.values:
            raise BadInput("unknown_answer", value=one.answer)
        said = {
            "answer": one.answer,
            "text_ky": one.text_ky.strip(),
            "text_ru": one.text_ru.strip(),
            "eids": list(one.eids),
            "by": actor,
            "changed_at": now,
        }
        Finding.objects.update_or_create(expertise=expertise, question=key, defaults=said)


@transaction.atomic
def keep_costs(
    *, expertise: Expertise, lines: Sequence[CostInput], actor: Mandate, now: datetime
) -> list[CostLine]:
    """Keep the whole table of costs anew.

    Raises: NotAllowed; BadInput `verdict_signed`, `estimate_order`, `cost_twice`, `unknown_kind_of_body`.
    """
    _may_write(expertise, actor, deliberation=FIRST, now=now)
    keys = [(line.body_kind, line.term) for line in lines]
    if len(keys) != len(set(keys)):
        raise BadInput("cost_twice")
    for line in lines:
        if line.body_kind not in values("body.kind"):
            raise BadInput("unknown_kind_of_body", value=line.body_kind)
        Estimate(line.low_som, line.likely_som, line.high_som)  # refuses what is out of order
        _short(line.source_ky, line.source_ru)
    expertise.costs.all().delete()
    fields = CostInput.__slots__
    return CostLine.objects.bulk_create(
        [
            CostLine(expertise=expertise, **{name: getattr(line, name) for name in fields})
            for line in lines
        ]
    )


@transaction.atomic
def keep_verdict(
    *,
    expertise: Expertise,
    deliberation: int,
    value: str,
    reasons_ky: str,
    reasons_ru: str,
    proposals: Sequence[ProposalInput] = (),
    actor: Mandate,
    now: datetime,
) -> Verdict:
    """Keep the verdict as a draft, with the wordings proposed (of the first deliberation only).

    Raises: NotAllowed; BadInput `verdict_signed`, `too_long`.
    """
    _may_write(expertise, actor, deliberation=deliberation, now=now)
    _short(reasons_ky, reasons_ru)
    said = {
        "value": value,
        "reasons_ky": reasons_ky.strip(),
        "reasons_ru": reasons_ru.strip(),
        "by": actor,
        "changed_at": now,
    }
    verdict, _new = Verdict.objects.update_or_create(
        expertise=expertise, deliberation=deliberation, defaults=said
    )
    if deliberation == FIRST:
        expertise.proposals.all().delete()
        Proposal.objects.bulk_create(
            [
                Proposal(expertise=expertise, **{n: getattr(one, n) for n in one.__slots__})
                for one in proposals
            ]
        )
    return verdict


def _may_write(expertise: Expertise, actor: Mandate, *, deliberation: int, now: datetime) -> None:
    stand(expertise.case, actor, "fill_worksheet", now=now)
    signed = expertise.verdicts.filter(deliberation=deliberation, signed_at__isnull=False)
    if signed.exists():
        raise BadInput("verdict_signed")


def _short(*texts: str) -> None:
    if any(len(text) > LONGEST for text in texts):
        raise BadInput("too_long", number=1, limit=LONGEST)
