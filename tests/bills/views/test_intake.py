"""A file is handed in on a page; the worker takes it in and the page tells what was refused."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from makul.bills.models import Bill, Intake
from makul.bills.watch import watch
from makul.journal.once import new_token
from tests.bills.making import NOW, make_bill
from tests.scene import Scene, browser, build_scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


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
