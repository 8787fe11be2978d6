"""A worker killed between a delivery and its entry: the next round records it, and only once."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from django.utils import timezone

from makul.cases.actions.notifying import notify
from makul.cases.actions.opening import set_circle
from makul.cases.models import Case
from makul.drafts.letters import notified_letter
from makul.journal.models import Entry
from makul.notices.models import Notice
from makul.notices.post import FilePost
from makul.web.worker import tick
from tests.faults.process import start
from tests.faults.whole import assert_journal_whole
from tests.scene import Scene, build_scene, screened

pytestmark = pytest.mark.django_db(transaction=True)
BODIES = 20
EVERYONE = BODIES + 1  # the bodies and their association


def queued(now: datetime) -> Case:
    """A case whose letters to everyone wait in the outbox."""
    scene: Scene = build_scene(bodies=BODIES, at=now)
    case = screened(scene, at=now)
    actor = scene.drafter(scene.desk)
    set_circle(case=case, bodies=scene.bodies, actor=actor, now=now)
    assert notify(case=case, write=notified_letter, actor=actor, now=now) == EVERYONE
    return case


def assert_told_once(case: Case) -> None:
    told = Entry.objects.filter(subject=case.subject, action="notified")
    assert Counter(told.values_list("to", flat=True)) == Counter(
        Notice.objects.values_list("party__key", flat=True)
    )
    assert Notice.objects.filter(state="delivered", recorded_at__isnull=False).count() == EVERYONE
    assert_journal_whole()


def test_a_worker_killed_between_delivering_and_recording(tmp_path: Path) -> None:
    now = timezone.now()
    case, folder = queued(now), tmp_path / "letters"
    worker = start("deliverer.py", "deliver", str(folder), now.isoformat())
    assert worker.stdout.readline() == f"{EVERYONE}\n"  # type: ignore[union-attr]
    worker.send_signal(signal.SIGKILL)
    worker.communicate()
    assert Notice.objects.filter(state="delivered").count() == EVERYONE
    assert not Entry.objects.filter(action="notified").exists()
    first, second = (tick(now, post=FilePost(folder)) for _ in range(2))
    assert [(done["delivered"], done["recorded"]) for done in (first, second)] == [
        (0, EVERYONE),
        (0, 0),
    ]
    assert_told_once(case)


def test_workers_killed_at_any_moment(tmp_path: Path) -> None:
    now = timezone.now()
    case, folder = queued(now), tmp_path / "letters"
    moments = random.Random(20260303)  # noqa: S311 - a moment, not a secret
    for _ in range(4):
        worker = start("deliverer.py", "tick", str(folder), now.isoformat())
        assert worker.stdout.readline() == "round\n"  # type: ignore[union-attr]
        time.sleep(moments.uniform(0, 0.12))
        worker.send_signal(signal.SIGKILL)
        worker.communicate()
    tick(now, post=FilePost(folder))
    assert len(list(folder.glob("*.eml"))) == EVERYONE
    assert_told_once(case)
