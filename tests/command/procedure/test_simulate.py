"""`./makul procedure simulate`: the same seed gives the same bytes; what cannot be is refused in a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from makul.command import main

SMALL = ("--drafts-per-year", "8", "--parties", "10")
PNG = b"\x89PNG\r\n\x1a\n"


def simulate(*words: str) -> int:
    return main(["procedure", "simulate", "npa", *SMALL, *words])


def test_the_same_seed_gives_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    given = []
    for seed in ("3", "3", "4"):
        assert simulate("--seed", seed, "--json") == 0
        given.append(capsys.readouterr())
    assert given[0].out == given[1].out != given[2].out
    assert "drafts came in" in given[0].err


def test_the_json_holds_the_settings_and_each_set(capsys: pytest.CaptureFixture[str]) -> None:
    assert simulate("--json", "--term", "position=20", "--answer-rate", "0.5") == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["procedure", "edition", "settings", "sets"]
    assert found["settings"]["bodies"]["answer_rate"] == 0.5
    assert [one["changed"] for one in found["sets"]] == [{}, {"position": {"ordinary": 20}}]
    lengths = [one["terms"]["position"] for one in found["sets"]]
    assert [one["ordinary"] for one in lengths] == [15, 20]
    assert {one["drafts"]["submitted"] for one in found["sets"]} == {8}


def test_two_sets_are_played_with_the_same_chances(capsys: pytest.CaptureFixture[str]) -> None:
    assert simulate("--json", "--term", "position=15/5") == 0
    first, second = json.loads(capsys.readouterr().out)["sets"]
    changed = second.pop("changed")
    assert (first.pop("changed"), changed) == ({}, {"position": {"ordinary": 15, "short": 5}})
    assert first == second


def test_the_table_names_both_sets(capsys: pytest.CaptureFixture[str]) -> None:
    assert simulate("--term", "reply=12/6", "--lang", "ru") == 0
    said = capsys.readouterr().out
    assert "[1] Сроки редакции 2026-proposed\n[2] Другие сроки: reply 12/6\n" in said


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_the_picture_is_written(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"terms.{ending}"
    assert simulate("--picture", str(file)) == 0
    assert file.read_bytes().startswith(PNG if ending == "png" else b"<svg ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--answer-rate", "1.5"], "answer_rate is 1.5; it may be from 0 to 1 (share)"),
        (["--answer-rate", "nan"], "answer_rate is nan; it may be from 0 to 1 (share)"),
        (["--drafts-per-year", "0"], "drafts_per_year is 0; it may be from 1 to 5000 (drafts)"),
        (["--at-once", "0.8", "--last-day", "0.8"], "at_once and last_day together are more"),
        (["--parties", "many"], "invalid int value: 'many'"),
        (["--start", "next year"], "'next year' is not a day"),
        (["--start", "2030-01-01"], "no list of days off for 2031"),
        (["--office", "desk.late=1"], "there is no desk to be set; there are initiator"),
        (["--office", "facilitator.speed=1"], "there is no facilitator.speed to be set"),
        (["--habit", "accepted"], "'accepted' cannot be read"),
        (["--habit", "accepted.chance=x"], "'accepted.chance=x' cannot be read"),
        (["--habit", "accepted.returned=0.5"], "accepted.chance and accepted.returned together"),
        (["--habit", "screened.exempt=7"], "screened.exempt is 7.0; it may be from 0 to 1"),
        (["--habit", "replied.days=inf"], "'replied.days=inf' cannot be read"),
        (["--office", "initiator.holders=nan"], "'initiator.holders=nan' cannot be read"),
        (["--office", "initiator.holders=2.5"], "'initiator.holders=2.5' cannot be read"),
        (["--term", "position"], "'position' cannot be read"),
        (["--term", "position=-3"], "'position=-3' cannot be read"),
        (["--term", "position=1/2/3"], "'position=1/2/3' cannot be read"),
        (
            ["--term", "position=0"],
            "term position is 0, on the short track 5; a term is from 1",
        ),
        (["--term", "lunch=3"], "there is no term lunch to be set; there are accept, screen"),
        (["--term", "position=300"], "term position is 300, on the short track 5; a term is"),
        (["--term", "position=5/9"], "term position is 5, on the short track 9"),
        (["--terms", "nowhere.yaml"], "nowhere.yaml is not there or cannot be read"),
        (["--picture", "out.gif"], "out.gif is no picture that can be drawn"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = simulate(*words)
    except SystemExit as left:  # argparse leaves by itself
        code = int(str(left.code))
    found = capsys.readouterr()
    assert (code, found.out, found.err.count("\n")) == (2, "", 1)
    assert said in found.err


def test_an_unknown_procedure_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["procedure", "simulate", "tea"]) == 2
    assert "there is no procedure 'tea'" in capsys.readouterr().err


def both(capsys: pytest.CaptureFixture[str]) -> list[Any]:
    return [one["changed"] for one in json.loads(capsys.readouterr().out)["sets"]]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "position: 20\nreply: 12/6\n"),
        ("b.yaml", "position: {ordinary: 20}\nreply: {ordinary: 12, short: 6}\n"),
        ("c.json", '{"position": "20", "reply": {"ordinary": 12, "short": 6}}'),
    ],
)
def test_terms_are_read_from_a_file(
    name: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(text)
    assert simulate("--terms", str(tmp_path / name), "--term", "sign=6", "--json") == 0
    assert both(capsys)[1] == {
        "position": {"ordinary": 20},
        "reply": {"ordinary": 12, "short": 6},
        "sign": {"ordinary": 6},
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- position\n", "holds no terms"),
        ("position: long\n", "'position=long' cannot be read"),
        ("position: {ordinary: twenty}\n", "twenty is not a number of days"),
        ("position: [20\n", "line 2"),
    ],
)
def test_a_file_that_is_none_is_refused(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "terms.yaml").write_text(text)
    assert simulate("--terms", str(tmp_path / "terms.yaml")) == 2
    assert said in capsys.readouterr().err


def test_numbers_of_offices_and_steps_are_put_in(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--office", "facilitator.hours_per_day=2.5", "--habit", "screened.exempt=0.2")
    more = ("--hours-per-week", "2.5", "--habit", "signed.signature_refused=0.05", "--json")
    assert simulate(*words, *more) == 0
    found = json.loads(capsys.readouterr().out)["settings"]
    assert found["offices"]["facilitator"]["hours_per_day"] == 2.5
    assert found["bodies"]["hours_per_week"] == 2.5
    assert found["habits"]["screened"]["values"] == {"not_affecting": 0.35, "exempt": 0.2}
    assert found["habits"]["signed"]["instead"] == {"signature_refused": 0.05}


def test_every_number_has_an_option_with_unit_and_default(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["procedure", "simulate", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "--hours-per-week N mean staff time of a body for drafts, 0 for no limit" in told
    assert "(share; 0.6)" in told
