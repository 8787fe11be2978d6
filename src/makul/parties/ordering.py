"""Sorts rows by a name as a dictionary of its language does, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, Func, Value
from django.db.models.functions import Coalesce, NullIf

from makul.core.alphabet import letters, sort_key

FUNCTION = "makul_sort_key"


class SortKey(Func):
    """The sort key of a text: `translate` in PostgreSQL, a function of ours in SQLite."""

    output_field = CharField()
    arity = 2

    def __init__(self, text: Any, language: str) -> None:
        self.language = language
        super().__init__(text, Value(language))

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return super().as_sql(compiler, connection, function=FUNCTION, **more)

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        text, params = compiler.compile(self.source_expressions[0])
        return f'translate({text}, %s, %s) COLLATE "C"', (*params, *letters(self.language))


def by_name(language: str, *, prefix: str = "") -> SortKey:
    """To order by the name in the language of the page; one that is not there stands by its Kyrgyz one.

    `prefix` leads to the party or territory: `order_by(by_name("ru", prefix="party__"))`.
    """
    code = language if language in {"ky", "ru", "en"} else "ky"
    own, kyrgyz = f"{prefix}name_{code}", f"{prefix}name_ky"
    return SortKey(Coalesce(NullIf(own, Value("")), kyrgyz), code)


def teach(connection: BaseDatabaseWrapper, **_more: Any) -> None:
    """Give a new connection to SQLite the function it lacks."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(FUNCTION, 2, _key, deterministic=True)


def _key(text: str | None, language: str) -> str:
    return sort_key(text or "", language=language)
