"""A pytest plugin that picks the tests of one run: on PostgreSQL only those that touch the database."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

DATABASE = {
    "db",
    "transactional_db",
    "live_server",
    "django_db_setup",
    "django_db_serialized_rollback",
}


def touches_database(item: pytest.Item) -> bool:
    """Whether the test asks for the database, by its mark, by a fixture, or as Django's TestCase."""
    if item.get_closest_marker("django_db") or item.get_closest_marker("postgres"):
        return True
    if DATABASE & set(getattr(item, "fixturenames", ())):
        return True
    return hasattr(getattr(item, "cls", None), "databases")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    on_postgres = os.environ.get("MAKUL_DATABASE", "").startswith("postgres")
    keep: list[pytest.Item] = []
    leave: list[pytest.Item] = []
    for item in items:
        wanted = touches_database(item) if on_postgres else not item.get_closest_marker("postgres")
        (keep if wanted else leave).append(item)
    if leave:
        config.hook.pytest_deselected(items=leave)
        items[:] = keep
