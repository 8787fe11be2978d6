"""What comes of a case: reasons on each row, the adoption, the comparison of every row."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.outcomes import (
    ComparisonInput,
    DecisionInput,
    compare_rows,
    consider_rows,
    record_adoption,
)
from makul.cases.models import Case, Comparison, Decision
from makul.core.errors import BadInput, NotAllowed
from makul.documents.models import Document
from makul.journal.models import Entry
from tests.scene import START, TEXTS, Scene, answer, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=60)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def case(scene: Scene) -> Case:
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark(), remark("art_2"))
    answer(scene, case)
    return case


def test_the_decider_gives_a_reason_on_each_row(scene: Scene, case: Case) -> None:
    actor = scene.signatory(scene.committee)
    first, second = case.rows.order_by("number")
    for one, code in (
        (DecisionInput(first, "nobody", "Себеби"), "unknown_decision"),
        (DecisionInput(first, "lsg", " "), "no_reason"),
    ):
        with pytest.raises(BadInput) as refused:
            consider_rows(case=case, decisions=[one], actor=actor, now=NOW)
        assert refused.value.code == code
    decisions = [DecisionInput(first, "lsg", "Себеби"), DecisionInput(second, "other", "", "Иное")]
    entry = consider_rows(case=case, decisions=decisions, actor=actor, now=NOW)
    assert entry.data["rows"] == {"1": "lsg", "2": "other"}
    assert Decision.objects.count() == 2


def test_a_later_decision_takes_the_place_of_the_former(scene: Scene, case: Case) -> None:
    actor, row = scene.signatory(scene.committee), case.rows.get(number=1)
    for taken in ("lsg", "initiator"):
        decision = DecisionInput(row, taken, "Себеби")
        consider_rows(case=case, decisions=[decision], actor=actor, now=NOW)
    assert Decision.objects.get(row=row).taken == "initiator"


def test_only_who_decides_considers(scene: Scene, case: Case) -> None:
    with pytest.raises(NotAllowed) as refused:
        consider_rows(case=case, decisions=[], actor=scene.drafter(scene.committee), now=NOW)
    assert refused.value.code == "may_not_sign"


def test_an_adoption_keeps_its_text(scene: Scene, case: Case) -> None:
    entry = record_adoption(
        case=case,
        decider=scene.committee,
        files=TEXTS,
        actor=scene.drafter(scene.desk),
        now=NOW,
        happened_at=NOW - timedelta(days=1),
    )
    document = Document.objects.get(subject=case.subject, kind="adopted")
    assert (document.author, document.versions.count()) == (scene.committee, 2)
    assert (entry.party, case.outcome) == ("demo-committee", "adopted")


def test_an_adoption_is_recorded_without_its_text(scene: Scene, case: Case) -> None:
    actor = scene.drafter(scene.union)
    record_adoption(case=case, decider=scene.committee, files=[], actor=actor, now=NOW)
    assert case.is_closed
    assert Entry.objects.get(subject=case.subject, action="adopted").data["recorded_by"]


def test_every_row_is_compared(scene: Scene, case: Case) -> None:
    actor = scene.drafter(scene.desk)
    first, second = case.rows.order_by("number")
    with pytest.raises(BadInput) as refused:
        compare_rows(case=case, comparisons=[ComparisonInput(first, "lsg")], actor=actor, now=NOW)
    assert (refused.value.code, refused.value.params["rows"]) == ("rows_left_out", [2])
    with pytest.raises(BadInput) as refused:
        both = [ComparisonInput(first, "lsg"), ComparisonInput(second, "won")]
        compare_rows(case=case, comparisons=both, actor=actor, now=NOW)
    assert (refused.value.code, Comparison.objects.count()) == ("unknown_result", 0)
    both = [ComparisonInput(first, "lsg", "art_3"), ComparisonInput(second, "removed")]
    entry = compare_rows(case=case, comparisons=both, actor=actor, now=NOW)
    assert entry.data["rows"] == {"1": "lsg", "2": "removed"}
