"""`./makul procedure check`: prove that every step is reached and every case ends; the longest ways."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from makul.command.procedure.naming import name_procedure, named
from makul.command.procedure.writing import print_json
from makul.core.procedure import Procedure
from makul.core.proof import Report, check
from makul.law.procedures.figures import Figure, longest_ways, tracks_of, words_of
from makul.law.procedures.words import name


def add(ways: Any) -> None:
    """The way with its options."""
    found = ways.add_parser(
        "check",
        help="prove that every step is reached and every case ends; the longest ways",
        epilog="Example: ./makul procedure check npa",
    )
    name_procedure(found)
    found.add_argument("--json", action="store_true", help="print JSON")
    found.set_defaults(run=prove)


def prove(arguments: argparse.Namespace) -> int:
    """Prove the procedure that was asked for."""
    return tell(named(arguments), as_json=arguments.json)


def tell(rules: Procedure, *, as_json: bool) -> int:
    """Print what the proof finds of a procedure; 0 sound, 1 not."""
    sys.stderr.write("walking every state of a case; this takes a minute or two ...\n")
    # Anew, not as a copy of this process: what else runs in it could be copied while it holds a lock.
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        walked = pool.submit(check, rules)
        measured = [pool.submit(longest_ways, rules, track) for track in tracks_of(rules)]
        found = [figure for one in measured for figure in one.result()]
        report = walked.result()
    if as_json:
        print_json(_data(rules, report, found))
    else:
        sys.stdout.write("\n".join(_lines(rules, report, found)) + "\n")
    return 0 if report.is_sound else 1


def counted_in(rules: Procedure) -> str:
    """What the days of the longest ways are: working days, calendar days, or both added up."""
    units = {term.unit for term in rules.terms.values()}
    if "cd" not in units:
        return "working days"
    return "calendar and working days, added up" if "wd" in units else "calendar days"


def _data(rules: Procedure, report: Report, found: Sequence[Figure]) -> dict[str, object]:
    return {
        "sound": report.is_sound,
        "states": report.states,
        "unreachable": list(report.unreachable),
        "endings": list(report.outcomes),
        "dead_ends": list(report.dead_ends),
        "faults": list(report.faults),
        "longest": [
            {"track": f.track, "way": f.way, "days": f.days, "reckoned": f.reckoned} for f in found
        ],
        "counted_in": counted_in(rules),
    }


def _lines(rules: Procedure, report: Report, found: Sequence[Figure]) -> list[str]:
    lines = [
        f"states walked  {report.states}",
        f"every step reachable  {_yes_or(report.unreachable)}",
        f"every case ends  {_yes_or(report.dead_ends)}",
        f"endings  {', '.join(report.outcomes)}",
        f"put together rightly  {_yes_or(report.faults)}",
    ]
    if not found:
        return [*lines, "longest ways  not measured: the procedure names no step to measure up to"]
    goal = name("step", rules.goal, language="en")
    lines.append(f"longest ways until this may be done: {goal}, in {counted_in(rules)}")
    for one in found:
        beside = "" if one.reckoned is None else f" (the order reckons {one.reckoned})"
        differs = "" if one.reckoned in (None, one.days) else "  differs"
        lines.append(f"  {one.track:8} {one.days:4}{beside}  {words_of(one.way)}{differs}")
    return lines


def _yes_or(found: Sequence[str]) -> str:
    """Yes where nothing was found, else what was, one under the other."""
    return "yes" if not found else "no:\n  " + "\n  ".join(found)
