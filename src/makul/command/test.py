"""`./makul test`: the tests on SQLite, then those that touch the database again on PostgreSQL."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from makul.command import postgres
from makul.command.outcome import Outcome, read
from makul.command.place import ROOT, step, stop_in_order

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
NOT_OURS = "is not beside the project"  # real texts never enter the project: no program brings them
OWN_PROCESSES = ("-n", "--numprocesses", "--pdb", "-s", "--collect-only", "--co")


def add(subparsers: Any) -> None:
    found = subparsers.add_parser(
        "test",
        help="run the tests, on SQLite and, where its programs are found, on PostgreSQL",
        description="Run the tests. Whatever else is given goes to pytest as it is.",
        epilog="Example: ./makul test -k journal",
        allow_abbrev=False,
    )
    found.add_argument("--sqlite-only", action="store_true", help="leave PostgreSQL out")
    found.add_argument("--complete", action="store_true", help="fail if any test is skipped")
    found.set_defaults(run=run, passes_on=True)


def run(arguments: argparse.Namespace) -> int:
    """Run both, add up, and say by name what could not be tried. Returns 1 unless all is well."""
    stop_in_order()
    step("the tests on SQLite")
    outcomes = [_on("SQLite", "", arguments.rest)]
    lacking = [] if any(map(shutil.which, CHROMIUM)) else ["Chromium: the walks through the pages"]
    if not (ROOT.parent / "shared").is_dir():
        lacking.append(f"the shared folder, which {NOT_OURS}: the tests on real texts and data")
    if arguments.sqlite_only:
        lacking.append("--sqlite-only: the tests on PostgreSQL")
    elif postgres.programs() is None:
        lacking.append("PostgreSQL's server programs: the same tests on PostgreSQL")
    else:
        step("and on PostgreSQL those that touch the database; the pure ones need no second run")
        with postgres.server() as address:
            outcomes.append(_on("PostgreSQL", address, arguments.rest))
    return report(outcomes, lacking=lacking, complete=arguments.complete)


def _on(name: str, address: str, rest: list[str]) -> Outcome:
    """One run of pytest with a database, a var folder and a report of its own, all removed after."""
    with tempfile.TemporaryDirectory(prefix="makul-test-") as folder:
        file = Path(folder) / "report.xml"
        env = dict(
            os.environ,
            MAKUL_TEST="1",
            MAKUL_VAR=folder,
            MAKUL_DATABASE=address or f"sqlite:///{folder}/makul.sqlite3",
            PYTHONPATH=str(ROOT / "src"),
        )
        options = ["-p", "makul.command.selection", *("-o", "junit_family=xunit1")]
        options += ["--import-mode=importlib", f"--junitxml={file}"]
        own = any(word.startswith(OWN_PROCESSES) for word in rest)
        spread = [] if own else ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadfile"]
        code = subprocess.call(  # noqa: S603 - pytest with the words of whoever runs the tests
            [sys.executable, "-m", "pytest", "-q", *options, *spread, *rest], cwd=ROOT, env=env
        )
        return read(file, name=name, code=code)


def report(outcomes: list[Outcome], *, lacking: list[str], complete: bool) -> int:
    """The last lines: each run, what was skipped and for want of what, and the sum."""
    ran = set().union(*(outcome.ran for outcome in outcomes))
    reasons: dict[str, set[str]] = {}
    for outcome in outcomes:
        for test, reason in outcome.skipped.items():
            if test not in ran:
                reasons.setdefault(reason, set()).add(test)
    lines = [
        f"{o.name}: {o.passed} passed, {o.failed} failed in {o.seconds:.0f} s" for o in outcomes
    ]
    lines += [f"Skipped for want of {what}" for what in lacking]
    lines += [f"Skipped ({len(tests)}): {reason}" for reason, tests in sorted(reasons.items())]
    skipped = sum(map(len, reasons.values()))
    passed, failed = sum(o.passed for o in outcomes), sum(o.failed for o in outcomes)
    well = all(o.is_well for o in outcomes) and passed > 0
    if complete and any(NOT_OURS not in line for line in [*lacking, *reasons]):
        lines.append("Asked to be complete, and something was skipped: see above.")
        well = False
    lines.append(f"{passed} passed, {failed} failed, {skipped} skipped")
    sys.stdout.write("\n" + "\n".join(lines) + "\n")
    return 0 if well else 1
