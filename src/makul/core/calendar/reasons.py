"""A term as it is told to a person: the day of the event, the last day, and every reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day off named by the law, with its names in ky, ru, en and the key of its source."""

    on: date
    names: Mapping[str, str] = field(hash=False)
    source: str
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the explanation of a due date.

    Kinds: `start` (the day of the event, not counted) · `rule` (`n`, `unit` "wd" or "mo", and
    `provisional_years` whose list of days off is not final) · `evening` (a late receipt, moved
    `to` a working day) · `skipped` (`why`: "weekend" or "day_off" with `names`, `source`,
    `estimated`) · `month_end` (the month has no such date: `day`) · `moved` (the last day was a day
    off: `from`) · `not_before` (a floor under the last day) · `event` (the day a term is counted back
    from) · `rule_before` (`n` full working days must lie between) · `not_named` (no day is named yet to
    count back from: `step`) · `law_gap` (the law does not say).

    >>> Reason("start", date(2026, 3, 2), {"basis": "civil.208"}).as_data()
    {'kind': 'start', 'on': '2026-03-02', 'basis': 'civil.208'}
    """

    kind: str
    on: date | None = None
    params: Mapping[str, object] = field(default=NOTHING, hash=False)

    def as_data(self) -> dict[str, object]:
        """The reason as plain JSON data, its parameters beside `kind` and `on`, dates as ISO."""
        data: dict[str, object] = {"kind": self.kind}
        if self.on is not None:
            data["on"] = self.on.isoformat()
        return data | {name: _plain(value) for name, value in self.params.items()}


@dataclass(frozen=True, slots=True)
class Term:
    """A term reckoned: the event's day, the last day to act, and why it is that day."""

    start: date
    last_day: date
    because: tuple[Reason, ...]

    def as_data(self) -> dict[str, object]:
        """The term as plain JSON data."""
        return {
            "start": self.start.isoformat(),
            "last_day": self.last_day.isoformat(),
            "because": [reason.as_data() for reason in self.because],
        }


def _plain(value: object) -> object:
    """A parameter as JSON knows it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value
