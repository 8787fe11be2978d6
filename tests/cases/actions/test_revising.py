"""A changed draft: its text is the next version, and a substantial change opens a new answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.revising import ClaimInput, claim_rows, revise_draft
from makul.cases.actions.rows import place_rest
from makul.cases.actions.step import StatementInput
from makul.cases.models import Case, RowRevision
from makul.cases.queries.judging import status_of
from makul.cases.queries.texts import draft_versions
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from makul.notices.models import Notice
from tests.scene import START, TEXTS, Scene, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=5)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


def content(value: str, text: str = "Статья 3 снята") -> StatementInput:
    return StatementInput("revised", "revise", text, "ru", value=value)


@pytest.mark.parametrize(("value", "is_asked"), [("substantial", True), ("minor", False)])
def test_a_substantial_change_is_answered_anew(scene: Scene, value: str, is_asked: bool) -> None:
    case = notified(scene)
    actor = scene.signatory(scene.ministry)
    revise_draft(case=case, content=content(value), files=TEXTS, actor=actor, now=NOW)
    numbers = {version.number for version in draft_versions(case).values()}
    asked = {
        may.party
        for may in status_of(case, today=NOW.date()).may
        if may.step == "revision_position"
    }
    assert (numbers, bool(asked)) == ({2}, is_asked)


def test_what_is_not_said_or_not_there_is_refused(scene: Scene) -> None:
    case, actor = notified(scene), scene.signatory(scene.ministry)
    for said, files, code in (
        (content("big"), TEXTS, "unknown_change"),
        (content("minor", " "), TEXTS, "no_words"),
        (content("minor"), (), "no_file_given"),
    ):
        with pytest.raises(BadInput) as refused:
            revise_draft(case=case, content=said, files=files, actor=actor, now=NOW)
        assert refused.value.code == code
    assert {version.number for version in draft_versions(case).values()} == {1}


@pytest.fixture
def spoken(scene: Scene) -> Case:
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark("art_2"), remark("art_3"))
    place_rest(case=case, actor=scene.drafter(scene.union), now=NOW)
    return case


def revise(scene: Scene, case: Case) -> None:
    actor = scene.signatory(scene.ministry)
    revise_draft(case=case, content=content("minor"), files=TEXTS, actor=actor, now=NOW)


def claim(scene: Scene, case: Case, *, eid: str = "art_2", settles: bool = True) -> int:
    claims = [ClaimInput(case.rows.get(number=1), eid, settles)]
    head = scene.signatory(scene.ministry)
    return claim_rows(case=case, claims=claims, actor=head, now=NOW)


def test_what_a_new_version_meets_is_one_entry_and_a_letter_to_each_author(
    scene: Scene, spoken: Case
) -> None:
    revise(scene, spoken)
    assert claim(scene, spoken) == 1
    entry = Entry.objects.get(subject=spoken.subject, action="rows_revised")
    assert (entry.value, entry.data["rows"]) == ("2", {"1": "settles art_2"})
    told = Notice.objects.filter(kind="revision_told").order_by("party__key")
    assert [one.party.key for one in told] == ["demo-aa-01", "demo-union"]


def test_a_later_claim_takes_the_place_of_the_former(scene: Scene, spoken: Case) -> None:
    revise(scene, spoken)
    claim(scene, spoken)
    claim(scene, spoken, eid="", settles=False)
    one = RowRevision.objects.get()
    assert (one.eid, one.is_settling, one.version.number) == ("", False, 2)


def test_a_claim_settles_nothing(scene: Scene, spoken: Case) -> None:
    revise(scene, spoken)
    before = [m.step for m in status_of(spoken, today=NOW.date()).may]
    claim(scene, spoken)
    after = [m.step for m in status_of(spoken, today=NOW.date()).may]
    assert (spoken.rows.filter(is_dropped=True).exists(), after) == (False, before)


def test_no_claim_without_a_new_version_a_row_or_a_place(scene: Scene, spoken: Case) -> None:
    head = scene.signatory(scene.ministry)
    with pytest.raises(BadInput) as refused:
        claim(scene, spoken)
    assert refused.value.code == "no_new_version"
    revise(scene, spoken)
    with pytest.raises(BadInput) as refused:
        claim(scene, spoken, eid="art_99")
    assert refused.value.code == "not_in_version"
    with pytest.raises(BadInput) as refused:
        claim_rows(case=spoken, claims=[], actor=head, now=NOW)
    assert refused.value.code == "no_row_ticked"
    with pytest.raises(NotAllowed) as denied:
        claims = [ClaimInput(spoken.rows.get(number=1), "art_2", True)]
        claim_rows(case=spoken, claims=claims, actor=scene.drafter(scene.ministry), now=NOW)
    assert denied.value.code == "may_not_sign"
    assert RowRevision.objects.count() == 0
