"""A database and a var folder of the bench's own, made anew for each measurement and removed after."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DATABASE, EMPTY = "bench.sqlite3", "empty.sqlite3"


@contextmanager
def own_instance() -> Iterator[Path]:
    """Set Django up on a temporary folder, as a deployment runs: no debugging, files collected."""
    with tempfile.TemporaryDirectory(prefix="makul-bench-") as name:
        folder = Path(name)
        for key in [key for key in os.environ if key.startswith("MAKUL_")]:
            del os.environ[key]
        os.environ["MAKUL_VAR"] = name
        os.environ["MAKUL_DATABASE"] = f"sqlite:///{folder / DATABASE}"
        os.environ["DJANGO_SETTINGS_MODULE"] = "makul.web.settings"
        import django
        from django.core.management import call_command
        from django.db import connections

        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        call_command("collectstatic", verbosity=0, interactive=False)
        connections.close_all()
        shutil.copy(folder / DATABASE, folder / EMPTY)
        try:
            yield folder
        finally:
            connections.close_all()


def begin_anew(folder: Path) -> None:
    """An empty database again: what one measurement left behind slows no other."""
    from django.db import connections

    connections.close_all()
    for ending in ("", "-wal", "-shm"):
        (folder / f"{DATABASE}{ending}").unlink(missing_ok=True)
    shutil.copy(folder / EMPTY, folder / DATABASE)
