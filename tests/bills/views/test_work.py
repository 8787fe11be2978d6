"""The work on bills through its pages: found, matched, answered, taken in; others are told why not."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.bills.actions.noticing import notice_pending
from makul.bills.models import Bill, Suggestion
from makul.journal.once import new_token
from tests.bills.making import NOW, make_bill
from tests.scene import Scene, browser, build_scene, submitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


def test_the_desk_in_a_constant_number_of_queries(scene: Scene) -> None:
    client = browser(scene.drafter(scene.union))
    make_bill("0")
    notice_pending(now=NOW)

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/bills/desk/").status_code == 200
        return len(queries)

    few = count()
    for number in range(1, 15):
        make_bill(str(number))
    notice_pending(now=NOW)
    assert count() == few <= 18


def test_who_may_not_see_the_desk(scene: Scene) -> None:
    for address in ("/bills/desk/", "/bills/imports/"):
        assert browser(scene.drafter(scene.ministry)).get(address).status_code == 403
    assert browser(scene.drafter(scene.desk)).get("/bills/imports/").status_code == 200


def test_a_button_of_the_list_counts_once(scene: Scene) -> None:
    bill, token = make_bill(), new_token()
    client = browser(scene.drafter(scene.desk))
    for answer in ("yes", "no"):
        sent = client.post(f"/bills/{bill.pk}/found/", {"touches": answer, "once": token})
        assert sent.status_code == 303
    bill.refresh_from_db()
    assert bill.touches == "yes"
    wrong = client.post(f"/bills/{bill.pk}/found/", {"touches": "x", "once": new_token()})
    assert wrong.status_code == 422


def test_find_and_match_on_one_page(scene: Scene) -> None:
    case, bill = submitted(scene), make_bill()
    client, address = browser(scene.drafter(scene.desk)), f"/bills/{bill.pk}/find/"
    assert client.get(address).status_code == 200
    client.post(address, {"touches": "yes", "interests": ["duty"], "once": new_token()})
    wrong = client.post(address, {"number": "2019-0001", "once": new_token()})
    assert wrong.status_code == 422
    assert client.post(address, {"number": case.number, "once": new_token()}).status_code == 303
    bill.refresh_from_db()
    assert (bill.touches, bill.interests, bill.case) == ("yes", ["duty"], case)


def test_a_suggestion_is_taken_or_refused(scene: Scene) -> None:
    case = submitted(scene)
    client = browser(scene.drafter(scene.union))
    for number, same in (("1", "no"), ("2", "yes")):
        bill = make_bill(number)
        one = Suggestion.objects.create(bill=bill, case=case, likeness=70)
        assert case.number in client.get("/bills/desk/").content.decode()
        client.post(f"/bills/desk/confirm/{one.pk}/", {"same": same, "once": new_token()})
    assert dict(Bill.objects.values_list("number", "matched_by")) == {"1": "", "2": "hand"}
