"""Stands before Django's `flush`: a database with a journal is emptied only where it is a test's own."""

from __future__ import annotations

import sqlite3
from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.flush import Command as Flush
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


class Command(Flush):
    """Django's tests empty the tables between them; on SQLite the triggers stand aside for just that."""

    def handle(self, **options: Any) -> None:
        connection = connections[options["database"]]
        if not is_of_tests(connection):
            raise CommandError(
                "the journal is append-only: a database that holds it is not emptied"
            )
        if connection.vendor != "sqlite":
            super().handle(**options)  # TRUNCATE, which row triggers let pass
            return
        connection.ensure_connection()
        connection.connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
        try:
            super().handle(**options)
        finally:
            connection.connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, True)


def is_of_tests(connection: BaseDatabaseWrapper) -> bool:
    """Whether Django made this database for a run of tests."""
    name, given = (
        str(connection.settings_dict["NAME"]),
        connection.settings_dict["TEST"].get("NAME"),
    )
    return name == str(given) if given else name.startswith("test_")
