"""The pages of the special protocol: who may open them, what they cost, what they say."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from makul.budget.models import SpecialProtocol
from makul.budget.queries.items import items_of, shown
from makul.budget.views.picture import gap_rows, wide
from tests.budget import special_scene as made
from tests.budget.special_scene import DAY, OPENED, Special
from tests.scene import browser

pytestmark = pytest.mark.django_db
WORK = ("work", "items_tabled", "items_answered", "conciliation_sat", "mandate_given")


@pytest.fixture
def scene() -> Special:
    scene = made.build()
    made.opened(scene)
    made.tabled(scene)
    return scene


def url(scene: Special, name: str, *args: object) -> str:
    return reverse(name, args=[scene.own.case.number, *args])


def test_the_list_teaches_while_it_is_empty() -> None:
    assert b"special-protocols" in Client().get(reverse("special_protocol_list")).content


def test_public_pages_are_open_and_cheap(scene: Special) -> None:
    made.answered(scene)
    reader = Client()
    for name in ("special_protocol_case", "special_protocol_csv"):
        with CaptureQueriesContext(connection) as asked:
            answer = reader.get(url(scene, name))
        assert (answer.status_code, len(asked) <= 20) == (200, True), (name, len(asked))
    with CaptureQueriesContext(connection) as asked:
        assert reader.get(reverse("special_protocol_list")).status_code == 200
    assert len(asked) <= 10


def test_the_address_of_the_case_leads_to_its_own_pages(scene: Special) -> None:
    to = Client().get(reverse("case", args=[scene.own.case.number]))
    assert to.headers["Location"] == url(scene, "special_protocol_case")
    worker = browser(scene.drafter(scene.union))
    to = worker.get(reverse("case_work", args=[scene.own.case.number]))
    assert to.headers["Location"] == url(scene, "special_protocol_work")


def test_each_role_opens_its_own_pages(scene: Special) -> None:
    made.answered(scene)
    roles = {
        "committee": {"conciliation_sat", "special_drawn", "budget_adopted", "special_withdrawn"},
        "union": {"items_tabled", "items_answered", "mandate_given", "special_signed"},
        "finance": {"items_tabled", "items_answered", "given_stated", "special_refused"},
        "desk": {"conciliation_sat", "special_drawn", "special_attached"},
    }
    closed = {"committee": "items_tabled", "union": "conciliation_sat", "finance": "mandate_given"}
    closed["desk"] = "special_signed"
    for key, pages in roles.items():
        worker = browser(scene.drafter(getattr(scene, key)))
        for page in ("work", *pages):
            with CaptureQueriesContext(connection) as asked:
                answer = worker.get(url(scene, f"special_protocol_{page}"))
            assert (answer.status_code, len(asked) <= 20) == (200, True), (key, page, len(asked))
        refused = worker.get(url(scene, f"special_protocol_{closed[key]}"))
        assert refused.status_code == 403, key


def test_a_draft_of_the_other_side_is_not_there(scene: Special) -> None:
    from makul.budget.actions.items import write_item

    write_item(
        protocol=scene.own,
        content=made.item("other", 5),
        actor=scene.drafter(scene.finance),
        now=OPENED + DAY,
    )
    union = browser(scene.drafter(scene.union))
    assert union.get(url(scene, "special_item", 4)).status_code == 404
    assert union.get(url(scene, "special_answer", 4)).status_code == 404
    assert union.get(url(scene, "special_answer", 1)).status_code == 404  # its own
    finance = browser(scene.drafter(scene.finance))
    assert finance.get(url(scene, "special_item", 4)).status_code == 200
    assert finance.post(url(scene, "special_item", 4), {"drop": "1"}).status_code == 303
    assert not scene.own.items.filter(number=4).exists()


def test_a_table_is_taken_with_its_bad_lines_named(scene: Special) -> None:
    union = browser(scene.drafter(scene.union))
    data = "kind,subject_ky,subject_ru,2027\ntarget,А,Б,5\ngift,А,Б,5\n".encode()
    sent = {"table": SimpleUploadedFile("items.csv", data)}
    answer = union.post(url(scene, "special_item_import"), sent)
    assert (answer.status_code, scene.own.items.count()) == (200, 4)
    assert "gift" in answer.content.decode()


def test_a_sum_tried_changes_nothing_and_above_the_frame_is_told(scene: Special) -> None:
    SpecialProtocol.objects.update(frame_som=100)
    finance = browser(scene.drafter(scene.finance))
    sent = {"i1_som": "85", "i2_som": "90", "i3_som": "", "try": "1"}
    answer = finance.post(url(scene, "special_balance"), sent)
    context: Any = answer.context
    assert (answer.status_code, context["tried"].total, context["over"]) == (200, 175, 75)
    assert scene.own.trials.count() == 0
    kept = {key: value for key, value in sent.items() if key != "try"} | {"keep": "1"}
    assert finance.post(url(scene, "special_balance"), kept).status_code == 303
    assert scene.own.trials.get().total_som == 175


def test_opening_by_the_association(scene: Special) -> None:
    union = browser(scene.drafter(scene.union))
    sent = {
        "budget_year": "2030",
        "other": scene.committee.pk,
        "government": scene.finance.pk,
    }
    assert union.post(reverse("special_protocol_open"), sent).status_code == 303
    assert SpecialProtocol.objects.latest("pk").budget_year == 2030
    finance = browser(scene.drafter(scene.finance))
    assert finance.get(reverse("special_protocol_open")).status_code == 403


def test_bars_are_drawn_to_one_scale(scene: Special) -> None:
    made.answered(scene)
    bars = gap_rows(shown(items_of(scene.own), scene.own))
    assert [(one.offered_wide, one.gap_wide) for one in bars] == [
        (66.67, 8.33),
        (58.33, 41.67),
        (25.0, 8.33),
    ]
    assert wide(None, made.Decimal(1)) == 0
