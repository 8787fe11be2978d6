"""Inserts rows of a table by the thousand: half of what a register costs would go into the ORM."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from django.db import connection, models


def insert_many(
    model: type[models.Model], rows: Iterable[Mapping[str, Any]], *, ignore: bool = False
) -> None:
    """Insert rows, each the values of every column but the key, by the names of the attributes.

    The database gives the keys. `ignore`: a row that breaks a unique constraint is left out.
    """
    fields = [one for one in model._meta.concrete_fields if not one.primary_key]
    ways = [(one.attname, way_of(one)) for one in fields]
    values = [[way(row[name]) for name, way in ways] for row in rows]
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(statement(model, ignore=ignore), values)


@cache
def statement(model: type[models.Model], *, ignore: bool) -> str:
    columns = [one.column for one in model._meta.concrete_fields if not one.primary_key]
    named = ", ".join(connection.ops.quote_name(str(one)) for one in columns)
    places = ", ".join(["%s"] * len(columns))
    table = connection.ops.quote_name(model._meta.db_table)
    ending = " ON CONFLICT DO NOTHING" if ignore else ""
    return f"INSERT INTO {table} ({named}) VALUES ({places}){ending}"  # noqa: S608 - names of our own tables


def way_of(field: models.Field[Any, Any]) -> Callable[[Any], Any]:
    """How the values of a field are written; the same day and moment come again and again."""
    if isinstance(field, models.JSONField):
        return json.dumps
    if isinstance(field, models.DateTimeField):
        return cache(connection.ops.adapt_datetimefield_value)
    if isinstance(field, models.DateField):
        return cache(connection.ops.adapt_datefield_value)
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
