"""The board of open cases is open to all; who is signed in may see only the cases of the own body."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from makul.cases.models import Case
from tests.scene import Scene, browser, notified, submitted

pytestmark = pytest.mark.django_db
URL = reverse("case_board")


def test_anyone_sees_the_open_cases_by_stage(case: Case) -> None:
    page = Client().get(URL)
    counts = {one["key"]: one["count"] for one in page.context["columns"] if one["count"]}
    assert (page.status_code, counts) == (200, {"positions": 1})
    assert reverse("case", args=[case.number]) in page.content.decode()


def test_ours_only(scene: Scene, case: Case, at: datetime) -> None:
    client = browser(scene.drafter(scene.bodies[0]))
    Case.objects.filter(pk=submitted(scene, at=at).pk).update(stage="accepted")
    totals = [client.get(URL + query).context["total"] for query in ("", "?whose=ours")]
    assert totals == [2, 1]
    assert reverse("case_work", args=[case.number]) in client.get(URL).content.decode()


def test_an_empty_board_says_what_will_come() -> None:
    client = Client()
    client.cookies["language"] = "en"
    assert "A case appears here" in client.get(URL).content.decode()


def test_queries_do_not_grow_with_the_cases(scene: Scene, at: datetime) -> None:
    counts = []
    for _more in range(2):
        for _n in range(3):
            notified(scene, at=at)
        with CaptureQueriesContext(connection) as queries:
            Client().get(URL)
        counts.append(len(queries))
    assert (counts[0] == counts[1], counts[0] <= 20) == (True, True)
