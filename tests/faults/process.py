"""Starts another process on the database of the running test, so that it can really be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
HERE = ("NAME", "USER", "PASSWORD", "HOST", "PORT")


def start(script: str, *words: str) -> subprocess.Popen[str]:
    """Run a script of this folder; the test reads what it prints, line by line."""
    database = {key: connection.settings_dict[key] for key in HERE}
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "makul.web.settings"),
        "MAKUL_SECRET_KEY": "of this test",
        "MAKUL_VAR": str(settings.MAKUL_VAR),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        "TEST_DATABASE": json.dumps(database, default=str),
    }
    command = [sys.executable, str(Path(__file__).with_name(script)), *words]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, text=True, cwd=settings.MAKUL_VAR
    )


def set_up() -> None:
    """In the started process: Django on the database of the test that started it."""
    import django

    settings.DATABASES["default"].update(json.loads(os.environ["TEST_DATABASE"]))
    settings.DATABASES["default"]["OPTIONS"].pop("pool", None)
    django.setup()


def tell(word: object) -> None:
    """Say to the test how far this process has come."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()
