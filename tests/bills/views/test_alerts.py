"""An alert is answered on its pages: a case, the opinion filed, or let be with a reason."""

from __future__ import annotations

import pytest

from makul.bills.actions.noticing import notice_pending
from makul.bills.models import Alert
from makul.cases.models import Case
from makul.journal.once import new_token
from tests.bills.making import NOW, make_bill
from tests.scene import Scene, browser, build_scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


def alert(scene: Scene) -> Alert:
    make_bill(committee=scene.committee)
    notice_pending(now=NOW)
    return Alert.objects.get()


def test_a_case_is_opened_with_what_the_register_says(scene: Scene) -> None:
    own = alert(scene)
    client, address = browser(scene.drafter(scene.union)), f"/bills/alerts/{own.pk}/"
    assert "Open a case on your own motion" in client.get(address).content.decode()
    page = client.get(f"{address}case/").content.decode()
    assert own.bill.title_ky in page and own.bill.title_ru in page
    sent = {
        "title_ky": own.bill.title_ky,
        "initiator": scene.ministry.key,
        "decider": scene.ministry.key,
        "circle": "executive",
        "once": new_token(),
    }
    assert client.post(f"{address}case/", sent).status_code == 422  # one body cannot be both
    done = client.post(f"{address}case/", sent | {"decider": scene.committee.key})
    case = Case.objects.get()
    assert done.status_code == 303 and case.number in done["Location"]
    assert case.participations.filter(role="lsg").count() == 2
    assert case.number in client.get(address).content.decode()


def test_the_opinion_is_read_by_its_author_alone_and_filed(scene: Scene) -> None:
    own = alert(scene)
    address = f"/bills/alerts/{own.pk}/"
    signer = browser(scene.signatory(scene.union))
    for code in ("ky", "ru"):
        assert signer.get(f"{address}opinion-{code}.pdf").content.startswith(b"%PDF")
    assert browser(scene.drafter(scene.desk)).get(f"{address}opinion-ky.pdf").status_code == 404
    assert browser(scene.drafter(scene.union)).get(f"{address}opinion/").status_code == 403
    assert signer.post(f"{address}opinion/", {"once": new_token()}).status_code == 422
    done = signer.post(f"{address}opinion/", {"is_sure": "on", "once": new_token()})
    assert done.status_code == 303
    own.refresh_from_db()
    assert own.answer == "opinion"


def test_let_be_asks_for_the_reason(scene: Scene) -> None:
    own = alert(scene)
    address = f"/bills/alerts/{own.pk}/let-be/"
    client = browser(scene.signatory(scene.union))
    assert client.get(address).status_code == 200
    assert client.post(address, {"reason": " ", "once": new_token()}).status_code == 422
    assert client.post(address, {"reason": "Себеби", "once": new_token()}).status_code == 303
    own.refresh_from_db()
    assert (own.answer, own.reason) == ("let_be", "Себеби")
