"""Each check is run whatever the others find, and what a program says is passed on."""

from __future__ import annotations

from makul.command.check import PROGRAMS, checks, said_by


def test_each_promise_has_its_check() -> None:
    assert list(checks()) == ["format", "lint", "types", "imports", "translations"]
    assert set(checks()) - set(PROGRAMS) == {"translations"}


def test_what_is_found_is_said(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "bad.py").write_text("import os\n")
    found = said_by(["ruff", "check", "--isolated", "--output-format=concise", str(tmp_path)])
    assert found[0].endswith("F401 [*] `os` imported but unused")
    (tmp_path / "bad.py").write_text('"""Well."""\n')
    assert said_by(["ruff", "check", "--isolated", str(tmp_path)]) == []
