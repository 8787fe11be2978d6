"""Fifty bodies in the same second, one form sent twice, a process killed: nothing is lost or doubled."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from makul.cases.actions.positions import file_position
from makul.cases.models import Case, Position, Remark
from makul.journal.models import Entry
from makul.journal.once import new_token
from makul.parties.models import Mandate
from tests.faults.process import start
from tests.faults.whole import assert_filings_whole
from tests.scene import START, Scene, browser, build_scene, draft, notified, remark

pytestmark = pytest.mark.django_db(transaction=True)
TOMORROW = START + timedelta(days=1)
BODIES = 50


def together[T](works: Sequence[Callable[[], T]]) -> list[T]:
    """Do all at the same moment, each in a thread with a connection of its own."""
    gate = Barrier(len(works))

    def run(work: Callable[[], T]) -> T:
        gate.wait()
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def position_form(client: Client, case: Case, *, do: str = "send") -> dict[str, str]:
    """The form of a position filled in, with the token the page gave it."""
    return {
        "once": new_token(),
        "do": do,
        "stance": "not_agreed",
        "language": "ky",
        "count": "1",
        "r0-eid": "art_3__part_1",
        "r0-kind": "objection",
        "r0-text": "Каражат каралган эмес.",
        "r0-yearly_som": "400 000",
    }


def filed_now(position: Position, actor: Mandate) -> Position:
    return file_position(position=position, actor=actor, now=TOMORROW)


def test_fifty_bodies_file_in_the_same_second() -> None:
    scene = build_scene(bodies=BODIES)
    case = notified(scene)
    drafts = [draft(scene, case, body, "not_agreed", remark()) for body in scene.bodies]
    together(
        [partial(filed_now, one, scene.signatory(one.party)) for one in drafts],
    )
    assert Position.objects.filter(case=case, state="filed").count() == BODIES
    parties = Entry.objects.filter(action="position").values_list("party", flat=True)
    assert sorted(parties) == sorted(body.key for body in scene.bodies)
    assert_filings_whole(case)


def write_and_release(client: Client, case: Case) -> tuple[int, int]:
    written = client.post(reverse("position_edit", args=[case.number]), position_form(client, case))
    release = reverse("position_release", args=[case.number])
    return written.status_code, client.post(release, {"once": new_token()}).status_code


def test_fifty_bodies_write_and_release_through_the_pages_in_the_same_second() -> None:
    now = timezone.now()
    scene = build_scene(bodies=BODIES, at=now)
    case = notified(scene, at=now)
    clients = [browser(scene.signatory(body)) for body in scene.bodies]
    answers = together([partial(write_and_release, client, case) for client in clients])
    assert answers == [(303, 303)] * BODIES
    assert Position.objects.filter(case=case, state="filed").count() == BODIES
    assert Remark.objects.filter(position__case=case).count() == BODIES
    assert_filings_whole(case)


@pytest.mark.parametrize("times", [2, 5])
def test_the_same_form_sent_at_the_same_time_files_once(times: int) -> None:
    now = timezone.now()
    scene = build_scene(bodies=1, at=now)
    case = notified(scene, at=now)
    draft(scene, case, scene.bodies[0], "not_agreed", remark(), at=now)
    sent = {"once": new_token()}
    clients = [browser(scene.signatory(scene.bodies[0])) for _ in range(times)]
    address = reverse("position_release", args=[case.number])
    answers = together([partial(client.post, address, sent) for client in clients])
    assert [answer.status_code for answer in answers] == [303] * times
    assert Position.objects.filter(case=case).count() == 1
    assert Entry.objects.filter(action="position").count() == 1
    assert_filings_whole(case)


def test_the_same_draft_sent_at_the_same_time_is_kept_once() -> None:
    now = timezone.now()
    scene = build_scene(bodies=1, at=now)
    case = notified(scene, at=now)
    client = browser(scene.drafter(scene.bodies[0]))
    form, address = position_form(client, case), reverse("position_edit", args=[case.number])
    clients = [client, browser(scene.drafter(scene.bodies[0]))]
    together([partial(one.post, address, form) for one in clients])
    assert Position.objects.filter(case=case).count() == 1
    assert Remark.objects.filter(position__case=case).count() == 1
    assert Entry.objects.filter(action="position_drafted").count() == 1


def killed_at(moment: float, scene: Scene, case: Case, body: int) -> list[int]:
    """One body files without end and its process is killed; the filings it had confirmed."""
    writer = start("filer.py", case.number, scene.bodies[body].key, TOMORROW.isoformat())
    first = writer.stdout.readline()  # type: ignore[union-attr]
    time.sleep(moment)
    writer.send_signal(signal.SIGKILL)
    confirmed = [first, *writer.communicate()[0].splitlines()]
    assert writer.returncode == -signal.SIGKILL
    return [int(one) for one in confirmed]


def test_a_process_killed_while_filing_leaves_each_filing_whole_or_not_at_all() -> None:
    moments = random.Random(20260302)  # noqa: S311 - a moment, not a secret
    scene = build_scene(bodies=6)
    case = notified(scene)
    works = [partial(killed_at, moments.uniform(0, 0.4), scene, case, body) for body in range(6)]
    told = [number for numbers in together(works) for number in numbers]
    said = set(
        Position.objects.filter(case=case, state__in=("filed", "replaced")).values_list(
            "pk", flat=True
        )
    )
    assert set(told) <= said, "what was confirmed is there"
    assert len(said) <= len(told) + len(works), "at most one of each was not yet confirmed"
    assert_filings_whole(case)
