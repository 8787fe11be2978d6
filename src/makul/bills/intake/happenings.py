"""What happened to a bill, as a row tells it: a list in JSON, or «day kind readings places | …» in a cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from makul.bills.models import BillEvent
from makul.core.errors import BadInput

MOST_EVENTS = 60
MOST_PLACES = 200
LONGEST_TEXT = 2_000
READINGS = re.compile(r"[123](?:[+,][123]){0,2}")
PLACE = re.compile(r"[a-z]+_[a-z0-9_-]{1,150}")
KINDS = frozenset(BillEvent.Kind.values)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a row; `key` names it, so that told twice it is told once."""

    kind: str
    on: date
    readings: str = ""
    eids: tuple[str, ...] = ()
    text_ky: str = ""
    text_ru: str = ""
    own_key: str = ""

    @property
    def key(self) -> str:
        """Its name in the register, or else what it says in short."""
        if self.own_key:
            return self.own_key
        places = f":{','.join(self.eids)}"[:40] if self.eids else ""
        return f"{self.on}:{self.kind}{':' + self.readings if self.readings else ''}{places}"


def read_events(said: Any, *, longest: int) -> tuple[Happening, ...]:
    """The events of a row. Raises: BadInput `row_bad_event`, `row_too_long`, `row_too_many`.

    >>> read_events("2026-09-20 fast_track 2+3", longest=100)[0].readings
    '2,3'
    """
    if not said:
        return ()
    if isinstance(said, str):
        if len(said) > longest:
            raise BadInput("row_too_long", field="events", longest=longest)
        found = [_typed(part) for part in said.split("|") if part.strip()]
    elif isinstance(said, list):
        found = [_listed(one) for one in said]
    else:
        raise BadInput("row_bad_event", value=str(said)[:80])
    if len(found) > MOST_EVENTS:
        raise BadInput("row_too_many", most=MOST_EVENTS)
    return tuple(found)


def _typed(text: str) -> Happening:
    """«2026-09-20 amendment art_3 art_4»."""
    words = text.split()
    readings = words[2] if len(words) > 2 and READINGS.fullmatch(words[2]) else ""
    places = words[3:] if readings else words[2:]
    kind = words[1] if len(words) > 1 else ""
    return _checked(text, words[0], kind, readings, places)


def _listed(one: Any) -> Happening:
    if not isinstance(one, Mapping):
        raise BadInput("row_bad_event", value=str(one)[:80])
    texts = {name: one.get(name) or "" for name in ("key", "text_ky", "text_ru", "readings")}
    places = one.get("eids") or []
    if not isinstance(places, list) or not all(isinstance(text, str) for text in texts.values()):
        raise BadInput("row_bad_event", value=str(one)[:80])
    if len(texts["key"]) > 80 or max(map(len, (texts["text_ky"], texts["text_ru"]))) > LONGEST_TEXT:
        raise BadInput("row_too_long", field="events", longest=LONGEST_TEXT)
    more = {"text_ky": texts["text_ky"], "text_ru": texts["text_ru"], "own_key": texts["key"]}
    return _checked(
        str(one)[:80], one.get("on"), one.get("kind"), texts["readings"], places, **more
    )


def _checked(
    text: str, on: Any, kind: Any, readings: str, places: list[Any], **more: str
) -> Happening:
    try:
        day = date.fromisoformat(str(on))
    except ValueError:
        raise BadInput("row_bad_event", value=text.strip()[:80]) from None
    wrong = [one for one in places if not isinstance(one, str) or not PLACE.fullmatch(one)]
    if kind not in KINDS or wrong or len(places) > MOST_PLACES:
        raise BadInput("row_bad_event", value=text.strip()[:80])
    if readings and not READINGS.fullmatch(readings):
        raise BadInput("row_bad_event", value=text.strip()[:80])
    in_order = ",".join(sorted(set(re.split(r"[+,]", readings)))) if readings else ""
    return Happening(str(kind), day, in_order, tuple(places), **more)
