"""`./makul bench` in a small run: its JSON has the promised form, and nothing is left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import bench
from makul.command import main
from makul.command.bench import chosen
from makul.command.place import ROOT
from makul.core.errors import BadInput


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, as it sets up Django for itself."""
    env = {**os.environ, "TMPDIR": str(folder), "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [sys.executable, "-P", "-m", "makul.command", "bench", *words],
        env=env,
        cwd=folder,
        text=True,
        capture_output=True,
    )


def test_the_json_has_the_promised_form_and_nothing_is_left_behind(tmp_path: Path) -> None:
    done = run("--json", "--small", folder=tmp_path)
    assert (done.returncode, list(tmp_path.iterdir())) == (0, []), done.stderr
    figures = json.loads(done.stdout)
    assert {name: keys(found) for name, found in figures.items()} == {
        "case_list": ["rows", "queries", "ms"],
        "search": ["lines", "queries", "ms"],
        "act_page": ["articles", "remarks", "queries", "ms", "html_kb"],
        "consultations": [
            *("consultations", "paragraphs", "comments", "most_queries", "paragraph_queries"),
            *("list_ms", "text_ms", "paragraph_ms"),
        ],
        "merge": ["positions", "remarks", "s"],
        "judge": ["entries", "s"],
        "journal": ["appends_per_s", "verified", "verify_s"],
        "protocol": ["rows", "docx_s", "pdf_s"],
        "read": ["file", "articles", "s"],
        "bills": ["rows", "new", "changed_again", "matched", "touching", "s", "again_s"],
        "simulation": ["drafts", "bodies", "s"],
        "assets_gzip_kb": [],
    }
    assert done.stderr.startswith("case_list ...\n")


def keys(found: object) -> list[str]:
    """The keys of a figure, or of the first of several."""
    if isinstance(found, list):
        return keys(found[0])
    return list(found) if isinstance(found, dict) else []


def test_without_json_it_is_a_table(tmp_path: Path) -> None:
    done = run("--small", "--only", "judge", folder=tmp_path)
    assert done.stdout.split()[:3] == ["1000", "entries", "judged"]


def test_parts_keep_their_order_whatever_is_asked_first() -> None:
    assert chosen(" read,judge", known=bench.PARTS) == ["judge", "read"]
    assert chosen(None, known=bench.PARTS) == list(bench.PARTS)


def test_an_unknown_part_is_named() -> None:
    with pytest.raises(BadInput, match="no_such_part"):
        chosen("judge,speed", known=bench.PARTS)


def test_a_wrong_part_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["bench", "--only", "speed"])
    assert (code, capsys.readouterr().err) == (
        2,
        f"makul: 'speed' is not measured: choose from {', '.join(bench.PARTS)}.\n",
    )
