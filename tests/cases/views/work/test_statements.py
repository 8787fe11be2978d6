"""Steps that are said in words, through their one page."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from makul.cases.models import Case
from makul.cases.queries.texts import draft_versions
from makul.journal.models import Entry
from makul.parties.models import Party
from tests.scene import DRAFT_RU, Scene, browser

pytestmark = pytest.mark.django_db
SURE = {"text": "Себеби", "language": "ky", "is_sure": "on"}


def post(scene: Scene, party: Party, case: Case, step: str, **more: object) -> int:
    data = {**SURE, **more}
    url = reverse("statement", args=[case.number, step])
    return browser(scene.signatory(party)).post(url, data).status_code


def test_an_appeal_has_its_grounds_and_its_decision_answers_it(
    scene: Scene, answered: Case
) -> None:
    assert post(scene, scene.union, answered, "appealed") == 422
    grounds = ["step.appealed.ground.1"]
    assert post(scene, scene.union, answered, "appealed", points=grounds) == 303
    appeal = answered.statements.get(step="appealed")
    assert (appeal.points, appeal.party) == (grounds, scene.union)
    decided = {"value": "advice", "answers": str(appeal.pk)}
    assert post(scene, scene.panel, answered, "appeal_decided", **decided) == 303
    assert answered.statements.get(step="appeal_decided").answers == appeal


def test_a_step_without_words_needs_only_to_be_sure(scene: Scene, answered: Case) -> None:
    url = reverse("statement", args=[answered.number, "waived"])
    client = browser(scene.signatory(scene.union))
    assert client.post(url, {}).status_code == 422
    assert client.post(url, {"is_sure": "on"}).status_code == 303
    assert Entry.objects.filter(subject=answered.subject, action="waived").count() == 1


def test_without_words_nothing_is_stated(scene: Scene, case: Case) -> None:
    assert post(scene, scene.ministry, case, "withdrawn", text="") == 422
    assert post(scene, scene.ministry, case, "withdrawn") == 303
    case.refresh_from_db()
    assert case.outcome == "withdrawn"


def test_a_new_text_becomes_the_next_version(scene: Scene, case: Case) -> None:
    text = SimpleUploadedFile("new.txt", DRAFT_RU.encode())
    more = {"value": "substantial", "text_ru": text, "language": "ru"}
    assert post(scene, scene.ministry, case, "revised", **more) == 303
    assert draft_versions(case)["ru"].number == 2


def test_a_file_that_is_no_text_is_refused_with_its_reason(scene: Scene, case: Case) -> None:
    more = {"value": "minor", "text_ru": SimpleUploadedFile("new.docx", b"MZ")}
    assert post(scene, scene.ministry, case, "revised", **more) == 422
    assert draft_versions(case)["ru"].number == 1


def test_the_desk_records_a_rejection_for_the_decider(scene: Scene, case: Case) -> None:
    assert post(scene, scene.desk, case, "rejected") == 303
    entry = Entry.objects.get(subject=case.subject, action="rejected")
    assert (entry.party, entry.data["recorded_by"]) == ("demo-committee", "demo-desk")


def test_who_may_not_and_what_is_not_there(scene: Scene, case: Case) -> None:
    assert post(scene, scene.bodies[0], case, "amendment_position") == 403
    assert post(scene, scene.desk, case, "nonsense") == 404
    url = reverse("statement", args=[case.number, "withdrawn"])
    assert browser(scene.drafter(scene.ministry)).post(url, SURE).status_code == 403
