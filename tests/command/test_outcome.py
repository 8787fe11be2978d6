"""Counts are read from pytest's own report, and a run that came to nothing is a failure."""

from __future__ import annotations

from pathlib import Path

from makul.command.outcome import Outcome, read

REPORT = """<testsuites><testsuite time="1.5">
<testcase classname="tests.a" name="one"/>
<testcase classname="tests.a" name="two"><failure message="no"/></testcase>
<testcase classname="tests.a" name="two"><error message="nor after"/></testcase>
<testcase classname="tests.a" name="three"><skipped message="no Chromium"/></testcase>
</testsuite></testsuites>"""


def test_counts(tmp_path: Path) -> None:
    (tmp_path / "report.xml").write_text(REPORT)
    found = read(tmp_path / "report.xml", name="SQLite", code=1)
    assert (found.passed, found.failed, found.seconds) == (1, 1, 1.5)
    assert found.skipped == {"tests.a::three": "no Chromium"}
    assert not found.is_well


def test_no_report_is_a_failure(tmp_path: Path) -> None:
    found = read(tmp_path / "nothing.xml", name="SQLite", code=0)
    assert (found.passed, found.failed, found.is_well) == (0, 1, False)


def test_a_run_in_which_nothing_was_chosen_is_well() -> None:
    assert Outcome(name="PostgreSQL", code=5).is_well
