"""What the command line says of an error: what, why and what to do next, in one sentence."""

from __future__ import annotations

from makul.core.errors import MakulError

SENTENCES: dict[str, str] = {
    "no_postgres": "PostgreSQL's server programs (initdb, postgres) are not found: install them",
    "postgres_failed": "PostgreSQL could not be started for the tests: {why}",
    "port_in_use": "port {port} is in use by another program: stop it, or choose one with --port",
    "port_wrong": "{port} is not a port: give a number from 1 to 65535",
    "demo_runs": "the demonstration already runs here (process {pid}): stop it first with Ctrl-C",
    "not_our_database": "--reset deletes only Makul's own SQLite file, and MAKUL_DATABASE names another",
    "no_file": "{path} is not there or cannot be read; check the name",
    "not_json": "{path} is not valid JSON: {why}",
    "no_days_off": "no list of days off for {year}: add law/days_off/{year}.yaml with its source",
    "bad_term": "a term of {n} days or months cannot be reckoned: give 1 or more",
    "bad_moment": "{text!r} is not a moment: write it like 2026-03-02T10:00 (Asia/Bishkek)",
    "no_edition": "there is no edition {edition!r} of the Order here: the one there is is 2026-proposed",
    "no_parameter": "the law sets no {key} for {on}: add its edition to law/parameters with its source",
    "unknown_parameter": "the law knows no parameter {key!r}: see law/parameters",
    "unknown_source": "no source stands under {key!r}: add it to law/sources.yaml",
    "unknown_item": "the Order has no sentence under {key!r}",
    "unknown_term": "the terms lack {key!r}: an edition needs every term of the Order",
    "unknown_track": "there is no track {track!r}: it is ordinary or short",
    "unknown_word": "the glossary has no word under {key!r}: add it to law/glossary.yaml",
}


def say(error: MakulError) -> str:
    """One sentence for `error`; an unknown code is shown as it is, with its parameters.

    >>> from makul.core.errors import BadInput
    >>> say(BadInput("no_file", path="x.json"))
    'x.json is not there or cannot be read; check the name.'
    """
    template = SENTENCES.get(error.code)
    return f"{template.format(**error.params)}." if template else f"{error}."
