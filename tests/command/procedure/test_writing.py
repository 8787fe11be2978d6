"""What is given is given whole, or refused with one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from makul.command.procedure.writing import print_json, write_file
from makul.core.errors import BadInput


def test_data_keep_their_letters(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"ө": ["ң"]})
    out = capsys.readouterr().out
    assert (json.loads(out), "\\u" in out) == ({"ө": ["ң"]}, False)


def test_a_file_is_written_or_refused(tmp_path: Path) -> None:
    write_file(str(tmp_path / "a"), b"x")
    assert (tmp_path / "a").read_bytes() == b"x"
    for wrong in (str(tmp_path / "no" / "a"), "a\0b"):
        with pytest.raises(BadInput) as refused:
            write_file(wrong, b"x")
        assert (refused.value.code, refused.value.params) == ("no_write", {"path": wrong})
