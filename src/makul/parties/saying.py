"""What an error says on a form: each room keeps the sentences of its own codes in its `sentences.py`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext

from makul.core.errors import MakulError


@cache
def sentences() -> Mapping[str, Promise]:
    """The sentences of all rooms by code, those of the upper floors last (found as Django finds urls)."""
    found: dict[str, Promise] = {}
    for app in apps.get_app_configs():
        if app.name.startswith("makul.") and find_spec(f"{app.name}.sentences"):
            found |= import_module(f"{app.name}.sentences").SENTENCES
    return found


class _Kept(dict[str, object]):
    """A place that has no parameter shows its name rather than breaking the page."""

    def __missing__(self, key: str) -> str:
        return key


def sentence_of(error: MakulError) -> str:
    """What happened, why and what to do next, in the language of the page."""
    template = sentences().get(error.code)
    if template is None:
        text = gettext("It was refused with the code {code}. Nothing was recorded.")
        return text.format(code=error.code)
    return str(template).format_map(_Kept({k: _shown(v) for k, v in error.params.items()}))


def _shown(value: object) -> object:
    """A parameter as people read it: a day in words, a list by commas."""
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return value
