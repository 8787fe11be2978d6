"""The options of a simulation: each number with its unit and default, and the second set of terms."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any

from makul.command.yaml_file import read_yaml
from makul.core.errors import BadInput
from makul.core.procedure import Procedure
from makul.core.proof import faults_of
from makul.core.simulation import Bodies, Habit, Office, Settings
from makul.core.simulation.settings import limits
from makul.law.procedures import procedure
from makul.law.simulation import assumptions

SEE = "./makul procedure simulate --help"
TRACKS = ("ordinary", "short")

type Terms = dict[str, dict[str, int]]


def add_numbers(parser: argparse.ArgumentParser) -> None:
    """An option for every number of the settings and of the bodies."""
    for head, kind in (("what comes in", Settings), ("the local bodies", Bodies)):
        group = parser.add_argument_group(head)
        for name, told, default in limits(kind):
            about = f"{told['about']} ({told['unit']}; {default:g})"
            option = f"--{name.replace('_', '-')}"
            group.add_argument(option, type=type(default), metavar="N", help=about)
        if kind is Settings:
            group.add_argument("--start", metavar="DAY", help="the first day (2026-01-01)")
    group = parser.add_argument_group("offices and habits, each as often as needed")
    group.add_argument(
        "--office",
        "--habit",
        action="append",
        default=[],
        dest="spoken",
        metavar="NAME=N",
        help=f"facilitator.hours_per_day=16 ({_told(Office)}), or of a step, replied.used=1 "
        f"({_told(Habit)}, or a value or another step, screened.exempt=0.1)",
    )


def _told(kind: type) -> str:
    return ", ".join(name for name, _, _ in limits(kind))


def add_terms(parser: argparse.ArgumentParser) -> None:
    """The second set of terms, played with the same chances."""
    group = parser.add_argument_group("another set of terms, played with the same chances")
    group.add_argument(
        "--term",
        action="append",
        default=[],
        metavar="TERM=N",
        help="position=20 on the ordinary track; position=20/7 on both; as often as needed",
    )
    group.add_argument("--terms", metavar="FILE", help="the same as YAML or JSON: position: 20/7")


def settings_of(arguments: argparse.Namespace) -> Settings:
    """The settings asked for, over what is assumed of the procedure.

    Raises: BadInput("sim_unknown", name, known), BadInput("sim_bad_pair", text), BadInput("bad_day", text).
    """
    found = assumptions(arguments.procedure)
    bodies = replace(found.bodies, **_given(arguments, Bodies))
    found = replace(found, bodies=bodies, **_given(arguments, Settings))
    if arguments.start:
        found = replace(found, start=_day(arguments.start))
    for text in arguments.spoken:
        name, number = _pair(text)
        found = _with(found, name, _number(number, text))
    return found


def _given(arguments: argparse.Namespace, kind: type) -> dict[str, Any]:
    values = {name: getattr(arguments, name) for name, _, _ in limits(kind)}
    return {name: value for name, value in values.items() if value is not None}


def _with(found: Settings, name: str, number: float) -> Settings:
    """One number of an office or of a step changed."""
    whose, _, what = name.partition(".")
    if whose in found.offices:
        office = _changed(found.offices[whose], whose, what, number)
        return replace(found, offices={**found.offices, whose: office})
    if whose in found.habits:
        habit = _changed(found.habits[whose], whose, what, number)
        return replace(found, habits={**found.habits, whose: habit})
    raise _unknown(whose, (*found.offices, *found.habits))


def _changed(part: Any, whose: str, what: str, number: float) -> Any:
    for name, _, default in limits(type(part)):
        if name == what:
            if isinstance(default, int) and not number.is_integer():
                raise BadInput("sim_bad_pair", text=f"{whose}.{what}={number}")
            return replace(part, **{name: type(default)(number)})
    if isinstance(part, Habit):
        if what in part.instead:
            return replace(part, instead={**part.instead, what: number})
        if what in part.values:
            return replace(part, values={**part.values, what: number})
    known = [name for name, _, _ in limits(type(part))]
    if isinstance(part, Habit):
        known += [*part.instead, *part.values]
    raise _unknown(f"{whose}.{what}", known)


def _unknown(name: str, known: Iterable[str]) -> BadInput:
    return BadInput("sim_unknown", name=name, known=", ".join(known))


def _pair(text: str) -> tuple[str, str]:
    name, sign, number = text.partition("=")
    if not sign or not name.strip() or not number.strip():
        raise BadInput("sim_bad_pair", text=text)
    return name.strip(), number.strip()


def _number(text: str, whole: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise BadInput("sim_bad_pair", text=whole) from None
    if not isfinite(number):
        raise BadInput("sim_bad_pair", text=whole)
    return number


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput("bad_day", text=text) from None


# --- terms ----------------------------------------------------------------------------------------


def terms_of(arguments: argparse.Namespace) -> Terms:
    """The terms of the second set; what stands in --term goes before the file.

    Raises: BadInput("sim_bad_pair", text), BadInput("sim_bad_terms", path); `no_file`, `not_yaml`.
    """
    found: Terms = {}
    if arguments.terms:
        found = _from_file(Path(arguments.terms))
    for text in arguments.term:
        name, number = _pair(text)
        found[name] = {**found.get(name, {}), **_lengths(number, text)}
    return found


def _from_file(path: Path) -> Terms:
    data = read_yaml(path, see=SEE)
    if not isinstance(data, Mapping):
        raise BadInput("sim_bad_terms", path=path)
    return {
        str(name): dict(own) if isinstance(own, Mapping) else _lengths(str(own), f"{name}={own}")
        for name, own in data.items()
    }


def _lengths(text: str, whole: str) -> dict[str, int]:
    """`20` is the ordinary track, `20/7` both."""
    parts = text.split("/")
    if len(parts) > len(TRACKS) or not all(part.strip().isdecimal() for part in parts):
        raise BadInput("sim_bad_pair", text=whole)
    return dict(zip(TRACKS, (int(part) for part in parts), strict=False))


def check_lengths(rules: Procedure, terms: Terms) -> None:
    """Refuse terms that the procedure does not know or that no term may have.

    They are played, not agreed: that every case comes to its end is for ./makul procedure check.
    Raises: BadInput("sim_terms_wrong", why), BadInput("sim_unknown", name, known); `unknown_track`.
    """
    for name, own in terms.items():
        if name not in rules.terms:
            raise _unknown(f"term {name}", rules.terms)
        for number in own.values():
            if not isinstance(number, int) or isinstance(number, bool):
                raise BadInput("sim_terms_wrong", why=f"{name}: {number} is not a number of days")
    changed = procedure(rules.key, rules.edition, terms=terms)
    for why in faults_of(changed):
        raise BadInput("sim_terms_wrong", why=why)


def in_words(terms: Terms) -> str:
    """Terms as they are written on the command line: `position 20/7, reply 5`."""
    return ", ".join(
        f"{name} " + "/".join(str(own[track]) for track in TRACKS if track in own)
        for name, own in terms.items()
    )


def settings_data(settings: Settings) -> dict[str, Any]:
    """All settings as plain JSON data, so that a play can be played again."""
    data = {one.name: getattr(settings, one.name) for one in fields(settings)}
    data["start"] = settings.start.isoformat()
    data["bodies"] = _plain(settings.bodies)
    for name in ("offices", "habits"):
        data[name] = {key: _plain(part) for key, part in getattr(settings, name).items()}
    return data


def _plain(part: Any) -> dict[str, Any]:
    return {one.name: getattr(part, one.name) for one in fields(part)}
