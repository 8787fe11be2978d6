"""What commands that open the database share: setting Django up, and writing a file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from makul.core.errors import BadInput


def set_up() -> None:
    """Make Django ready; importing it is slow, so only who needs the database calls.

    Raises: BadInput `no_database` where the tables are not there.
    """
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makul.web.settings")
    django.setup()
    from django.db import DatabaseError, connection

    try:
        tables = connection.introspection.table_names()
    except DatabaseError as error:
        raise BadInput("no_database") from error
    if "journal_entry" not in tables:
        raise BadInput("no_database")


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of `path` once it is whole; what was there stays if anything fails.

    Raises: BadInput `no_write`.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as out:
            yield out
        draft.replace(path)
    except OSError as error:
        raise BadInput("no_write", path=path) from error
    finally:
        draft.unlink(missing_ok=True)
