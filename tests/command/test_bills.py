"""`./makul bills` takes a file in, tells what it refused and why, and says with its exit code."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from makul.bills.models import Bill, Feed
from makul.command import main
from makul.command.bills import Line

pytestmark = pytest.mark.django_db
HEAD = "number;title_ru;initiator_kind;registered_on"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bills.csv"
    path.write_text(f"{HEAD}\n1;О налогах;cabinet;2026-09-01\n2;О пчёлах;nobody;2026-09-01\n")
    return path


def test_good_rows_are_kept_and_the_bad_one_is_told(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused = tmp_path / "refused.csv"
    words = ["bills", "import", str(file), "--source", "kenesh", "--refused", str(refused)]
    assert main(words) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "2 rows: 1 new, 0 changed, 1 refused."
    assert said[1].startswith("  line 3: initiator_kind is 'nobody': write one of cabinet,")
    rows = list(csv.reader(refused.read_text(encoding="utf-8-sig").splitlines()))
    assert [row[:2] for row in rows] == [["line", "code"], ["3", "row_unknown_word"]]
    assert Bill.objects.get().number == "1"


def test_the_same_file_changes_nothing_and_a_changed_one_says_what(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = file.read_text().splitlines()[:2]
    file.write_text("\n".join(text))
    words = ["bills", "import", str(file), "--source", "kenesh"]
    assert (main(words), main(words)) == (0, 0)
    assert "1 rows: 0 new, 0 changed, 0 refused." in capsys.readouterr().out
    file.write_text("\n".join(text).replace("налогах", "сборах"))
    assert main(words) == 0
    assert "  1: title_ru: О налогах -> О сборах" in capsys.readouterr().out


def test_json_in_and_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bills.json"
    row = {
        "number": "1",
        "title_ky": "Салык",
        "initiator_kind": "cabinet",
        "registered_on": "2026-09-01",
    }
    path.write_text(json.dumps({"bills": [row, 3]}))
    assert main(["bills", "import", str(path), "--source", "kenesh", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert {name: found[name] for name in ("rows", "new", "changed", "refused")} == {
        "rows": 2,
        "new": 1,
        "changed": 0,
        "refused": 1,
    }
    assert found["refusals"] == [{"line": 2, "code": "row_unreadable", "params": {}}]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["import", "nowhere.csv", "--source", "k"], "is not there or cannot be read"),
        (["follow", "ftp://x", "--source", "k"], "is no address of the web"),
        (["follow", "https://x", "--source", "k", "--initiator", "me"], "write one of cabinet"),
        (["unfollow", "https://x"], "is not followed"),
    ],
)
def test_a_wrong_call_is_one_sentence(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bills", *words]) == 2
    assert said in capsys.readouterr().err


def test_feeds_are_followed_listed_and_left(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bills", "feeds"]) == 0
    assert "No feed is followed" in capsys.readouterr().out
    address = "https://example.org/bills.atom"
    for _again in range(2):
        assert (
            main(["bills", "follow", address, "--source", "portal", "--initiator", "cabinet"]) == 0
        )
    assert Feed.objects.get().initiator_kind == "cabinet"
    main(["bills", "feeds"])
    assert f"portal  {address}  not read yet" in capsys.readouterr().out
    assert main(["bills", "unfollow", address]) == 0
    assert not Feed.objects.exists()


def test_the_line_of_progress(capsys: pytest.CaptureFixture[str]) -> None:
    line = Line()
    line(500, 1000)
    line(1000, 1000)
    assert capsys.readouterr().err == "\r500 of 1000 rows (50 %)\r1000 of 1000 rows (100 %)\n"
