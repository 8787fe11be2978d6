"""What one run of the tests came to, read from pytest's own report."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

NONE_COLLECTED = 5  # pytest's exit code when no test was chosen


@dataclass(frozen=True)
class Outcome:
    """Counts, the ids of tests that ran, and why the others did not; `code` is pytest's exit code."""

    name: str
    code: int
    failed: int = 0
    seconds: float = 0.0
    ran: frozenset[str] = frozenset()
    skipped: dict[str, str] = field(default_factory=dict)

    @property
    def passed(self) -> int:
        return len(self.ran) - self.failed

    @property
    def is_well(self) -> bool:
        """No test chosen is well for one run (they may need no database), never for all runs together."""
        return self.code in {0, NONE_COLLECTED}


def read(report: Path, *, name: str, code: int) -> Outcome:
    """The outcome in a JUnit file; where pytest did not come to write one, one failure."""
    if not report.exists():
        return Outcome(name=name, code=code or 1, failed=1, ran=frozenset({"pytest itself"}))
    # Our own file, and it may be large: a failed test can hold a whole page.
    tree = etree.parse(report, etree.XMLParser(huge_tree=True))
    ran, failed, skipped = set(), set(), {}
    for case in tree.iter("testcase"):
        test = f"{case.get('classname')}::{case.get('name')}"
        left_out = case.find("skipped")
        if left_out is not None:
            skipped[test] = left_out.get("message") or "no reason given"
            continue
        ran.add(test)
        if case.find("failure") is not None or case.find("error") is not None:
            failed.add(test)
    return Outcome(
        name=name,
        code=code,
        failed=len(failed),
        seconds=sum(float(suite.get("time", 0)) for suite in tree.iter("testsuite")),
        ran=frozenset(ran),
        skipped=skipped,
    )
