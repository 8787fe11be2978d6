"""Submits a package: the case is opened under the edition in force, and the papers go into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from makul.cases.actions.opening import Opening, agreement_of, open_case
from makul.cases.actions.step import StatementInput, state_step, take_step
from makul.cases.models import Agreement, Case
from makul.core.errors import BadInput
from makul.documents.models import Document
from makul.documents.storing import digests
from makul.drafts.actions.preparing import stand
from makul.drafts.models import DraftAct, InterestFinding, Screening
from makul.drafts.queries import missing_papers
from makul.law.forms import values
from makul.parties.models import Mandate, Party

FOUND = frozenset({"yes", "no", "doubt"})


@transaction.atomic
def submit_draft(
    *,
    draft: DraftAct,
    deciders: Sequence[Party],
    actor: Mandate,
    now: datetime,
    previous: Case | None = None,
) -> Case:
    """Submit the package to the facilitator; submitting twice is submitting once.

    Raises: NotAllowed; BadInput `package_incomplete` with what is missing, `no_agreement`,
    `no_decider`.
    """
    draft = DraftAct.objects.select_for_update().get(pk=draft.pk)
    if draft.case:
        return draft.case
    stand(draft, actor, "submit", now=now)
    if missing := missing_papers(draft):
        raise BadInput("package_incomplete", missing=missing)
    if not deciders:
        raise BadInput("no_decider")
    agreement = agreement_of(initiator=draft.initiator, on=timezone.localdate(now))
    if agreement is None:
        raise BadInput("no_agreement", party=draft.initiator.key)
    opening = opening_of(draft, agreement, deciders=deciders, previous=previous)
    case = open_case(opening=opening, actor=actor, now=now, data={"sha256": package_digests(draft)})
    move_papers(draft, case)
    return case


def opening_of(
    draft: DraftAct, agreement: Agreement, *, deciders: Sequence[Party], previous: Case | None
) -> Opening:
    """What a case is opened with: the parties by the agreement that binds the initiator."""
    return Opening(
        act_kind=draft.act_kind,
        track=draft.track,
        title_ky=draft.title_ky,
        title_ru=draft.title_ru,
        authentic_language=draft.authentic_language,
        agreement=agreement,
        previous=previous or draft.previous,
        is_demonstration=draft.initiator.is_demonstration,
        roles={
            "initiator": [draft.initiator],
            "association": [agreement.association],
            "facilitator": [agreement.facilitator],
            "appeal_body": [agreement.appeal_body],
            "decider": list(deciders),
        },
    )


def package_digests(draft: DraftAct) -> dict[str, dict[str, str]]:
    items = draft.items.select_related("document").prefetch_related("document__versions")
    return {f"{item.kind}-{item.document_id}": digests(item.document) for item in items}


def move_papers(draft: DraftAct, case: Case) -> None:
    draft.case = case
    draft.save(update_fields=["case"])
    Document.objects.filter(subject=draft.subject).update(subject=case.subject)


@transaction.atomic
def accept_package(*, draft: DraftAct, actor: Mandate, now: datetime) -> None:
    """The package is complete (Order, art. 15)."""
    take_step(case=case_of(draft), step="accepted", actor=actor, right="check_package", now=now)


@transaction.atomic
def return_package(
    *, draft: DraftAct, defects: str, language: str, actor: Mandate, now: datetime
) -> None:
    """Return the package, naming all defects at once; this closes the case (Order, art. 15)."""
    state_step(
        case=case_of(draft),
        content=StatementInput(
            step="returned", right="check_package", text=defects, language=language
        ),
        actor=actor,
        now=now,
    )


def case_of(draft: DraftAct) -> Case:
    if draft.case is None:
        raise BadInput("not_submitted")
    return draft.case


@dataclass(frozen=True, slots=True)
class FindingInput:
    """Whether a kind of interest was found, in which provisions and by which words."""

    kind: str
    found: str
    eids: Sequence[str] = ()
    words_ky: str = ""
    words_ru: str = ""
    is_hinted: bool = False


@dataclass(frozen=True, slots=True)
class ScreeningInput:
    """The card: its value, the ground of an exemption, the reasons, the circle of bodies."""

    value: str
    findings: Sequence[FindingInput]
    ground: str = ""
    reason_ky: str = ""
    reason_ru: str = ""
    circle_ky: str = ""
    circle_ru: str = ""


@transaction.atomic
def screen_draft(
    *, draft: DraftAct, content: ScreeningInput, actor: Mandate, now: datetime
) -> Screening:
    """A person finds whether the draft touches local self-government, kind by kind (Order, art. 16).

    Raises: NotAllowed; BadInput `unknown_screening`, `findings_incomplete`, `no_exempt_ground`,
    `finding_contradicts`.
    """
    check_screening(content)
    screening = write_card(draft, content, actor=actor, now=now)
    take_step(
        case=case_of(draft),
        step="screened",
        actor=actor,
        right="screen",
        now=now,
        value=content.value,
        data={"ground": content.ground, "found": {one.kind: one.found for one in content.findings}},
    )
    return screening


def write_card(
    draft: DraftAct, content: ScreeningInput, *, actor: Mandate, now: datetime
) -> Screening:
    """The card with its findings, in the place of a former one."""
    names = ("value", "ground", "reason_ky", "reason_ru", "circle_ky", "circle_ru")
    said = {name: getattr(content, name) for name in names}
    screening, _new = Screening.objects.update_or_create(
        draft=draft, defaults={**said, "by": actor, "at": now}
    )
    screening.findings.all().delete()
    fields = FindingInput.__slots__
    InterestFinding.objects.bulk_create(
        [
            InterestFinding(
                screening=screening,
                **{name: getattr(one, name) for name in fields} | {"eids": list(one.eids)},
            )
            for one in content.findings
        ]
    )
    return screening


def check_screening(content: ScreeningInput) -> None:
    if content.value not in {"affects", "not_affecting", "exempt"}:
        raise BadInput("unknown_screening", value=content.value)
    kinds = {one.kind: one.found for one in content.findings}
    if set(kinds) != set(values("interest")) or set(kinds.values()) - FOUND:
        raise BadInput("findings_incomplete")
    if content.value == "exempt" and not content.ground:
        raise BadInput("no_exempt_ground")
    if content.value == "not_affecting" and "yes" in kinds.values():
        raise BadInput("finding_contradicts")
