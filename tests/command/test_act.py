"""The act commands as others run them: what they print, write and refuse."""

import json
from pathlib import Path

import pytest

from makul.command import main
from makul.documents.reading import read_act
from tests.fixtures.word_files import ACTS, code, docx, paragraph, run

RU, KY = str(ACTS / "draft_law_ru.txt"), str(ACTS / "draft_law_ky.txt")


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    assert main(["act", *words, "--json"]) == 0
    data: dict[str, object] = json.loads(capsys.readouterr().out)
    return data


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["act", *words]) == 0
    return capsys.readouterr().out


@pytest.fixture
def versions(tmp_path: Path) -> tuple[str, str]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    text = (ACTS / "draft_law_ru.txt").read_text(encoding="utf-8")
    old.write_text(text, encoding="utf-8")
    new.write_text(
        text.replace("трёх календарных", "пяти рабочих"),
        encoding="utf-8",
    )
    return str(old), str(new)


def test_read_gives_language_title_and_provisions(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "code.docx"
    file.write_bytes(code("ky"))
    data = told(capsys, "read", str(file))
    assert list(data) == ["language", "title", "provisions"]
    assert (data["language"], data["title"]) == (
        "ky",
        "КОРООЛОР ЖӨНҮНДӨ КОДЕКС (КӨРСӨТМӨ)",
    )
    article = next(one for one in data["provisions"] if one["eid"] == "art_1_2")  # type: ignore[attr-defined]
    assert article == {
        "eid": "art_1_2",
        "kind": "article",
        "number": "1²",
        "heading": "Аянты",
        "text": "",
    }


def test_align_gives_pairs_also_when_the_files_are_swapped(
    capsys: pytest.CaptureFixture[str],
) -> None:
    expected = {
        "pairs": [{"ru": f"art_{n}", "ky": f"art_{n}"} for n in range(1, 13)],
        "only_ru": [],
        "only_ky": [],
    }
    assert told(capsys, "align", RU, KY) == told(capsys, "align", KY, RU) == expected


def test_compare_gives_changes_and_writes_the_table(
    capsys: pytest.CaptureFixture[str], versions: tuple[str, str], tmp_path: Path
) -> None:
    word, pdf = tmp_path / "table.docx", tmp_path / "table.pdf"
    data = told(capsys, "compare", *versions, "--docx", str(word), "--pdf", str(pdf))
    assert data["counts"] == {"same": 51, "changed": 1, "added": 0, "removed": 0, "moved": 0}
    (change,) = data["changes"]  # type: ignore[misc]
    assert (change["eid"], change["kind"]) == ("art_7__part_2", "changed")
    assert [one["text"] for one in change["spans"] if one["op"] != "equal"] == [
        "трёх календарных",
        "пяти рабочих",
    ]
    row = next(
        line.text for line in read_act(word.read_bytes(), name="t.docx") if "часть 2" in line.text
    )
    assert "трёх календарных" in row
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_comparing_an_act_with_itself_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "compare", RU, RU)["changes"] == []


def test_table_shows_the_amended_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target, word = str(ACTS / "amended_law_ky.txt"), tmp_path / "table.docx"
    data = told(capsys, "table", KY, "--target", target, "--docx", str(word))
    rows: list[dict[str, str]] = data["rows"]  # type: ignore[assignment]
    assert [(row["target_eid"], row["problem"]) for row in rows] == [
        ("art_7__part_1__point_5", ""),
        ("art_12__part_2", ""),
        ("art_15", ""),
    ]
    assert word.read_bytes().startswith(b"PK")


def test_screen_gives_a_hint_and_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    data = told(capsys, "screen", RU)
    interests: list[dict[str, object]] = data["interests"]  # type: ignore[assignment]
    assert data["affects_hint"] is True
    assert {"kind": "control", "eid": "art_10__part_1", "words": ["проверяет"]} in interests


def test_pages_to_read_without_json(
    capsys: pytest.CaptureFixture[str], versions: tuple[str, str]
) -> None:
    assert "art_4__part_3" in shown(capsys, "read", RU)
    assert shown(capsys, "align", RU, KY).startswith("12 paired, 0 only in ru, 0 only in ky")
    assert "[-трёх календарных-]{+пяти рабочих+}" in shown(capsys, "compare", *versions)
    assert "Статья 12, часть 2" in shown(capsys, "table", RU)
    assert shown(capsys, "screen", KY).startswith("a hint only: affects")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["read", "nowhere.docx"], "nowhere.docx is not there or cannot be read"),
        (["read", "."], ". is not there or cannot be read"),
        (["read", "a\0b"], "is not there or cannot be read"),
        (["table", str(ACTS / "amended_law_ru.txt")], "amended_law_ru.txt amends no other act"),
        (["compare", RU, RU, "--docx", "/nowhere/t.docx"], "/nowhere/t.docx cannot be written"),
    ],
)
def test_a_wrong_file_gets_one_sentence(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["act", *words]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_tracked_changes_are_refused_by_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(docx(paragraph(f'<w:ins w:id="1">{run("новое")}</w:ins>')))
    assert main(["act", "read", str(file)]) == 2
    assert "draft.docx has 1 tracked changes" in capsys.readouterr().err


def test_a_file_over_the_limit_is_refused_unread(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "large.docx"
    with file.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    assert main(["act", "read", str(file)]) == 2
    assert "large.docx is 50 MB and the limit is 20 MB" in capsys.readouterr().err
