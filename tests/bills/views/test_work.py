"""The work on bills through its pages: found, matched, answered, taken in; others are told why not."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.bills.actions.noticing import notice_pending
from makul.bills.models import Alert, Bill, Intake, Suggestion
from makul.bills.watch import watch
from makul.cases.models import Case
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


def test_a_file_is_handed_in_taken_in_by_the_worker_and_its_refusals_are_told(
    scene: Scene,
) -> None:
    client = browser(scene.drafter(scene.union))
    text = "number,title_ru,initiator_kind,registered_on\n1,О мэрии,deputies,2026-09-09\n2,x,y,z\n"
    file = SimpleUploadedFile("b.csv", text.encode())
    sent = client.post("/bills/imports/", {"source": "kenesh", "file": file, "once": new_token()})
    intake = Intake.objects.get()
    assert sent["Location"] == f"/bills/imports/{intake.pk}/"
    assert "waits for the worker" in client.get(sent["Location"]).content.decode()
    watch(NOW)
    page = client.get(sent["Location"]).content.decode()
    assert "The file was read to its end." in page
    assert "initiator_kind is “y”" in page
    assert Bill.objects.get().is_demonstration


@pytest.mark.parametrize(
    ("source", "text"), [("Кенеш", "number\n"), ("kenesh", "a,b\n1,2\n"), ("kenesh", "")]
)
def test_what_cannot_be_taken_in_is_said_on_the_form(scene: Scene, source: str, text: str) -> None:
    client = browser(scene.drafter(scene.union))
    file = SimpleUploadedFile("b.csv", text.encode())
    sent = client.post("/bills/imports/", {"source": source, "file": file, "once": new_token()})
    assert sent.status_code == 422 and not Intake.objects.exists()


def test_what_changed_is_told_bill_by_bill(scene: Scene) -> None:
    client = browser(scene.drafter(scene.union))
    intake = Intake.objects.create(
        source="k",
        name="b.csv",
        sha256="0" * 64,
        begun_at=NOW,
        is_demonstration=True,
        changed=1,
        changes=[{"bill": make_bill().pk, "number": "6-1", "fields": {"stage": ["a", "b"]}}],
    )
    page = client.get(f"/bills/imports/{intake.pk}/").content.decode()
    assert "<del>a</del> <ins>b</ins>" in page
