"""Who was asked and what each answered; one position whole."""

import re
from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from makul.cases.actions.papers import Letter, file_paper
from makul.cases.actions.positions import PositionInput
from makul.cases.models import Participation
from makul.documents.storing import File
from tests.scene import browser, file, make_mandate, make_party, remark


def test_each_body_with_its_answer(running, read) -> None:
    text = read(f"/cases/{running.number}/bodies/")
    assert "1 of 3 bodies have answered." in text
    assert text.count("its term is running") == 3  # two bodies and the association
    assert "Still within its term: 2 bodies." in text


def test_chosen_by_stance(running, read) -> None:
    html = read(f"/cases/{running.number}/bodies/?stance=not_agreed", raw=True)
    assert html.count('<th scope="row">demo-aa-') == 1


def test_queries_do_not_grow_with_bodies(running, read) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            read(f"/cases/{running.number}/bodies/")
        return len(captured)

    few = queries()
    for number in range(50):
        body = make_party(f"more-{number}", "executive", body_kind="city_raion", oblast="03")
        Participation.objects.create(case=running, party=body, role="lsg")
    assert queries() == few


def test_a_position_and_the_one_it_replaced(running, scene, read) -> None:
    former = running.positions.get()
    now = timezone.now() - timedelta(hours=1)
    text = "Экинчи пикир"
    later = file(scene, running, scene.bodies[0], "agreed_with_remarks", remark(text=text), at=now)
    page = f"/cases/{running.number}/positions"
    assert "This position was replaced by a later one" in read(f"{page}/{former.pk}/")
    shown = read(f"{page}/{later.pk}/")
    assert text in shown and "Another position of this body" in shown
    assert "head" in shown  # the office that signed, and no name


def test_a_position_of_another_case_is_not_found(running, scene, read) -> None:
    from tests.scene import notified

    other = notified(scene, at=timezone.now() - timedelta(days=1))
    read(f"/cases/{other.number}/positions/{running.positions.get().pk}/", status=404)


def test_the_scan_of_a_letter_is_read_by_the_parties_of_the_case_only(running, scene) -> None:
    now = timezone.now() - timedelta(hours=1)
    letter = Letter(
        party=scene.bodies[1],
        content=PositionInput("agreed", "ky"),
        scan=File("ky", "letter.pdf", b"%PDF-1.4 scan"),
        received_at=now,
    )
    filed = file_paper(case=running, letter=letter, actor=scene.drafter(scene.desk), now=now)
    stranger = make_mandate(make_party("demo-stranger", "ministry"), signs=True)
    party, public = browser(scene.drafter(scene.bodies[2])), Client()
    page = reverse("position", args=[running.number, filed.pk])
    [link] = re.findall(r'href="([^"]+/file)"', party.get(page).content.decode())
    readers = (party, browser(stranger), public)
    assert [b"letter.pdf" in one.get(page).content for one in readers] == [True, False, False]
    assert [one.get(link).status_code for one in readers] == [200, 403, 403]
    assert b"letter.pdf" not in public.get(f"/cases/{running.number}/").content
