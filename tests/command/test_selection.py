"""On PostgreSQL the tests that touch the database run, on SQLite all but those made for PostgreSQL."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]

OPTIONS = ("-p", "makul.command.selection", "-p", "no:django", "-p", "no:playwright")
TESTS = """
import pytest
def test_pure(): pass
@pytest.mark.django_db
def test_marked(): pass
def test_fixture(db): pass
@pytest.mark.postgres
def test_server(): pass
"""


@pytest.mark.parametrize(
    ("address", "chosen"),
    [
        ("sqlite:///x", ["test_pure", "test_marked", "test_fixture"]),
        ("postgres://x/y", ["test_marked", "test_fixture", "test_server"]),
    ],
)
def test_chosen(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, address: str, chosen: list[str]
) -> None:
    monkeypatch.setenv("MAKUL_DATABASE", address)
    pytester.makeconftest("import pytest\n@pytest.fixture\ndef db(): pass\n")
    pytester.makepyfile(TESTS)
    ran = pytester.inline_run(*OPTIONS)
    passed, skipped, failed = ran.listoutcomes()
    assert [report.nodeid.partition("::")[2] for report in passed] == chosen
    assert (skipped, failed) == ([], [])
