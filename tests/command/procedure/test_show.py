"""`./makul procedure show`: the table of each procedure in three languages."""

from __future__ import annotations

import json

import pytest

from makul.command import main
from makul.command.procedure.show import limits_of_short_track
from makul.law.procedures import KEYS, procedure


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Notice"), ("ru", "Уведомление"), ("ky", "Кабарлоо")]
)
def test_show_speaks_three_languages_and_says_the_limits_of_the_short_track(
    language: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["procedure", "show", "npa", "--lang", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith(word) for line in lines)
    assert "10" in lines[-2] + lines[-1] + lines[-3]


def test_show_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["procedure", "show", "npa", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["terms"]["position"] == {"ordinary": 15, "short": 5, "unit": "wd"}
    assert said["steps"][0]["key"] == "submitted"


@pytest.mark.parametrize("key", KEYS)
def test_every_procedure_is_shown(key: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["procedure", "show", key, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["procedure"], said["edition"]) == (key, procedure(key).edition)
    assert list(dict.fromkeys(row["key"] for row in said["steps"])) == [
        step.key for step in procedure(key).steps
    ]
    assert said["short_track_limits"] == limits_of_short_track(procedure(key), "en")
