"""`./makul check`: format, lint, types, the direction of imports, and complete translations."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from makul.command.place import ROOT

BIN = Path(sys.executable).parent
PROGRAMS = {
    "format": ["ruff", "format", "--check", "--output-format=concise", ".", "makul"],
    "lint": ["ruff", "check", "--output-format=concise", ".", "makul"],
    "types": ["mypy"],
    "imports": ["lint-imports", "--no-logo"],
}


def add(subparsers: Any) -> None:
    found = subparsers.add_parser(
        "check",
        help="check format, lint, types, imports and translations",
        epilog="Example: ./makul check --json",
    )
    found.add_argument("--json", action="store_true", help="print the results as JSON")
    found.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run each check, whatever the others say. Returns 1 when any found something."""
    results = []
    for name, check in checks().items():
        found = check()
        results.append({"check": name, "well": not found, "found": found})
        if not arguments.json:
            sys.stdout.write(f"{'ok    ' if not found else 'FAILED'}  {name}\n")
            sys.stdout.write("".join(f"        {line}\n" for line in found))
            sys.stdout.flush()
    if arguments.json:
        print(json.dumps({"checks": results}, ensure_ascii=False, indent=1))
    return int(any(result["found"] for result in results))


def checks() -> dict[str, Callable[[], list[str]]]:
    """By name, a function that returns what is wrong, line by line; nothing when all is well."""
    found: dict[str, Callable[[], list[str]]] = {
        name: (lambda words=words: said_by(words))  # type: ignore[misc]
        for name, words in PROGRAMS.items()
    }
    return found | {"translations": _missing_translations}


def said_by(words: list[str]) -> list[str]:
    done = subprocess.run(  # noqa: S603 - the programs named above, from our own environment
        [str(BIN / words[0]), *words[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return []
    lines = (done.stdout + done.stderr).strip().splitlines()
    return lines or [f"{words[0]} ended with {done.returncode}"]


def _missing_translations() -> list[str]:
    from makul.command import messages

    return [str(text) for text in messages.missing()]
