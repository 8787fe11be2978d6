"""Stands before Django's `flush`: a database with a journal is emptied only where it is a test's own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.flush import Command as Flush
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("journal_entry", "journal_checkpoint", "journal_node")


class Command(Flush):
    """Django's tests empty the tables between them; the triggers stand aside for just that."""

    def handle(self, **options: Any) -> None:
        connection = connections[options["database"]]
        if not is_of_tests(connection):
            raise CommandError(
                "the journal is append-only: a database that holds it is not emptied"
            )
        with triggers_aside(connection):
            super().handle(**options)


def is_of_tests(connection: BaseDatabaseWrapper) -> bool:
    """Whether Django made this database for a run of tests."""
    name, given = (
        str(connection.settings_dict["NAME"]),
        connection.settings_dict["TEST"].get("NAME"),
    )
    return name == str(given) if given else name.startswith("test_")


@contextmanager
def triggers_aside(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """SQLite puts them aside for the one connection, PostgreSQL for the tables."""
    switch_triggers(connection, on=False)
    try:
        yield
    finally:
        switch_triggers(connection, on=True)


def switch_triggers(connection: BaseDatabaseWrapper, *, on: bool) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        connection.connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, on)
        return
    way = "ENABLE" if on else "DISABLE"
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} {way} TRIGGER USER")
