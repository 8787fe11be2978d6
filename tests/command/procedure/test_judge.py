"""`./makul procedure judge`: says where a case stands; a wrong file gets one sentence and exit code 2."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from makul.command import main

CASE: dict[str, Any] = {
    "procedure": "npa",
    "edition": "2026-proposed",
    "track": "ordinary",
    "act_kind": "law",
    "parties": {
        "minfin": "initiator",
        "union": "association",
        "ak-talaa": "lsg",
        "desk": "facilitator",
        "cabinet": "decider",
        "panel": "appeal_body",
    },
    "remarks": 14,
    "unsettled": 2,
    "entries": [
        {"step": "submitted", "party": "minfin", "at": "2026-03-02T10:00"},
        {"step": "screened", "party": "desk", "at": "2026-03-03T10:00", "value": "affects"},
        {"step": "notified", "party": "desk", "to": "ak-talaa", "at": "2026-03-05T10:00"},
    ],
}


def written(folder: Path, data: object) -> str:
    file = folder / "case.json"
    file.write_text(data if isinstance(data, str) else json.dumps(data))
    return str(file)


def test_judge_prints_the_keys_of_the_contract_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, CASE)
    assert main(["procedure", "judge", file, "--today", "2026-03-05", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert list(said)[:7] == ["stage", "may", "due", "deemed", "breaches", "closed", "outcome"]
    assert said["deemed"] == [{"step": "accepted", "party": "desk", "on": "2026-03-04"}]
    assert [(d["step"], d["party"], d["last_day"]) for d in said["due"]] == [
        ("notified", "desk", "2026-03-05"),
        ("position", "ak-talaa", "2026-03-27"),
    ]
    assert (said["closed"], said["outcome"]) == (False, None)


def test_judge_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["procedure", "judge", written(tmp_path, CASE), "--today", "2026-03-06"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "stage    position"
    assert "breach   overdue  notified, desk (last day 2026-03-05)" in lines
    assert "missed   union: not notified" in lines


@pytest.mark.parametrize(
    "data", ["{", "[]", '{"parties": {"a": "king"}, "entries": []}', "[" * 100_000, "\x00"]
)
def test_a_wrong_file_gets_one_sentence(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["procedure", "judge", written(tmp_path, data), "--today", "2026-03-05"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("makul: ")
    assert said.err.count("\n") == 1


def test_a_file_that_is_not_there_or_no_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["procedure", "judge", str(tmp_path / "no.json"), "--today", "2026-03-05"]) == 2
    (tmp_path / "odd.json").write_bytes(b"\xff\xfe\x00")
    assert main(["procedure", "judge", str(tmp_path / "odd.json"), "--today", "2026-03-05"]) == 2
    assert capsys.readouterr().err.count("makul: ") == 2


def test_a_day_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["procedure", "judge", written(tmp_path, CASE), "--today", "soon"]) == 2
    expected = "makul: 'soon' is not a day: write it like 2026-04-01.\n"
    assert capsys.readouterr().err == expected
