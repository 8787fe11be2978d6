"""Letters on paper: entered by the desk as of the day they came, with their scan."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from makul.cases.actions.papers import Letter, file_paper
from makul.cases.actions.positions import PositionInput
from makul.cases.models import Position
from makul.core.errors import BadInput, NotAllowed
from makul.documents.models import Document
from makul.documents.storing import File
from makul.journal.models import Entry
from makul.parties.models import Party
from tests.scene import START, Scene, build_scene, draft, notified, remark

pytestmark = pytest.mark.django_db
CAME, NOW = START + timedelta(days=10), START + timedelta(days=12)
SCAN = File("ky", "letter.pdf", b"%PDF-1.4 scan")


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


def letter(party: Party, *, stance: str = "not_agreed", at: datetime = CAME) -> Letter:
    content = PositionInput(stance, "ky", remarks=[remark()])
    return Letter(party=party, content=content, scan=SCAN, received_at=at)


def test_it_counts_from_the_day_it_came(scene: Scene) -> None:
    case = notified(scene)
    actor = scene.drafter(scene.desk)
    position = file_paper(case=case, letter=letter(scene.bodies[0]), actor=actor, now=NOW)
    entry = Entry.objects.get(subject=case.subject, action="position")
    assert (entry.party, entry.at) == (scene.bodies[0].key, CAME)
    assert (entry.data["recorded_by"], entry.data["recorded_at"]) == (
        "demo-desk",
        NOW.isoformat(),
    )
    assert (position.is_paper, position.filed_at, position.state) == (True, CAME, "filed")


def test_the_scan_is_kept_beside_it(scene: Scene) -> None:
    case = notified(scene)
    file_paper(case=case, letter=letter(scene.bodies[0]), actor=scene.drafter(scene.desk), now=NOW)
    document = Document.objects.get(subject=case.subject, kind="position")
    entry = Entry.objects.get(subject=case.subject, action="position")
    assert (document.author, document.is_public) == (scene.bodies[0], False)
    assert entry.data["scan"] == document.versions.get().blob_id


def test_what_the_body_is_drafting_stays_untouched(scene: Scene) -> None:
    case, body = notified(scene), scene.bodies[0]
    own = draft(scene, case, body, "agreed", remark("art_4"))
    file_paper(case=case, letter=letter(body), actor=scene.drafter(scene.desk), now=NOW)
    own.refresh_from_db()
    assert (own.state, [one.eid for one in own.remarks.all()]) == ("draft", ["art_4"])


def test_a_second_letter_takes_the_place_of_the_first(scene: Scene) -> None:
    case, body, actor = notified(scene), scene.bodies[0], scene.drafter(scene.union)
    file_paper(case=case, letter=letter(body), actor=actor, now=NOW)
    file_paper(case=case, letter=letter(body, stance="agreed"), actor=actor, now=NOW)
    states = Position.objects.filter(case=case).values_list("stance", "state")
    assert sorted(states) == [("agreed", "filed"), ("not_agreed", "replaced")]


def test_what_cannot_be_a_letter_is_refused_whole(scene: Scene) -> None:
    case, actor = notified(scene), scene.drafter(scene.desk)
    text = Letter(scene.bodies[0], PositionInput("agreed", "ky"), File("ky", "a.exe", b"MZ"), CAME)
    for one, code in (
        (letter(scene.committee), "not_in_the_case"),
        (letter(scene.bodies[0], stance=""), "no_stance"),
        (letter(scene.bodies[0], at=NOW + timedelta(days=1)), "in_the_future"),
        (text, "unknown_kind"),
    ):
        with pytest.raises(BadInput) as refused:
            file_paper(case=case, letter=one, actor=actor, now=NOW)
        assert (refused.value.code, Position.objects.count()) == (code, 0)


def test_only_the_desk_and_the_association_enter_letters(scene: Scene) -> None:
    case = notified(scene)
    with pytest.raises(NotAllowed):
        file_paper(
            case=case,
            letter=letter(scene.bodies[0]),
            actor=scene.signatory(scene.ministry),
            now=NOW,
        )
