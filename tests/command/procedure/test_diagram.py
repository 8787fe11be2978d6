"""`./makul procedure diagram`: the drawing on the screen or in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from makul.command import main


def test_diagram_into_a_file_or_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "npa.svg"
    assert main(["procedure", "diagram", "npa", "--svg", str(out)]) == 0
    assert main(["procedure", "diagram", "npa"]) == 0
    assert capsys.readouterr().out == out.read_text(encoding="utf-8")
    assert main(["procedure", "diagram", "npa", "--svg", str(tmp_path / "no" / "x.svg")]) == 2
