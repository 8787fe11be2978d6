"""Positions: drafted, filed once, replaced within the term, refused with a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.positions import (
    MOST_REMARKS,
    PositionInput,
    draft_position,
    file_position,
)
from makul.cases.actions.rows import place_rest
from makul.cases.models import Position, Row
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from tests.scene import START, Scene, answer, build_scene, draft, file, notified, remark

pytestmark = pytest.mark.django_db
NEXT = START + timedelta(days=1)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


def test_one_drafts_and_another_files(scene: Scene) -> None:
    case, body = notified(scene), scene.bodies[0]
    position = draft(scene, case, body, "not_agreed", remark())
    with pytest.raises(NotAllowed) as refused:
        file_position(position=position, actor=scene.drafter(body), now=NEXT)
    assert refused.value.code == "may_not_sign"
    filed = file_position(position=position, actor=scene.signatory(body), now=NEXT)
    entry = Entry.objects.get(subject=case.subject, action="position")
    assert (entry.party, entry.value) == (body.key, "not_agreed")
    assert (filed.receipt, filed.filed_at) == (f"{case.number}-{entry.number}", NEXT)


def test_a_position_of_one_word_is_valid(scene: Scene) -> None:
    case = notified(scene)
    position = file(scene, case, scene.bodies[0], "not_affected")
    assert (position.state, position.remarks.count()) == ("filed", 0)


def test_without_a_stance_there_is_no_position(scene: Scene) -> None:
    case, body = notified(scene), scene.bodies[0]
    position = draft(scene, case, body, "")
    with pytest.raises(BadInput) as refused:
        file_position(position=position, actor=scene.signatory(body), now=NEXT)
    assert refused.value.code == "no_stance"


def test_filing_twice_is_filing_once(scene: Scene) -> None:
    case, body = notified(scene), scene.bodies[0]
    position = draft(scene, case, body, "agreed")
    first = file_position(position=position, actor=scene.signatory(body), now=NEXT)
    second = file_position(position=position, actor=scene.signatory(body), now=NEXT)
    assert first.receipt == second.receipt
    assert Entry.objects.filter(subject=case.subject, action="position").count() == 1


def test_another_body_files_nothing_for_you(scene: Scene) -> None:
    case = notified(scene)
    position = draft(scene, case, scene.bodies[0], "agreed")
    with pytest.raises(BadInput) as refused:
        file_position(position=position, actor=scene.signatory(scene.bodies[1]), now=NEXT)
    assert refused.value.code == "not_your_position"


def test_a_new_draft_takes_the_place_of_the_former(scene: Scene) -> None:
    case, body = notified(scene), scene.bodies[0]
    draft(scene, case, body, "agreed", remark(), remark())
    draft(scene, case, body, "not_agreed", remark("art_4"))
    [kept] = Position.objects.filter(case=case, party=body)
    assert (kept.stance, [one.eid for one in kept.remarks.all()]) == ("not_agreed", ["art_4"])


def test_within_the_term_a_position_is_replaced_and_the_former_stays(scene: Scene) -> None:
    case, body = notified(scene), scene.bodies[0]
    file(scene, case, body, "not_agreed", remark())
    place_rest(case=case, actor=scene.drafter(scene.union), now=NEXT)
    file(scene, case, body, "agreed", at=NEXT + timedelta(days=1))
    states = Position.objects.filter(case=case, party=body).values_list("stance", "state")
    assert sorted(states) == [("agreed", "filed"), ("not_agreed", "replaced")]
    assert Row.objects.filter(case=case).count() == 0


def test_after_the_term_a_position_is_no_longer_replaced(scene: Scene) -> None:
    case, body = notified(scene), scene.bodies[0]
    former = file(scene, case, body, "not_agreed", remark())
    with pytest.raises(BadInput) as refused:
        file(scene, case, body, "agreed", at=START + timedelta(days=60))
    assert refused.value.code == "replace_term_over"
    former.refresh_from_db()
    assert former.state == "filed"


def test_a_late_first_position_is_taken_until_the_reply(scene: Scene) -> None:
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    file(scene, case, scene.bodies[1], "agreed", at=START + timedelta(days=30))
    assert Position.objects.filter(case=case, state="filed").count() == 2


def test_a_position_after_the_reply_is_recorded_too(scene: Scene) -> None:
    """A fact out of turn is recorded and judged, never refused."""
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    answer(scene, case)
    late = file(scene, case, scene.bodies[1], "agreed", at=START + timedelta(days=40))
    assert late.state == "filed"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (PositionInput("silent", "ky"), "unknown_stance"),
        (PositionInput("yes", "ky"), "unknown_stance"),
        (PositionInput("agreed", "ky", remarks=[remark("art_99")]), "unknown_provision"),
        (PositionInput("agreed", "ky", remarks=[remark(kind="joke")]), "unknown_kind_of_remark"),
        (PositionInput("agreed", "ky", remarks=[remark(text=" ")]), "empty_remark"),
        (PositionInput("agreed", "ky", remarks=[remark(text="а" * 20_001)]), "too_long"),
        (PositionInput("agreed", "ky", remarks=[remark(yearly_som=-1)]), "bad_sum"),
        (PositionInput("agreed", "ky", remarks=[remark(once_som=10**16)]), "bad_sum"),
        (PositionInput("agreed", "ky", remarks=[remark()] * (MOST_REMARKS + 1)), "too_many"),
    ],
)
def test_what_cannot_be_kept_is_refused_whole(
    scene: Scene, content: PositionInput, code: str
) -> None:
    case, body = notified(scene), scene.bodies[0]
    with pytest.raises(BadInput) as refused:
        draft_position(case=case, content=content, actor=scene.drafter(body), now=NEXT)
    assert (refused.value.code, Position.objects.count()) == (code, 0)


def test_a_remark_may_be_on_the_whole_draft(scene: Scene) -> None:
    case = notified(scene)
    position = file(scene, case, scene.bodies[0], "not_agreed", remark(""))
    assert [one.eid for one in position.remarks.all()] == [""]
