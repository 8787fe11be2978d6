"""A letter on paper through its page: with its scan, as of the day it came."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from makul.cases.models import Case, Position
from tests.scene import Scene, browser

pytestmark = pytest.mark.django_db


def letter(scene: Scene, at: datetime, do: str = "save") -> dict[str, object]:
    return {
        "do": do,
        "body": scene.bodies[2].key,
        "received_at": timezone.localtime(at).strftime("%Y-%m-%dT%H:%M"),
        "stance": "agreed_with_remarks",
        "language": "ky",
        "count": "1",
        "r0-eid": "art_2__part_1",
        "r0-kind": "proposal",
        "r0-text": "Катта жазылган",
        "scan": SimpleUploadedFile("letter.pdf", b"%PDF-1.4 scan"),
    }


def test_a_letter_is_entered_with_its_scan(scene: Scene, case: Case, at: datetime) -> None:
    url = reverse("paper_position", args=[case.number])
    came = at + timedelta(days=1)
    done = browser(scene.drafter(scene.desk)).post(url, letter(scene, came))
    assert done.status_code == 303
    position = Position.objects.get(party=scene.bodies[2])
    assert (position.is_paper, position.remarks.get().text) == (True, "Катта жазылган")
    assert abs(position.filed_at - came) < timedelta(minutes=1)


def test_without_a_scan_nothing_is_entered(scene: Scene, case: Case, at: datetime) -> None:
    url = reverse("paper_position", args=[case.number])
    data = letter(scene, at)
    del data["scan"]
    page = browser(scene.drafter(scene.desk)).post(url, data)
    assert (page.status_code, Position.objects.count()) == (422, 0)
    assert "Катта жазылган" in page.content.decode()


def test_adding_a_remark_keeps_the_rest(scene: Scene, case: Case, at: datetime) -> None:
    url = reverse("paper_position", args=[case.number])
    page = browser(scene.drafter(scene.desk)).post(url, letter(scene, at, do="add"))
    assert page.status_code == 200
    assert page.content.decode().count('-text" cols') == 2


@pytest.mark.parametrize("said", ["demo-aa-03 (ky)", "DEMO-AA-03 (RU)", "demo-aa-03"])
def test_a_body_is_named_as_it_is_called(scene: Scene, case: Case, at: datetime, said: str) -> None:
    url = reverse("paper_position", args=[case.number])
    data = {**letter(scene, at), "body": said, "outgoing": "№ 7"}
    done = browser(scene.drafter(scene.desk)).post(url, data)
    position = Position.objects.get(party=scene.bodies[2])
    assert done.url == reverse("paper_receipt", args=[case.number, position.pk])


@pytest.mark.parametrize(("said", "words"), [("demo-aa", "Several bodies"), ("Нет", "No body")])
def test_a_name_of_several_or_of_none_is_asked_again(
    scene: Scene, case: Case, at: datetime, said: str, words: str
) -> None:
    url = reverse("paper_position", args=[case.number])
    page = browser(scene.drafter(scene.desk)).post(url, {**letter(scene, at), "body": said})
    assert (page.status_code, words in page.content.decode()) == (422, True)
    assert f'value="{said}"' in page.content.decode()


def test_a_letter_cannot_come_tomorrow(scene: Scene, case: Case) -> None:
    url = reverse("paper_position", args=[case.number])
    tomorrow = timezone.now() + timedelta(days=1)
    page = browser(scene.drafter(scene.desk)).post(url, letter(scene, tomorrow))
    assert (page.status_code, Position.objects.count()) == (422, 0)
