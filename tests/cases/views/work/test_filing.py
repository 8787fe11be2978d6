"""The receipt of a filing: in its term, late, or from a letter on paper; on the page and as PDF."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from makul.cases.actions.papers import Letter, file_paper
from makul.cases.actions.positions import PositionInput
from makul.cases.models import Case, Position
from makul.cases.papers.receipt import receipt_paper
from makul.cases.queries.judging import status_of
from makul.cases.queries.receipts import receipt_of
from makul.documents.paper import Fields
from makul.documents.storing import File
from makul.notices.models import Notice
from tests.scene import Scene, browser, draft, file, remark

pytestmark = pytest.mark.django_db


def url(name: str, case: Case, *more: object) -> str:
    return reverse(name, args=[case.number, *more])


def on_paper(scene: Scene, case: Case, at: datetime) -> Position:
    letter = Letter(
        scene.bodies[0],
        PositionInput("agreed", "ky"),
        File("ky", "letter.pdf", b"%PDF-1.4 scan"),
        at,
        outgoing="№ 01-12/345",
    )
    return file_paper(case=case, letter=letter, actor=scene.drafter(scene.desk), now=at)


def test_the_receipt_says_its_code_and_leads_to_its_check(
    scene: Scene, case: Case, at: datetime
) -> None:
    position = file(scene, case, scene.bodies[0], "not_agreed", remark(), at=at)
    client = browser(scene.drafter(scene.bodies[0]), language="ru")
    page = client.get(url("position_receipt", case)).content.decode()
    receipt = receipt_of(position, status_of(case, today=timezone.localdate()))
    for text in (position.receipt, receipt.code, receipt.picture.path, "в срок", "400 000"):
        assert text in page.replace("\u00a0", " ")
    checked = client.get(receipt.address.removeprefix("http://127.0.0.1:8000"))
    assert f">{position.party.name('ru')}<" in checked.content.decode().replace("\n", "")


def test_the_receipt_is_one_pdf_whenever_it_is_asked_for(
    scene: Scene, case: Case, at: datetime
) -> None:
    file(scene, case, scene.bodies[0], "agreed", at=at)
    client = browser(scene.signatory(scene.bodies[0]))
    first, second = (client.get(url("receipt_pdf", case)) for _each in range(2))
    assert (first["Content-Type"], first.content[:5]) == ("application/pdf", b"%PDF-")
    assert first.content == second.content


def test_a_late_answer_gets_its_receipt_and_is_told_so(
    scene: Scene, case: Case, at: datetime
) -> None:
    late = at + timedelta(days=60)
    position = file(scene, case, scene.bodies[0], "agreed", at=late)
    receipt = receipt_of(position, status_of(case, today=timezone.localdate(late)))
    assert receipt.is_late is True
    paper = receipt_paper(case, receipt, now=late)
    [fields, _code] = [one for one in paper.blocks if isinstance(one, Fields)]
    words = dict(fields.lines)
    assert "мөөнөтүнөн кийин\nпосле срока" in words.values()


def test_the_desk_prints_the_receipt_of_a_letter_and_others_do_not(
    scene: Scene, case: Case, at: datetime
) -> None:
    position = on_paper(scene, case, at)
    desk = browser(scene.drafter(scene.desk))
    page = desk.get(url("paper_receipt", case, position.pk)).content.decode()
    assert ("№ 01-12/345" in page, position.receipt in page) == (True, True)
    pdf = desk.get(url("paper_receipt_pdf", case, position.pk))
    assert pdf.content[:5] == b"%PDF-"
    body = browser(scene.drafter(scene.bodies[1]))
    assert body.get(url("paper_receipt", case, position.pk)).status_code == 403
    own = file(scene, case, scene.bodies[1], "agreed", at=at)
    assert desk.get(url("paper_receipt", case, own.pk)).status_code == 404


def test_the_body_gets_its_receipt_by_letter_and_the_case_no_entry_of_it(
    scene: Scene, case: Case, at: datetime
) -> None:
    position = on_paper(scene, case, at)
    letter = Notice.objects.get(kind="receipt")
    assert (letter.party, letter.path) == (scene.bodies[0], url("position_receipt", case))
    assert letter.subject == f"receipt:{case.number}"
    assert position.receipt in letter.body


def test_the_one_who_signs_is_told_that_a_draft_waits(scene: Scene, case: Case) -> None:
    body = scene.bodies[0]
    data = {"do": "send", "stance": "agreed", "language": "ky", "count": "0"}
    browser(scene.drafter(body)).post(url("position_edit", case), data)
    letter = Notice.objects.get(kind="signature_requested")
    assert (letter.party, letter.path) == (body, url("position_release", case))
    assert letter.body.endswith(url("position_release", case))
    browser(scene.signatory(body)).post(url("position_edit", case), data)
    assert Notice.objects.filter(kind="signature_requested").count() == 1


def test_a_signatory_files_in_three_requests(scene: Scene, case: Case) -> None:
    client = browser(scene.signatory(scene.bodies[0]))
    assert client.get(url("position_edit", case)).status_code == 200
    data = {"do": "send", "stance": "agreed", "language": "ky", "count": "1", "r0-eid": "-"}
    assert client.post(url("position_edit", case), data).url == url("position_release", case)
    assert client.post(url("position_release", case)).url == url("position_receipt", case)
    assert Position.objects.get().state == "filed"


def test_a_signatory_files_at_once_and_one_who_drafts_cannot(scene: Scene, case: Case) -> None:
    body = scene.bodies[0]
    data = {"do": "file", "stance": "agreed", "language": "ky", "count": "0"}
    drafted = browser(scene.drafter(body)).post(url("position_edit", case), data)
    assert (drafted.status_code, Position.objects.count()) == (403, 0)
    done = browser(scene.signatory(body)).post(url("position_edit", case), data)
    assert (done.url, Position.objects.get().state) == (url("position_receipt", case), "filed")


def test_without_a_stance_nothing_is_filed(scene: Scene, case: Case) -> None:
    data = {"do": "file", "language": "ky", "count": "0", "summary": "Жазылган сөз"}
    page = browser(scene.signatory(scene.bodies[0])).post(url("position_edit", case), data)
    assert (page.status_code, Position.objects.count()) == (422, 0)
    assert "Жазылган сөз" in page.content.decode()


def test_the_queries_of_the_receipt_are_few(
    scene: Scene, case: Case, at: datetime, django_assert_max_num_queries: object
) -> None:
    draft(scene, case, scene.bodies[0], "agreed", at=at)
    file(scene, case, scene.bodies[0], "not_agreed", *[remark()] * 30, at=at)
    client = browser(scene.drafter(scene.bodies[0]))
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        client.get(url("position_receipt", case))
