"""Fifty writers at once lose and double nothing; a process killed at any moment leaves all or nothing."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier

import pytest
from django.conf import settings as django_settings
from django.contrib.sessions.models import Session
from django.db import connection, transaction

from makul.core import journal
from makul.journal import actions, queries
from makul.journal.models import Entry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_key(settings, tmp_path):
    settings.MAKUL_VAR = tmp_path


def assert_whole(rows):
    """Numbers without gaps, each row with its one entry, and the whole journal verified."""
    entries = list(Entry.objects.values_list("number", "data__row"))
    assert [number for number, _ in entries] == list(range(1, len(entries) + 1))
    assert sorted(row for _, row in entries) == sorted(rows)
    assert sorted(Session.objects.values_list("session_key", flat=True)) == sorted(rows)
    assert journal.verify(queries.export_lines()).broken == []


def start(name, count=1_000_000):
    database = {
        key: connection.settings_dict[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")
    }
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "makul.web.settings"),
        "MAKUL_SECRET_KEY": "of this test",
        "MAKUL_VAR": str(django_settings.MAKUL_VAR),
        "PYTHONPATH": str(Path(journal.__file__).parents[2]),
        "WRITER_DATABASE": json.dumps(database, default=str),
    }
    command = [sys.executable, str(Path(__file__).with_name("writer.py")), name, str(count)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def test_fifty_writers_in_the_same_second():
    together = Barrier(50)

    def file(name):
        together.wait()
        try:
            for number in range(3):
                with transaction.atomic():
                    key, now = f"{name}-{number}", datetime.now(UTC)
                    Session.objects.create(session_key=key, session_data="", expire_date=now)
                    actions.record(
                        subject="x", action="filed", party="p", at=now, data={"row": key}
                    )
        finally:
            connection.close()

    with ThreadPoolExecutor(50) as pool:
        list(pool.map(file, range(50)))
    assert_whole([f"{name}-{number}" for name in range(50) for number in range(3)])


def test_processes_that_write_together():
    writers = [start(f"w{number}", 30) for number in range(3)]
    for writer in writers:
        writer.communicate(timeout=60)
        assert writer.returncode == 0
    assert_whole([f"w{writer}-{number}" for writer in range(3) for number in range(30)])


def test_a_process_killed_at_any_moment_leaves_all_or_nothing():
    moments = random.Random(20260302)  # noqa: S311 - a moment, not a secret
    writers = {f"k{number}": start(f"k{number}") for number in range(6)}
    for writer in writers.values():
        writer.stdout.readline()
    told = []
    for name, writer in writers.items():
        time.sleep(moments.uniform(0, 0.15))
        writer.send_signal(signal.SIGKILL)
        told += [f"{name}-{number}" for number in ["0", *writer.communicate()[0].split()]]
        assert writer.returncode == -signal.SIGKILL
    rows = set(Entry.objects.values_list("data__row", flat=True))
    assert set(told) <= rows, "what was confirmed is there"
    assert len(rows) <= len(set(told)) + 8, (
        "at most one filing of each writer was not yet confirmed"
    )
    assert_whole(rows)
