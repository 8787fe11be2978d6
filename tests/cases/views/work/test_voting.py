"""The pages of the board: the question, the vote in two taps, the result by office, the signature after it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from makul.cases.models import BoardDecision, Case, Position
from makul.journal.models import Entry
from makul.parties.models import Mandate
from tests.scene import Scene, browser, draft, make_mandate

pytestmark = pytest.mark.django_db


def url(name: str, case: Case) -> str:
    return reverse(name, args=[case.number])


@pytest.fixture
def board(scene: Scene) -> list[Mandate]:
    members = [make_mandate(scene.union, signs=False) for _n in range(3)]
    for number, one in enumerate(members):
        one.is_board, one.office_en = True, f"member {number}"
        one.save()
    return members


@pytest.fixture
def position(scene: Scene, spoken: Case) -> Position:
    return draft(scene, spoken, scene.union, "not_agreed")


def ask(scene: Scene, case: Case, **data: str) -> int:
    client = browser(scene.drafter(scene.union))
    return client.post(url("board_open", case), data).status_code


def open_vote(scene: Scene, case: Case) -> int:
    return ask(scene, case, way="vote", closes_at="2999-01-01 18:00")


def test_a_vote_from_the_question_to_the_signature(
    scene: Scene, spoken: Case, position: Position, board: list[Mandate]
) -> None:
    assert open_vote(scene, spoken) == 303
    for member, choice in zip(board, ("for", "for", "against"), strict=True):
        client = browser(member)
        assert (
            client.post(url("board_vote", spoken), {"choice": choice, "dissent": ""}).status_code
            == 303
        )
    page = browser(scene.drafter(scene.union)).get(url("board_vote", spoken)).content.decode()
    assert ("for 2, against 1, abstained 0" in page, "member 2" in page) == (True, True)
    signer = browser(scene.signatory(scene.union))
    assert signer.post(url("position_release", spoken)).status_code == 422
    assert signer.post(url("board_vote", spoken), {"do": "close"}).status_code == 303
    assert signer.post(url("position_release", spoken)).status_code == 303
    assert Entry.objects.get(action="association_position").data["board"] == "carried"


def test_signing_without_the_board_is_a_choice_of_its_own(
    scene: Scene, spoken: Case, position: Position, board: list[Mandate]
) -> None:
    signer = browser(scene.signatory(scene.union))
    assert "without_board" in signer.get(url("position_release", spoken)).content.decode()
    done = signer.post(url("position_release", spoken), {"without_board": "on"})
    assert done.status_code == 303
    assert Entry.objects.get(action="association_position").data["board"] == "without"


def test_a_mandate_given_beforehand(
    scene: Scene, spoken: Case, position: Position, board: list[Mandate]
) -> None:
    assert ask(scene, spoken, way="standing", document="") == 422
    assert ask(scene, spoken, way="vote", closes_at="") == 422
    assert ask(scene, spoken, way="standing", document="No. 4, 12 May 2026") == 303
    page = browser(scene.drafter(scene.union)).get(url("association_position", spoken))
    assert "No. 4, 12 May 2026" in page.content.decode()


def test_one_who_is_not_on_the_board_sees_no_vote_of_his_own(
    scene: Scene, spoken: Case, position: Position, board: list[Mandate]
) -> None:
    client = browser(scene.drafter(scene.union))
    assert client.get(url("board_vote", spoken)).status_code == 404
    open_vote(scene, spoken)
    assert 'name="choice"' not in client.get(url("board_vote", spoken)).content.decode()
    assert client.post(url("board_vote", spoken), {"choice": "for"}).status_code == 403
    assert BoardDecision.objects.get().votes.count() == 0


def test_nothing_is_asked_before_there_is_a_draft(scene: Scene, spoken: Case) -> None:
    client = browser(scene.drafter(scene.union))
    assert client.get(url("board_open", spoken)).url == url("association_position", spoken)


def test_the_opinion_begins_with_what_the_rows_say(scene: Scene, spoken: Case) -> None:
    client = browser(scene.signatory(scene.union))
    form = client.get(url("association_position", spoken)).context["forms"].head
    assert (form["stance"].value(), "3" in form["summary"].value()) == ("agreed", True)
    draft(scene, spoken, scene.union, "not_agreed")
    form = client.get(url("association_position", spoken)).context["forms"].head
    assert (form["stance"].value(), form["summary"].value()) == ("not_agreed", "")
    again = client.get(url("association_position", spoken) + "?assemble=yes").context["forms"].head
    assert (again["stance"].value(), again["summary"].value() != "") == ("agreed", True)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"document": "No. 4, 12 May 2026"}, "No. 4, 12 May 2026"),
        ({}, "signed without the word of the board"),
    ],
)
def test_everyone_reads_what_the_board_said_or_that_it_was_not_asked(
    scene: Scene,
    spoken: Case,
    position: Position,
    board: list[Mandate],
    data: dict[str, str],
    said: str,
) -> None:
    signer = browser(scene.signatory(scene.union))
    if data:
        ask(scene, spoken, way="standing", **data)
    signer.post(url("position_release", spoken), {} if data else {"without_board": "on"})
    public = reverse("position", args=[spoken.number, position.pk])
    assert said in signer.get(public).content.decode()
