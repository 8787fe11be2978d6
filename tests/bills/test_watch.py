"""A round of the watch does all that is due, and a second one finds nothing to do."""

from __future__ import annotations

import pytest

from makul.bills.actions.taking_in import RegisterFile, queue_file
from makul.bills.models import Alert, Bill
from makul.bills.watch import watch
from makul.web.worker import tick
from tests.bills.making import NOW
from tests.scene import build_scene

pytestmark = pytest.mark.django_db


def test_a_file_that_waits_is_taken_in_and_noticed_in_one_round() -> None:
    scene = build_scene(bodies=1)
    text = "number,title_ru,initiator_kind,registered_on\n1,О местном бюджете,deputies,2026-09-09\n"
    file = RegisterFile("kenesh", "b.csv", "csv", text.encode(), is_demonstration=True)
    queue_file(file=file, actor=scene.drafter(scene.union), now=NOW)
    assert tick(NOW)["bills"] == 2
    assert (Bill.objects.count(), Alert.objects.count(), watch(NOW)) == (1, 1, 0)
