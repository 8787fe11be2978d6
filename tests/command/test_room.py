"""A file is written whole or what was there stays; a database without tables is said."""

import subprocess
import sys
from pathlib import Path

import pytest

import makul
from makul.command.room import replacing
from makul.core.errors import BadInput


def test_a_file_is_replaced_when_it_is_whole(tmp_path):
    file = tmp_path / "out"
    file.write_bytes(b"old")
    with replacing(file) as out:
        out.write(b"new")
        assert file.read_bytes() == b"old"
    assert file.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_what_was_there_stays_when_writing_fails(tmp_path):
    file = tmp_path / "out"
    file.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), replacing(file) as out:
        out.write(b"half")
        raise ZeroDivisionError
    assert file.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(BadInput, match="no_write"), replacing(tmp_path / "nowhere" / "x"):
        pass


def test_a_database_without_tables_is_said(tmp_path):
    command = [sys.executable, "-m", "makul.command", "journal", "checkpoint"]
    environment = {"PYTHONPATH": str(Path(makul.__file__).parents[1]), "MAKUL_VAR": str(tmp_path)}
    result = subprocess.run(
        command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert result.stderr.startswith("makul: there is no data here yet")
    assert result.stderr.count("\n") == 1
