"""A position from a phone: written, kept, sent to the one who signs, released, receipted."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from makul.cases.models import Case, Position
from makul.drafts.models import DraftAct
from makul.parties.models import Party
from tests.scene import Scene, browser, draft, make_mandate, make_party, remark

pytestmark = pytest.mark.django_db


def typed(*remarks: dict[str, str], do: str = "save", **head: str) -> dict[str, Any]:
    """What a browser sends: the head, and each remark under its own prefix."""
    data = {"do": do, "stance": "not_agreed", "language": "ky", "count": str(len(remarks)), **head}
    for n, one in enumerate(remarks):
        given = {"eid": "art_3__part_1", "kind": "objection", "text": "Каражат жок", **one}
        data |= {f"r{n}-{name}": value for name, value in given.items()}
    return data


def url(name: str, case: Case) -> str:
    return reverse(name, args=[case.number])


def test_one_drafts_the_other_releases_and_gets_a_receipt(scene: Scene, case: Case) -> None:
    body = scene.bodies[0]
    drafter, signatory = browser(scene.drafter(body)), browser(scene.signatory(body))
    sums = {"yearly_som": "1 240 000", "once_som": ""}
    sent = drafter.post(url("position_edit", case), typed(sums, do="send"))
    assert (sent.status_code, sent.url) == (303, url("case_work", case))
    assert url("position_release", case) in signatory.get(reverse("today")).content.decode()
    assert drafter.post(url("position_release", case)).status_code == 403
    released = signatory.post(url("position_release", case))
    assert (released.status_code, released.url) == (303, url("position_receipt", case))
    position = Position.objects.get(case=case, party=body)
    assert (position.state, position.remarks.get().yearly_som) == ("filed", 1_240_000)
    assert position.receipt in signatory.get(url("position_receipt", case)).content.decode()


def test_adding_and_removing_keep_what_is_typed(scene: Scene, case: Case) -> None:
    client = browser(scene.drafter(scene.bodies[0]))
    first, second = {"text": "Биринчи", "yearly_som": "1,2 млн"}, {"text": "Экинчи"}
    added = client.post(url("position_edit", case), typed(first, second, do="add"))
    page = added.content.decode()
    assert (added.status_code, page.count('-text" cols')) == (200, 3)
    assert "1,2 млн" in page
    removed = client.post(url("position_edit", case), typed(first, second, do="remove-r0"))
    page = removed.content.decode()
    assert ("Биринчи" in page, "Экинчи" in page) == (False, True)
    assert Position.objects.count() == 0


def test_what_does_not_fit_is_said_and_nothing_is_lost(scene: Scene, case: Case) -> None:
    client = browser(scene.drafter(scene.bodies[0]))
    wrong = typed({"text": "Кымбат", "yearly_som": "1,2 млн"})
    page = client.post(url("position_edit", case), wrong)
    assert page.status_code == 422
    assert "Кымбат" in page.content.decode()
    assert page.content.decode().count("1,2 млн") > 1  # in the field and in the reason
    assert Position.objects.count() == 0


def test_a_draft_may_lack_a_stance_and_a_filing_may_not(scene: Scene, case: Case) -> None:
    client = browser(scene.drafter(scene.bodies[0]))
    kept = client.post(url("position_edit", case), typed(stance=""))
    assert kept.status_code == 303
    assert client.post(url("position_edit", case), typed(stance="", do="send")).status_code == 422


def test_a_provision_that_is_not_there_is_refused(scene: Scene, case: Case) -> None:
    client = browser(scene.drafter(scene.bodies[0]))
    page = client.post(url("position_edit", case), typed({"eid": "art_99"}))
    assert (page.status_code, Position.objects.count()) == (422, 0)


def test_an_empty_remark_is_no_remark(scene: Scene, case: Case) -> None:
    client = browser(scene.drafter(scene.bodies[0]))
    client.post(url("position_edit", case), typed({"text": ""}, {"text": "Бар"}))
    position = Position.objects.get()
    assert [one.text for one in position.remarks.all()] == ["Бар"]


def test_the_whole_draft_can_be_remarked_on(scene: Scene, case: Case) -> None:
    client = browser(scene.drafter(scene.bodies[0]))
    client.post(url("position_edit", case), typed({"eid": "-"}))
    assert Position.objects.get().remarks.get().eid == ""
    assert client.get(url("position_edit", case)).status_code == 200


def test_a_body_not_in_the_case_joins_and_answers(scene: Scene, case: Case) -> None:
    body = make_party("demo-late", Party.Kind.KENESH)
    client = browser(make_mandate(body, signs=True))
    assert client.get(url("position_edit", case)).status_code == 403
    assert url("join", case) in client.get(url("case_work", case)).content.decode()
    assert client.post(url("join", case)).url == url("position_edit", case)
    assert client.get(url("position_edit", case)).status_code == 200


def test_the_association_has_a_page_of_its_own(scene: Scene, spoken: Case) -> None:
    client = browser(scene.signatory(scene.union))
    assert client.get(url("position_edit", spoken)).url == url("association_position", spoken)
    sent = client.post(url("association_position", spoken), typed(do="send"))
    assert sent.url == url("position_release", spoken)
    assert client.post(sent.url).status_code == 303
    assert Position.objects.get(party=scene.union).state == "filed"


def test_the_queries_of_the_form_do_not_grow_with_its_remarks(
    scene: Scene, case: Case, django_assert_max_num_queries: Any
) -> None:
    draft(scene, case, scene.bodies[0], "not_agreed", *[remark()] * 40)
    client = browser(scene.drafter(scene.bodies[0]))
    with django_assert_max_num_queries(20):
        assert client.get(url("position_edit", case)).status_code == 200


def test_the_summary_and_the_questions_stand_above_the_form(scene: Scene, case: Case) -> None:
    DraftAct.objects.filter(case=case).update(questions_ky="Канча чырак бар?")
    client = browser(scene.drafter(scene.bodies[0]), language="ky")
    page = client.get(url("position_edit", case)).content.decode()
    shown = ("реестрин жүргүзөт.</p>", "Канча чырак", '<form method="post" novalidate')
    places = [page.index(text) for text in shown]
    assert places == sorted(places)
