"""The ministry's desk: rows filtered and answered one by one, then published together."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from makul.cases.actions.answering import TemplateInput, keep_template
from makul.cases.actions.rows import place_rest
from makul.cases.models import Assignment, Case, Reply, ReplyTemplate, Row
from makul.parties import keeping
from tests.scene import Scene, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def placed(scene: Scene, spoken: Case, at: datetime) -> Case:
    place_rest(case=spoken, actor=scene.drafter(scene.union), now=at + timedelta(days=2))
    return spoken


def url(name: str, case: Case, *args: object) -> str:
    return reverse(name, args=[case.number, *args])


def test_rows_are_answered_one_after_another_and_published(scene: Scene, placed: Case) -> None:
    drafter = browser(scene.drafter(scene.ministry))
    accepted = {"kind": "accepted", "wording_ky": "Жаңы", "do": "next"}
    following = [drafter.post(url("reply_edit", placed, n), accepted).url for n in (1, 2, 3)]
    assert following == [
        url("reply_edit", placed, 2),
        url("reply_edit", placed, 3),
        url("replies_desk", placed),
    ]
    assert drafter.post(url("replies_publish", placed)).status_code == 403
    done = browser(scene.signatory(scene.ministry)).post(url("replies_publish", placed))
    assert (done.status_code, Reply.objects.filter(published_at__isnull=False).count()) == (303, 3)


def test_a_refusal_without_a_reason_comes_back(scene: Scene, placed: Case) -> None:
    client = browser(scene.drafter(scene.ministry))
    page = client.post(url("reply_edit", placed, 1), {"kind": "declined", "wording_ky": "Сөз"})
    assert (page.status_code, "Сөз" in page.content.decode()) == (422, True)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", [1, 2, 3]),
        ("?kind=proposal", [2]),
        ("?at=art_3", [1, 3]),
        ("?state=draft", [1]),
        ("?state=none&kind=objection", [3]),
        ("?state=nonsense", [1, 2, 3]),
    ],
)
def test_rows_are_filtered(scene: Scene, placed: Case, query: str, shown: list[int]) -> None:
    client = browser(scene.drafter(scene.ministry))
    client.post(url("reply_edit", placed, 1), {"kind": "accepted"})
    page = client.get(url("replies_desk", placed) + query)
    assert [one.row.number for one in page.context["page_obj"]] == shown


def test_nobody_else_sees_a_draft(scene: Scene, placed: Case) -> None:
    browser(scene.drafter(scene.ministry)).post(
        url("reply_edit", placed, 1), {"kind": "accepted", "text_ky": "Жашыруун"}
    )
    for party in (scene.union, scene.desk):
        page = browser(scene.signatory(party)).get(url("row_edit", placed, 1)).content.decode()
        assert "Жашыруун" not in page
    own = browser(scene.signatory(scene.bodies[0])).get(url("own_remarks", placed))
    assert "Жашыруун" not in own.content.decode()


def test_loose_remarks_are_placed_only_in_their_turn(scene: Scene, spoken: Case) -> None:
    client = browser(scene.drafter(scene.ministry))
    assert client.post(url("replies_desk", spoken)).status_code == 422
    assert spoken.rows.count() == 0


def template(scene: Scene, at: datetime) -> ReplyTemplate:
    content = TemplateInput("Минфин", "partly", "{article}: эсептелет", "строка {number}")
    return keep_template(content=content, actor=scene.drafter(scene.ministry), now=at)


def test_ticked_rows_are_given_out_and_the_filters_stay(scene: Scene, placed: Case) -> None:
    client, head = browser(scene.drafter(scene.ministry)), scene.signatory(scene.ministry)
    data = {"rows": ["1", "3"], "do": f"to-{head.pk}"}
    done = client.post(url("replies_desk", placed) + "?kind=objection", data)
    assert (done.status_code, done.url) == (303, url("replies_desk", placed) + "?kind=objection")
    assert list(Assignment.objects.values_list("row__number", "mandate")) == [
        (1, head.pk),
        (3, head.pk),
    ]
    page = browser(head).get(url("replies_desk", placed) + "?who=me")
    assert [one.row.number for one in page.context["page_obj"]] == [1, 3]


def test_all_that_the_filters_leave_is_given_out_at_once(scene: Scene, placed: Case) -> None:
    mine = scene.drafter(scene.ministry)
    data = {"everything": "1", "do": f"to-{mine.pk}"}
    browser(mine).post(url("replies_desk", placed) + "?kind=proposal", data)
    assert list(Assignment.objects.values_list("row__number", flat=True)) == [2]
    browser(mine).post(url("replies_desk", placed), {"rows": "2", "do": "to-nobody"})
    assert Assignment.objects.count() == 0


@pytest.mark.parametrize(
    "data",
    [
        {"do": "by-hand"},
        {"do": "to-nobody"},
        {"do": "", "rows": ["1"]},
        {"do": "to-999", "rows": ["1"]},
        {"do": "by-hand", "rows": ["77"]},
    ],
)
def test_nothing_ticked_or_chosen_comes_back_with_the_ticks(
    scene: Scene, placed: Case, data: dict[str, object]
) -> None:
    page = browser(scene.drafter(scene.ministry)).post(url("replies_desk", placed), data)
    assert (page.status_code, bool(page.context["form"].errors)) == (422, True)
    assert page.context["ticks"].ticked == set(data.get("rows", []))


def test_ticked_rows_lead_to_a_sheet(scene: Scene, placed: Case, at: datetime) -> None:
    key = template(scene, at).pk
    data = {"rows": ["1", "2"], "do": f"by-{key}"}
    done = browser(scene.drafter(scene.ministry)).post(url("replies_desk", placed), data)
    assert done.url == f"{url('replies_together', placed)}?rows=1%2C2&template={key}"


def test_a_template_fills_the_reply_and_loses_nothing(
    scene: Scene, placed: Case, at: datetime
) -> None:
    client, key = browser(scene.drafter(scene.ministry)), template(scene, at).pk
    typed = {"kind": "declined", "text_ru": "Моё слово", "wording_ky": "Редакция", "fill": str(key)}
    page = client.post(url("reply_edit", placed, 1), typed)
    shown = page.context["form"].initial
    assert (page.status_code, Reply.objects.count()) == (200, 0)
    assert shown == {
        "kind": "partly",
        "text_ky": "3-берене, 1-бөлүк: эсептелет",
        "text_ru": "Моё слово\n\nстрока 1",
        "wording_ky": "Редакция",
        "wording_ru": "",
    }


def test_the_next_row_is_the_next_of_the_filtered_list(scene: Scene, placed: Case) -> None:
    client = browser(scene.drafter(scene.ministry))
    query = "?kind=objection"
    done = client.post(url("reply_edit", placed, 1) + query, {"kind": "accepted", "do": "next"})
    assert done.url == url("reply_edit", placed, 3) + query


def test_what_was_typed_is_there_again_until_it_is_kept(
    scene: Scene, placed: Case, at: datetime
) -> None:
    drafter = scene.drafter(scene.ministry)
    path = url("reply_edit", placed, 1)
    typed = {"kind": ["partly"], "text_ky": ["Жарым сөз"]}
    keeping.keep(actor=drafter, path=path, data=typed, now=at)
    client = browser(drafter)
    assert "Жарым сөз" in client.get(path).content.decode()
    client.post(path, {"kind": "partly", "text_ky": "Бүт сөз", "do": "save"})
    assert (keeping.kept(drafter, path), Reply.objects.get().text_ky) == (None, "Бүт сөз")


def test_the_desk_takes_as_many_queries_for_three_rows_as_for_three_hundred(
    scene: Scene, placed: Case
) -> None:
    client, row = browser(scene.drafter(scene.ministry)), placed.rows.get(number=1)
    pages = [url("replies_desk", placed), url("reply_edit", placed, 1)]
    counts = [count(client, page) for page in pages]
    more = [
        Row(case=placed, number=n, eid=row.eid, kind="objection", author=row.author, text_ky="Сөз")
        for n in range(10, 310)
    ]
    Row.objects.bulk_create(more)
    assert [count(client, page) for page in pages] == counts
    assert max(counts) <= 20


def count(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(page).status_code == 200
    return len(found)
