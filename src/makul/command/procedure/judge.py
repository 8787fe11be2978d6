"""`./makul procedure judge`: where a case stands on a day, what is due and which breaches are on record."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from makul.command.procedure.writing import print_json
from makul.core.errors import BadInput
from makul.core.procedure import Status, status
from makul.law.days_off import calendar
from makul.law.procedures.reading import read_case

LIMIT_MB = 64
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


def add(ways: Any) -> None:
    """The way with its options."""
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


def judge(arguments: argparse.Namespace) -> int:
    """Print the status of the case in a file."""
    today = _day(arguments.today)
    rules, facts = read_case(_read_json(Path(arguments.file)))
    said = status(rules, facts, calendar=calendar(), today=today)
    if arguments.json:
        print_json(said.as_data())
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
