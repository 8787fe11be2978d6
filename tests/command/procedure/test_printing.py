"""`./makul procedure print`: the order in a file, or what holds each of its articles."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from makul.command import main
from makul.law.procedures import KEYS, procedure
from makul.law.regulation.lines import lines


@pytest.mark.parametrize(("form", "start"), [("docx", b"PK"), ("pdf", b"%PDF-")])
@pytest.mark.parametrize("key", KEYS)
def test_every_order_is_printed_in_both_forms(
    key: str, form: str, start: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["procedure", "print", key, "--language", "ky", "--format", form]) == 0
    assert (tmp_path / f"{key}-ky.{form}").read_bytes().startswith(start)


def test_a_changed_term_is_printed(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.docx", "b.docx", "c.docx")]
    changes: list[list[str]] = [[], ["--term", "position=20"], []]
    for file, change in zip(files, changes, strict=True):
        assert main(["procedure", "print", "npa", "--out", str(file), *change]) == 0
    edition, changed, same = (file.read_bytes() for file in files)
    assert (changed == edition, same == edition) == (False, True)


def test_the_trace_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["procedure", "print", "npa", "--trace", "json", "--language", "ru"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["procedure"], said["edition"]) == ("npa", "2026-proposed")
    assert said["steps_whose_term_no_article_states"] == []
    assert said["terms_that_no_step_runs"][0] == "invite"
    line = next(one for one in said["articles"] if one["article"] == 19)
    assert (line["steps"], line["terms"]) == (["position"], ["position"])
    assert (line["ordinary"], line["short"]) == ("15 раб. дн.", "5 раб. дн.")


def test_the_trace_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["procedure", "print", "npa", "--trace", "csv", "--language", "ky"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    found = lines(procedure(), language="ky")
    assert [int(row["article"]) for row in rows] == [line.article for line in found]
    assert [row["steps"] for row in rows] == ["; ".join(line.steps) for line in found]


@pytest.mark.parametrize(
    "wrong",
    [
        ["--term", "position=0"],
        ["--term", "position"],
        ["--term", "holiday=3"],
        ["--terms", "nowhere.yaml"],
        ["--out", "no/such/folder/order.docx"],
        ["--edition", "1999"],
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(
    wrong: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["procedure", "print", "npa", *wrong]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n"), said.err[:7]) == ("", 1, "makul: ")
    assert list(tmp_path.iterdir()) == []
