"""`./makul sittings committees` tells what was taken, what stays missing and what was refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from makul.command import main
from tests.sittings.actions.test_committees import LIST

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    file = tmp_path / "committees.csv"
    file.write_text(LIST)
    return file


def test_what_was_taken_and_what_stays_missing_is_told(
    listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sittings", "committees", str(listed)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2 committees: 2 new, 0 changed.",
        "  jk-viii-01: the list gives no name in ru; it stays missing",
        "  jk-viii-06: the list gives no name in ky and ru; it stays missing",
    ]


def test_a_refused_row_is_told_with_its_line_and_the_code_of_return(
    listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed.write_text(LIST + "VIII,2025,x,Local,,,complete,https://example.org\n")
    assert main(["sittings", "committees", str(listed), "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["rows"], said["new"]) == (2, 2)
    assert said["refused"] == [
        {
            "line": 4,
            "reason": "the number of the committee is 'x'; it is a number from 1 to 99 and is its key "
            "here.",
        }
    ]
    assert main(["sittings", "committees", str(listed)]) == 1
    assert "  line 4: the number of the committee is 'x'" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sittings", "committees", str(tmp_path / "none.csv")]) == 2
    assert "is not there or cannot be read" in capsys.readouterr().err
