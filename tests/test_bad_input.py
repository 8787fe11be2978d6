"""What people send by mistake or on purpose through the pages: refused with its reason, or recorded.

Elsewhere: limits of reading a file in tests/documents/reading/test_reader.py and test_storing.py;
limits of a position in tests/cases/actions/test_positions.py; wrong roles and ended mandates in
tests/cases/actions/test_step.py, tests/cases/views/work/test_page.py and tests/parties/test_access.py;
files and JSON on the command line in tests/command.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files import File
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from makul.cases.actions.positions import MOST_REMARKS
from makul.cases.forms.fields import as_file
from makul.cases.models import Case, Position
from makul.core.errors import BadInput
from makul.journal.models import Entry
from makul.journal.once import new_token
from makul.parties.models import Mandate
from tests.scene import Scene, browser, build_scene, draft, make_mandate, notified, remark

pytestmark = pytest.mark.django_db
MB = 1_000_000
BEYOND_A_NUMBER = 10**30


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2, at=timezone.now() - timedelta(days=1))


@pytest.fixture
def case(scene: Scene) -> Case:
    return notified(scene, at=timezone.now() - timedelta(days=1))


def position(**more: str) -> dict[str, str]:
    return {
        "once": new_token(),
        "do": "save",
        "stance": "not_agreed",
        "language": "ky",
        "count": "1",
        "r0-eid": "art_2",
        "r0-kind": "objection",
        "r0-text": "Каражат жок.",
        **more,
    }


def sent(actor: Mandate, name: str, case: Case, data: dict[str, object], *more: object) -> int:
    client = browser(actor)
    client.raise_request_exception = False
    return client.post(reverse(name, args=[case.number, *more]), data).status_code


@pytest.mark.parametrize(
    "wrong",
    [
        {"r0-text": "а" * 20_001},
        {"r0-text": "a\x00b"},
        {"r0-yearly_som": "-1"},
        {"r0-yearly_som": str(BEYOND_A_NUMBER)},
        {"r0-eid": "art_99"},
        {"r0-kind": "joke"},
        {"stance": "silent"},
        {"language": "xx"},
        {"once": "x" * 41},
        {"count": "1", "summary": "а" * 20_001},
    ],
)
def test_a_wrong_field_comes_back_with_its_reason(
    scene: Scene, case: Case, wrong: dict[str, str]
) -> None:
    before = Entry.objects.count()
    status = sent(scene.drafter(scene.bodies[0]), "position_edit", case, {**position(**wrong)})
    assert (status, Entry.objects.count(), Position.objects.count()) == (422, before, 0)


def test_more_remarks_than_any_paper_holds(scene: Scene, case: Case) -> None:
    many = {
        f"r{n}-{key}": value
        for n in range(MOST_REMARKS + 1)
        for key, value in (("eid", "art_2"), ("kind", "objection"), ("text", "а"))
    }
    data = {**position(), **many, "count": str(MOST_REMARKS + 1)}
    assert sent(scene.drafter(scene.bodies[0]), "position_edit", case, data) == 422
    assert Position.objects.count() == 0


@pytest.mark.parametrize(
    "count", ["0", "-1", "x", "", "9" * 30, "١"], ids=["none", "minus", "x", "empty", "huge", "١"]
)
def test_a_number_of_remarks_that_is_none_harms_nothing(
    scene: Scene, case: Case, count: str
) -> None:
    status = sent(scene.drafter(scene.bodies[0]), "position_edit", case, position(count=count))
    assert status in {303, 422}


def test_a_body_of_a_request_over_its_limit(scene: Scene, case: Case) -> None:
    data = position(summary="a" * (3 * MB))
    assert sent(scene.drafter(scene.bodies[0]), "position_edit", case, data) == 413


def test_more_fields_than_any_form_has(scene: Scene, case: Case) -> None:
    data = {**position(), **{f"x{n}": "1" for n in range(4_001)}}
    assert sent(scene.drafter(scene.bodies[0]), "position_edit", case, data) == 413


def statement(**more: object) -> dict[str, object]:
    return {
        "once": new_token(),
        "value": "minor",
        "language": "ru",
        "text": "Уточнена статья 2.",
        "is_sure": "on",
        **more,
    }


def file(data: bytes, name: str = "draft.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (file(b"a" * (20 * MB + 1)), {413, 422}),
        (file(b""), {422}),
        (file(b"%PDF-1.7", "draft.pdf"), {422}),
        (file(b"PK\x03\x04broken", "draft.docx"), {422}),
        (file("Статья 1. А\nТекст.".encode(), "x" * 300 + ".txt"), {303, 422}),
    ],
    ids=["too big", "empty", "pdf", "broken", "long name"],
)
def test_a_file_that_cannot_be_taken(
    scene: Scene, case: Case, given: SimpleUploadedFile, status: set[int]
) -> None:
    data = statement(text_ru=given)
    assert sent(scene.signatory(scene.ministry), "statement", case, data, "revised") in status


def test_a_file_over_its_limit_is_refused_unread() -> None:
    endless = File(None, name="a.docx")  # without bytes behind it, reading would fail
    endless.size = 20 * MB + 1
    with pytest.raises(BadInput) as refused:
        as_file(endless, language="ky")
    assert refused.value.code == "too_big"


def test_more_files_than_any_package_has(scene: Scene, case: Case) -> None:
    files = {f"f{n}": file(b"a") for n in range(21)}
    data = statement(**files)
    assert sent(scene.signatory(scene.ministry), "statement", case, data, "revised") == 413


def test_a_step_out_of_order_is_recorded_and_judged(scene: Scene, case: Case) -> None:
    """The ministry forwards the package in the middle of conciliation: a fact, and a breach."""
    data = {"once": new_token(), "decider": scene.committee.key}
    assert sent(scene.signatory(scene.ministry), "forward", case, data) == 303
    assert Entry.objects.filter(action="forwarded").count() == 1
    case.refresh_from_db()
    assert case.breach_count > 0


def test_a_closed_case_takes_no_position(scene: Scene, case: Case) -> None:
    body = scene.bodies[0]
    draft(scene, case, body, "not_agreed", remark(), at=timezone.now())
    withdrawal = statement(text="Отозван.")
    actor = scene.signatory(scene.ministry)
    assert sent(actor, "statement", case, withdrawal, "withdrawn") == 303
    release = {"once": new_token()}
    assert sent(scene.signatory(body), "position_release", case, release) == 422
    assert Position.objects.get().state == "draft"


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("position_edit", "ministry"),
        ("rows_desk", "ministry"),
        ("replies_desk", "union"),
        ("consider", "desk"),
        ("forward", "union"),
        ("protocol_draw", "panel"),
    ],
)
def test_a_wrong_role_is_refused(scene: Scene, case: Case, name: str, who: str) -> None:
    before = Entry.objects.count()
    assert sent(scene.signatory(getattr(scene, who)), name, case, {"once": new_token()}) == 403
    assert Entry.objects.count() == before


def test_who_may_not_sign_releases_nothing(scene: Scene, case: Case) -> None:
    body = scene.bodies[0]
    draft(scene, case, body, "agreed", at=timezone.now())
    assert sent(scene.drafter(body), "position_release", case, {"once": new_token()}) == 403
    assert Position.objects.get().state == "draft"


def test_a_mandate_that_ended_while_the_page_stood_open(scene: Scene, case: Case) -> None:
    body = scene.bodies[0]
    draft(scene, case, body, "agreed", at=timezone.now())
    office = make_mandate(body, signs=True)
    client = browser(office)
    address = reverse("position_release", args=[case.number])
    assert client.get(address).status_code == 200
    Mandate.objects.filter(pk=office.pk).update(to_on=timezone.localdate() - timedelta(days=1))
    assert client.post(address, {"once": new_token()}).status_code == 403
    assert Position.objects.get().state == "draft"


ODD = [
    "/cases/0000-0000/",
    f"/cases/{'9' * 400}/",
    "/cases/%00/",
    "/cases/?page=99999999999999999999&q=%00",
    "/cases/?q=" + "а" * 1000,
    "/verify/?code=" + "z" * 3000,
    "/verify/?code=%00",
    "/registry/?q=%00&page=-1",
    "/?lang=xx",
    f"/documents/{BEYOND_A_NUMBER}/",
    f"/sign-in/as/{BEYOND_A_NUMBER}/",
]


@pytest.mark.parametrize("address", ODD)
def test_an_odd_address_is_a_page_and_never_a_crash(case: Case, address: str) -> None:
    client = Client(raise_request_exception=False)
    assert client.get(address).status_code in {200, 302, 400, 404, 405}


@pytest.mark.parametrize(
    "tail",
    [
        "text/?at=%00",
        "rows/?reply=x&kind=y&eid=%00&page=0",
        f"rows/?row={BEYOND_A_NUMBER}",
        f"positions/{BEYOND_A_NUMBER}/",
        "entries/?page=abc",
        "bodies/?stance=%00&page=99999999999999999999",
        "rows.csv",
    ],
)
def test_odd_questions_to_a_case_are_answered(case: Case, tail: str) -> None:
    client = Client(raise_request_exception=False)
    assert client.get(f"/cases/{case.number}/{tail}").status_code in {200, 400, 404}


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("rows_desk", "?at=%00&like=nan&page=x&group=-5"),
        ("rows_desk", "?like=1e400"),
        ("replies_desk", "?at=%00&state=x&page=99999999999999999999"),
        ("meeting_hold", "?x"),
        ("own_remarks", "?page=-1"),
    ],
)
def test_odd_questions_to_a_desk_are_answered(
    scene: Scene, case: Case, name: str, asked: str
) -> None:
    who = {"rows_desk": scene.union, "own_remarks": scene.bodies[0], "meeting_hold": scene.desk}
    client = browser(scene.signatory(who.get(name, scene.ministry)))
    client.raise_request_exception = False
    page = client.get(f"{reverse(name, args=[case.number])}{asked}")
    assert page.status_code in {200, 303, 400}


@pytest.mark.parametrize("number", [0, 999, BEYOND_A_NUMBER])
def test_a_row_that_is_not_there(scene: Scene, case: Case, number: int) -> None:
    client = browser(scene.signatory(scene.union))
    client.raise_request_exception = False
    assert client.get(reverse("row_edit", args=[case.number, number])).status_code == 404
