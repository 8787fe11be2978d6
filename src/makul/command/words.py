"""What the command line says of an error: what, why and what to do next, in one sentence."""

from __future__ import annotations

from makul.core.errors import MakulError

SENTENCES: dict[str, str] = {
    "no_file": "{path} is not there or cannot be read; check the name",
    "not_json": "{path} is not valid JSON: {why}",
    "no_days_off": "no list of days off for {year}: add law/days_off/{year}.yaml with its source",
}


def say(error: MakulError) -> str:
    """One sentence for `error`; an unknown code is shown as it is, with its parameters.

    >>> from makul.core.errors import BadInput
    >>> say(BadInput("no_file", path="x.json"))
    'x.json is not there or cannot be read; check the name.'
    """
    template = SENTENCES.get(error.code)
    return f"{template.format(**error.params)}." if template else f"{error}."
