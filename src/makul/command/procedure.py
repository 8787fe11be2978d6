"""`./makul procedure`: show the order of a procedure, prove it, draw it, and judge a case by it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

from makul.core.errors import BadInput
from makul.core.procedure import Status, status
from makul.core.proof import Report, check
from makul.law.days_off import calendar
from makul.law.order import order, print_item
from makul.law.procedures import TRACKS, procedure
from makul.law.procedures.diagram import svg
from makul.law.procedures.figures import WAYS, Figure, figures
from makul.law.procedures.reading import read_case
from makul.law.procedures.table import headings, sentences_of, table
from makul.law.sources import LANGUAGES

LIMIT_MB = 64
LIMITS_OF_SHORT_TRACK = 24  # the article of the Order that says what may not go on it
CASE = """\
A case is a JSON file:

  {"procedure": "npa", "edition": "2026-proposed", "track": "ordinary", "act_kind": "law",
   "parties": {"minfin": "initiator", "union": "association", "ak-talaa": "lsg",
               "desk": "facilitator", "cabinet": "decider", "panel": "appeal_body"},
   "remarks": 14, "unsettled": 2,
   "entries": [{"step": "submitted", "party": "minfin", "at": "2026-03-02T10:00"}]}

Times are those of Asia/Bishkek. "terms" may hold the terms of an agreement, {"position": {"ordinary":
20}}; "binding": false tells the case of an initiator that made none.

Example: ./makul procedure judge case.json --today 2026-04-01 --json"""


def add(subparsers: Any) -> None:
    """The command with its four ways."""
    command = subparsers.add_parser(
        "procedure",
        help="show, prove or draw a procedure, and judge a case by it",
        epilog="Example: ./makul procedure show npa --lang ru",
    )
    ways = command.add_subparsers(dest="way", metavar="WAY", required=True)
    for name, run, text in (
        ("show", show, "print who does what, when, after what, and what silence means"),
        ("check", prove, "prove that every step is reached and every case ends; the longest ways"),
        ("diagram", diagram, "draw the procedure: an SVG with a lane for each role"),
    ):
        found = ways.add_parser(name, help=text, epilog=f"Example: ./makul procedure {name} npa")
        found.add_argument("procedure", metavar="PROCEDURE", help="for example npa")
        found.add_argument("--edition", default="2026-proposed", help="for example 2026-proposed")
        if name != "check":
            found.add_argument("--lang", choices=LANGUAGES, default="en", help="ky, ru or en")
        if name != "diagram":
            found.add_argument("--json", action="store_true", help="print JSON")
        else:
            found.add_argument("--svg", metavar="OUT", help="the file to write; else it is printed")
        found.set_defaults(run=run)
    _add_judge(ways)


def _add_judge(ways: Any) -> None:
    found = ways.add_parser(
        "judge",
        help="say where a case stands on a day, what is due, and which breaches are on record",
        epilog=CASE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    found.add_argument("file", metavar="FILE.json", help="the case")
    found.add_argument("--today", required=True, metavar="DAY", help="for example 2026-04-01")
    found.add_argument("--json", action="store_true", help="print JSON")
    found.set_defaults(run=judge)


# --- judge ----------------------------------------------------------------------------------------


def judge(arguments: argparse.Namespace) -> int:
    """Print the status of the case in a file."""
    today = _day(arguments.today)
    rules, facts = read_case(_read_json(Path(arguments.file)))
    said = status(rules, facts, calendar=calendar(), today=today)
    if arguments.json:
        _print_json(said.as_data())
    else:
        sys.stdout.write(_in_words(said))
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput("bad_day", text=text) from None


def _read_json(path: Path) -> object:
    try:
        size = path.stat().st_size
        if size > LIMIT_MB * 1024 * 1024:
            size_mb = size // (1024 * 1024)
            raise BadInput("case_too_big", name=path.name, size_mb=size_mb, limit_mb=LIMIT_MB)
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise BadInput("no_file", path=str(path)) from None
    except (ValueError, RecursionError) as wrong:
        raise BadInput("not_json", path=str(path), why=str(wrong) or "too deep") from None


def _in_words(said: Status) -> str:
    """The status line by line."""
    state = f"closed: {said.outcome} on {said.closed_on}" if said.closed else said.stage
    lines = [f"stage    {state}"]
    for due in said.due:
        to = f" (to {len(due.to)})" if due.to else ""
        lines.append(f"due      {due.last_day or 'unknown'}  {due.step}, {due.party}{to}")
    lines += [f"deemed   {one.on}  {one.step}, {one.party}" for one in said.deemed]
    for kind, breaches in (("breach", said.breaches), ("fact", said.recorded)):
        for one in breaches:
            last = f" (last day {one.last_day})" if one.last_day else ""
            lines.append(f"{kind:8} {one.kind}  {one.step}, {one.party}{last}")
    lines += [f"silent   {party}: no opinion submitted" for party in said.silent]
    lines += [f"missed   {party}: not notified" for party in said.not_notified]
    lines += [f"may      {one.step}, {one.party}" for one in said.may]
    lines += [f"note     {note.kind}: {note.step}, {note.party}" for note in said.notes]
    return "\n".join(lines) + "\n"


# --- show -----------------------------------------------------------------------------------------


def show(arguments: argparse.Namespace) -> int:
    """Print the table of a procedure, the limits of the short track, and its sentences (JSON)."""
    rules = procedure(arguments.procedure, arguments.edition)
    rows = table(rules, language=arguments.lang)
    limits = _limits(arguments.edition, arguments.lang)
    if arguments.json:
        _print_json(
            {
                "procedure": rules.key,
                "edition": rules.edition,
                "terms": {
                    key: {"ordinary": one.ordinary, "short": one.short, "unit": one.unit}
                    for key, one in rules.terms.items()
                },
                "steps": [
                    {name: getattr(row, name) for name in ("key", *_columns())}
                    | {"items": [item.key for item in sentences_of(rules, rules.step(row.key))]}
                    for row in rows
                ],
                "short_track_limits": limits,
            }
        )
        return 0
    _print_table(headings(arguments.lang), [[getattr(row, c) for c in _columns()] for row in rows])
    sys.stdout.write("\n" + "\n".join(limits) + "\n")
    return 0


def _columns() -> tuple[str, ...]:
    return ("step", "who", "ordinary", "short", "after", "silence", "substitutes", "basis")


def _limits(edition: str, language: str) -> list[str]:
    """What the Order says of the limits of the short track."""
    found = order(edition)
    return [
        print_item(item, language=language, terms=found.terms, track="short")
        for item in found.items
        if item.article == LIMITS_OF_SHORT_TRACK
    ]


def _print_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Each step as a short block: a wide table cannot be read on a screen."""
    width = max(len(head) for head in heads)
    for row in rows:
        lines = [f"{row[0]}"]
        for head, cell in zip(heads[1:], row[1:], strict=True):
            if cell != "–":
                lines.append(f"  {head:{width}}  {cell}")
        sys.stdout.write("\n".join(lines) + "\n")


# --- check ----------------------------------------------------------------------------------------


def prove(arguments: argparse.Namespace) -> int:
    """Print what the proof finds; 0 sound, 1 not."""
    rules = procedure(arguments.procedure, arguments.edition)
    sys.stderr.write("walking every state of a case; this takes a minute or two ...\n")
    with ProcessPoolExecutor(max_workers=2) as pool:
        walked = pool.submit(check, rules)
        measured = [pool.submit(_measure, rules, track) for track in TRACKS]
        found = [figure for one in measured for figure in one.result()]
        report = walked.result()
    if arguments.json:
        _print_json(_proof_data(report, found))
    else:
        sys.stdout.write(_proof_in_words(report, found))
    return 0 if report.is_sound else 1


def _measure(rules: Any, track: str) -> list[Figure]:
    return list(figures(rules, track))


def _proof_data(report: Report, found: Sequence[Figure]) -> dict[str, object]:
    return {
        "sound": report.is_sound,
        "states": report.states,
        "unreachable": list(report.unreachable),
        "endings": list(report.outcomes),
        "dead_ends": list(report.dead_ends),
        "faults": list(report.faults),
        "longest": [
            {"track": f.track, "way": f.way, "working_days": f.days, "reckoned": f.reckoned}
            for f in found
        ],
    }


def _proof_in_words(report: Report, found: Sequence[Figure]) -> str:
    lines = [
        f"states walked  {report.states}",
        f"every step reachable  {'yes' if not report.unreachable else report.unreachable}",
        f"every case ends  {'yes' if not report.dead_ends else report.dead_ends}",
        f"endings  {', '.join(report.outcomes)}",
        f"put together rightly  {'yes' if not report.faults else report.faults}",
        "longest ways until the package may be forwarded, in working days (section 2 of the Order):",
    ]
    for one in found:
        beside = "" if one.reckoned is None else f" ({one.reckoned})"
        differs = "" if one.reckoned in (None, one.days) else "  differs"
        lines.append(f"  {one.track:8} {one.days:4}{beside}  {WAYS[one.way]}{differs}")
    return "\n".join(lines) + "\n"


# --- diagram --------------------------------------------------------------------------------------


def diagram(arguments: argparse.Namespace) -> int:
    """Write the drawing into a file, or print it."""
    drawn = svg(procedure(arguments.procedure, arguments.edition), language=arguments.lang)
    if not arguments.svg:
        sys.stdout.write(drawn)
        return 0
    try:
        Path(arguments.svg).write_text(drawn, encoding="utf-8")
    except OSError:
        raise BadInput("no_write", path=arguments.svg) from None
    return 0


def _print_json(data: object) -> None:
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
