"""What a new version changed, and which rows speak of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.revising import ClaimInput, claim_rows, revise_draft
from makul.cases.actions.rows import place_rest
from makul.cases.actions.step import StatementInput
from makul.cases.models import Case, Row
from makul.cases.queries.revisions import (
    claimed,
    has_revision,
    revision_of,
    revisions_of,
    suggested_eid,
    touches,
)
from makul.core.provisions import Change
from makul.documents.storing import File
from tests.scene import DRAFT_KY, DRAFT_RU, START, Scene, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=36)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def case(scene: Scene) -> Case:
    """Rows on a part of article 3, on article 2 and on the whole draft."""
    case = notified(scene)
    remarks = (remark("art_3__part_2"), remark("art_2"), remark("", kind="proposal"))
    file(scene, case, scene.bodies[0], "not_agreed", *remarks)
    place_rest(case=case, actor=scene.drafter(scene.union), now=NOW)
    return case


def revise(scene: Scene, case: Case, *, languages: tuple[str, ...] = ("ky", "ru")) -> None:
    texts = {
        "ky": DRAFT_KY.replace("жергиликтүү бюджеттин", "республикалык бюджеттин"),
        "ru": DRAFT_RU.replace("за счёт местного бюджета", "за счёт республиканского бюджета"),
    }
    files = [File(code, f"draft-2-{code}.txt", texts[code].encode()) for code in languages]
    content = StatementInput("revised", "revise", "Өзгөрдү", "ky", value="minor")
    head = scene.signatory(scene.ministry)
    revise_draft(case=case, content=content, files=files, actor=head, now=NOW)


def row(case: Case, eid: str) -> Row:
    return case.rows.get(eid=eid)


@pytest.mark.parametrize(
    ("eid", "is_touched"),
    [
        ("art_3", True),
        ("art_3__part_2", True),
        ("art_3__part_2__point_1", True),
        ("art_3__part_1", False),
        ("art_33", False),
        ("", True),
    ],
)
def test_a_change_touches_what_it_holds_and_what_holds_it(eid: str, is_touched: bool) -> None:
    assert touches(Change("art_3__part_2", "changed"), eid) is is_touched


def test_a_moved_provision_touches_its_old_place_too() -> None:
    moved = Change("art_5", "moved", old_eid="art_4")
    assert [touches(moved, eid) for eid in ("art_4", "art_5", "art_6")] == [True, True, False]


def test_the_newest_version_is_compared_with_the_one_before(scene: Scene, case: Case) -> None:
    assert (has_revision(case), revision_of(case, "ky")) == (False, None)
    revise(scene, case)
    found = revision_of(case, "ru")
    assert found is not None
    assert (found.former.number, found.version.number, found.version.language) == (1, 2, "ru")
    assert [change.eid for change in found.changes] == ["art_3__part_2"]
    assert [len(found.touched(row(case, eid))) for eid in ("art_3__part_2", "art_2")] == [1, 0]
    assert has_revision(case)


def test_where_one_language_changed_that_one_is_compared(scene: Scene, case: Case) -> None:
    revise(scene, case, languages=("ru",))
    found = revision_of(case, "ky")
    assert found is not None and found.version.language == "ru"


def test_the_likely_place_is_the_same_or_the_new_one(case: Case) -> None:
    spoken = row(case, "art_2")
    moved = Change("art_5", "moved", old_eid="art_2")
    below = Change("art_2__part_1", "changed")
    gone = Change("art_2__part_2", "removed")
    assert suggested_eid([below, moved], spoken) == "art_5"
    assert suggested_eid([gone, below], spoken) == "art_2__part_1"
    assert suggested_eid([gone], spoken) == "art_2"


def test_what_is_said_of_a_row_is_read_in_one_query(
    scene: Scene, case: Case, django_assert_num_queries
) -> None:
    revise(scene, case)
    claims = [ClaimInput(row(case, "art_3__part_2"), "art_3__part_2", True)]
    claim_rows(case=case, claims=claims, actor=scene.signatory(scene.ministry), now=NOW)
    rows = list(case.rows.all())
    with django_assert_num_queries(1):
        [[one]] = revisions_of(case, rows).values()
    assert (one.row_id, one.version.number, one.is_settling) == (claims[0].row.pk, 2, True)
    russian = revision_of(case, "ru")
    assert russian is not None
    assert list(claimed(case, russian.version)) == [claims[0].row.pk]
