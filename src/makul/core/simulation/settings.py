"""What a simulated year is made of: how many drafts, which habits, how many hours; each with its unit.

Nothing here is a term: terms stand in the procedure. Every number carries its unit, its limits and
what it means beside its default, so that the command line and the documentation say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from makul.core.errors import BadInput


def number(
    default: float, unit: str, about: str, *, least: float = 0, most: float | None = None
) -> Any:
    """A number among the settings. Units: `share` is 0 to 1."""
    top = 1 if unit == "share" and most is None else most
    told = {"unit": unit, "about": about, "least": least, "most": top}
    return field(default=default, metadata=told)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The many who are asked, each with a habit and hours of its own."""

    parties: int = number(264, "bodies", "how many bodies are asked on each draft", most=5_000)
    answer_rate: float = number(0.6, "share", "mean share of the asked bodies that mean to answer")
    spread: float = number(
        1, "share", "how unlike the bodies are: 0 all alike, 1 from hardly ever to always"
    )
    at_once: float = number(0.2, "share", "bodies that answer in the first fifth of the term")
    last_day: float = number(
        0.4, "share", "bodies that answer on the last day; the others at any time"
    )
    hours_per_week: float = number(
        8, "hours", "mean staff time of a body for drafts, 0 for no limit", most=400
    )
    hours_spread: float = number(0.5, "share", "how unlike their hours are: 0 all the same")
    hours_per_answer: float = number(3, "hours", "work on one answer", most=400)
    late_filing: float = number(
        0.3, "share", "answers late for want of hours that are filed all the same"
    )
    remarks_per_answer: float = number(1.5, "remarks", "mean remarks in an answer", most=10)
    alike: float = number(0.8, "share", "remarks that only repeat another body's remark")
    slow: float = number(0.03, "share", "letters delivered on a second try only")
    slow_days: int = number(3, "working days", "until the second try", least=1, most=60)
    undelivered: float = number(0.01, "share", "letters that are never delivered")


@dataclass(frozen=True, slots=True)
class Office:
    """Those who hold a role besides the many: how many there are, and what each can do."""

    holders: int = number(1, "offices", "how many hold the role", most=500)
    hours_per_day: float = number(0, "hours", "staff time a working day, 0 for no limit", most=5000)
    silent: float = number(0, "share", "steps it must take and never takes")
    late: float = number(0, "share", "steps it takes late though it had the hours")
    late_days: float = number(3, "working days", "mean lateness of these", most=200)
    together: bool = False  # all holders take part in each case; else one of them does

    @property
    def is_limited(self) -> bool:
        """Whether its hours can run out."""
        return self.hours_per_day > 0


@dataclass(frozen=True, slots=True)
class Habit:
    """How a step is taken by those whose turn it is.

    `instead`: shares in which another step is taken in its place; `values`: shares of its values;
    `after`: it gathers what the many file in that step, so it is begun when their terms are over.
    """

    chance: float = number(1, "share", "cases in which it is taken, where its turn comes")
    used: float = number(0.6, "share", "mean part of the term that is used")
    days: float = number(5, "working days", "mean time where there is no term", most=700)
    hours: float = number(1, "hours", "work on it in one case", most=5000)
    hours_per_row: float = number(0, "hours", "work on each row of remarks", most=400)
    hours_per_letter: float = number(0, "hours", "work on each letter", most=400)
    substituted: float = number(0.5, "share", "cases left undone that a substitute takes up")
    instead: Mapping[str, float] = field(default_factory=dict)
    values: Mapping[str, float] = field(default_factory=dict)
    after: str | None = None


@dataclass(frozen=True)
class Settings:
    """Everything that is not the procedure.

    `many`: the role of the many bodies; `opinion`: the step in which they make remarks.
    """

    drafts_per_year: int = number(300, "drafts", "drafts submitted in a year", least=1, most=5_000)
    years: int = number(1, "years", "how long drafts come in", least=1, most=15)
    seed: int = number(1, "number", "the same seed gives the same play", most=2**63)
    short_share: float = number(0.2, "share", "drafts on the short track")
    unsettled: float = number(0.25, "share", "mean share of rows unsettled after the reply")
    evening: float = number(0.1, "share", "steps taken after the evening hour")
    start: date = date(2026, 1, 1)
    many: str = ""
    opinion: str = ""
    bodies: Bodies = Bodies()
    offices: Mapping[str, Office] = field(default_factory=dict)
    habits: Mapping[str, Habit] = field(default_factory=dict)

    def office(self, role: str) -> Office:
        """How a role is filled; one not spoken of by a single office without limits."""
        return self.offices.get(role, Office())

    def habit(self, step: str) -> Habit:
        """How a step is taken; one not spoken of always."""
        return self.habits.get(step, Habit())


def check_settings(settings: Settings) -> None:
    """Refuse numbers that cannot be.

    Raises: BadInput("sim_out_of_range", name, value, least, most, unit); BadInput("sim_too_much", names).

    >>> check_settings(Settings(short_share=1.2))
    Traceback (most recent call last):
    makul.core.errors.BadInput: sim_out_of_range (name=short_share, value=1.2, least=0, most=1, unit=share)
    """
    _check_part(settings, "")
    _check_part(settings.bodies, "")
    for role, office in settings.offices.items():
        _check_part(office, f"{role}.")
    for step, habit in settings.habits.items():
        _check_part(habit, f"{step}.")
        _check_shares(step, habit)
    if settings.bodies.at_once + settings.bodies.last_day > 1:
        raise BadInput("sim_too_much", names="at_once and last_day")


def limits(kind: type) -> Iterator[tuple[str, Mapping[str, Any], Any]]:
    """The numbers of a kind of settings: name, what is told of it, default (whole or with a part).

    >>> [name for name, told, default in limits(Office)][:2]
    ['holders', 'hours_per_day']
    """
    for one in fields(kind):
        if "unit" in one.metadata:
            whole = one.type == "int"
            yield one.name, one.metadata, one.default if whole else float(one.default)  # type: ignore[arg-type]


def _check_part(part: Any, prefix: str) -> None:
    for name, told, _ in limits(type(part)):
        value = getattr(part, name)
        above = told["most"] is not None and value > told["most"]
        if not value >= told["least"] or above:  # "not >=": a number that is none is refused too
            raise BadInput(
                "sim_out_of_range",
                name=f"{prefix}{name}",
                value=value,
                least=told["least"],
                most=told["most"],
                unit=told["unit"],
            )


def _check_shares(step: str, habit: Habit) -> None:
    """Shares of one thing are not above the whole."""
    if habit.chance + sum(habit.instead.values()) > 1 + 1e-9:
        raise BadInput(
            "sim_too_much", names=" and ".join(f"{step}.{n}" for n in ("chance", *habit.instead))
        )
    for name, share in {**habit.instead, **habit.values}.items():
        if not 0 <= share <= 1:
            raise BadInput(
                "sim_out_of_range",
                name=f"{step}.{name}",
                value=share,
                least=0,
                most=1,
                unit="share",
            )
