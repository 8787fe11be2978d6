"""A package opens a case once; the desk checks and screens it, each by its own right."""

from __future__ import annotations

from datetime import datetime

import pytest

from makul.cases.models import Case
from makul.core.errors import BadInput, NotAllowed
from makul.drafts.actions.submitting import (
    FindingInput,
    ScreeningInput,
    accept_package,
    return_package,
    screen_draft,
    submit_draft,
)
from makul.drafts.models import DraftAct, Screening
from makul.journal.models import Entry
from makul.law.forms import values
from tests.scene import Scene

pytestmark = pytest.mark.django_db


def findings(found: str = "no") -> list[FindingInput]:
    return [FindingInput(kind, found) for kind in values("interest")]


def test_submitting_twice_is_submitting_once(scene: Scene, draft: DraftAct, at: datetime) -> None:
    actor = scene.signatory(scene.ministry)
    cases = [
        submit_draft(draft=draft, deciders=[scene.committee], actor=actor, now=at) for _ in "12"
    ]
    assert cases[0] == cases[1]
    assert Entry.objects.filter(action="submitted").count() == 1
    roles = dict(cases[0].participations.values_list("role", "party__key"))
    assert roles == {
        "initiator": "demo-ministry",
        "association": "demo-union",
        "facilitator": "demo-desk",
        "appeal_body": "demo-panel",
        "decider": "demo-committee",
    }


def test_what_stops_a_package(scene: Scene, draft: DraftAct, at: datetime) -> None:
    signs, drafts = scene.signatory(scene.ministry), scene.drafter(scene.ministry)
    with pytest.raises(NotAllowed, match="may_not_sign"):
        submit_draft(draft=draft, deciders=[scene.committee], actor=drafts, now=at)
    with pytest.raises(NotAllowed, match="wrong_role"):
        submit_draft(draft=draft, deciders=[], actor=scene.signatory(scene.union), now=at)
    with pytest.raises(BadInput, match="no_decider"):
        submit_draft(draft=draft, deciders=[], actor=signs, now=at)
    with pytest.raises(BadInput, match="two_roles"):
        submit_draft(draft=draft, deciders=[scene.desk], actor=signs, now=at)
    scene.agreement.delete()
    with pytest.raises(BadInput, match="no_agreement"):
        submit_draft(draft=draft, deciders=[scene.committee], actor=signs, now=at)
    draft.costs.all().delete()
    with pytest.raises(BadInput, match="package_incomplete") as refused:
        submit_draft(draft=draft, deciders=[scene.committee], actor=signs, now=at)
    assert (refused.value.params["missing"], Case.objects.count()) == (["costs"], 0)


def test_only_the_facilitator_accepts_or_returns(scene: Scene, case: Case, at: datetime) -> None:
    draft = case.draftact
    with pytest.raises(NotAllowed, match="wrong_role"):
        accept_package(draft=draft, actor=scene.signatory(scene.ministry), now=at)
    accept_package(draft=draft, actor=scene.drafter(scene.desk), now=at)
    assert Entry.objects.filter(subject=case.subject, action="accepted").count() == 1


def test_a_return_names_its_defects_and_closes_the_case(
    scene: Scene, case: Case, at: datetime
) -> None:
    desk = scene.drafter(scene.desk)
    with pytest.raises(BadInput, match="no_words"):
        return_package(draft=case.draftact, defects=" ", language="ru", actor=desk, now=at)
    return_package(draft=case.draftact, defects="Нет таблицы", language="ru", actor=desk, now=at)
    case.refresh_from_db()
    assert (case.is_closed, case.outcome) == (True, "returned")


def test_what_is_not_submitted_cannot_be_checked(
    scene: Scene, draft: DraftAct, at: datetime
) -> None:
    with pytest.raises(BadInput, match="not_submitted"):
        accept_package(draft=draft, actor=scene.drafter(scene.desk), now=at)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (ScreeningInput("maybe", findings()), "unknown_screening"),
        (ScreeningInput("affects", findings()[1:]), "findings_incomplete"),
        (ScreeningInput("affects", findings("perhaps")), "findings_incomplete"),
        (ScreeningInput("exempt", findings()), "no_exempt_ground"),
        (ScreeningInput("not_affecting", findings("yes")), "finding_contradicts"),
    ],
)
def test_a_card_must_be_whole_and_agree_with_itself(
    scene: Scene, case: Case, at: datetime, content: ScreeningInput, code: str
) -> None:
    with pytest.raises(BadInput, match=code):
        screen_draft(draft=case.draftact, content=content, actor=scene.drafter(scene.desk), now=at)
    assert not Screening.objects.exists()


def test_a_card_made_anew_replaces_the_findings_and_both_stand_in_the_journal(
    scene: Scene, case: Case, at: datetime
) -> None:
    desk = scene.drafter(scene.desk)
    for value in ("not_affecting", "affects"):
        content = ScreeningInput(value, findings("doubt"), reason_ru="Причина")
        screen_draft(draft=case.draftact, content=content, actor=desk, now=at)
    card = Screening.objects.get(draft=case.draftact)
    assert (card.value, card.findings.count(), card.by) == ("affects", 8, desk)
    assert Entry.objects.filter(subject=case.subject, action="screened").count() == 2
