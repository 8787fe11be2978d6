"""`./makul journal` exports, verifies and signs, and says in one sentence what it cannot do."""

import json

import pytest
from django.utils import timezone

from makul.command import main
from makul.core import journal
from makul.journal import actions
from makul.journal.models import Checkpoint


@pytest.fixture
def three(db, settings, tmp_path, monkeypatch):
    """Three entries; the folder to write into."""
    monkeypatch.delenv("MAKUL_JOURNAL_KEY", raising=False)
    settings.MAKUL_VAR = tmp_path / "var"
    row = {"subject": "case:1", "action": "noted", "party": "desk", "at": timezone.now()}
    actions.record_many([row] * 3)
    return tmp_path


def test_what_is_exported_verifies_with_the_key(three, capsys):
    file = str(three / "journal.jsonl")
    assert main(["journal", "export", file]) == 0
    assert main(["journal", "key"]) == 0
    exported, key = capsys.readouterr().out.splitlines()
    assert exported == f"3 entries in {file}"
    assert main(["journal", "verify", file, "--key", key]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "WHOLE"
    assert main(["journal", "verify", file, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["entries"], answer["covered"], answer["notes"]) == (3, 3, [journal.UNPROVED])


def test_a_break_is_exit_code_one(three, capsys):
    file = three / "journal.jsonl"
    main(["journal", "export", str(file)])
    file.write_text(file.read_text().replace('"noted"', '"other"', 1))
    assert main(["journal", "verify", str(file)]) == 1
    assert "BROKEN (changed): entry 1 was changed" in capsys.readouterr().out


def test_a_checkpoint_is_printed_and_finds_what_comes_later_whole(three, capsys):
    assert main(["journal", "checkpoint"]) == 0
    text = capsys.readouterr().out
    assert journal.read_note(text).size == 3
    (three / "kept.txt").write_text(text, encoding="utf-8")
    actions.record(subject="case:2", action="noted", party="desk", at=timezone.now())
    file = str(three / "journal.jsonl")
    assert main(["journal", "export", file]) == 0
    assert Checkpoint.objects.count() == 2
    assert main(["journal", "verify", file, "--against", str(three / "kept.txt")]) == 0


def test_an_empty_journal_is_exported_and_not_signed(db, settings, tmp_path, capsys):
    settings.MAKUL_VAR = tmp_path
    file = str(tmp_path / "journal.jsonl")
    assert main(["journal", "export", file]) == 0
    assert main(["journal", "verify", file]) == 0
    assert main(["journal", "checkpoint"]) == 2
    assert "the journal is empty" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["verify", "nowhere"],
        ["verify", "."],
        ["verify", __file__],
        ["verify", __file__, "--key", "zz"],
        ["verify-evidence", __file__],
        ["verify-evidence", "nowhere"],
        ["export", "nowhere/at/all/x"],
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_two(three, words, capsys):
    assert main(["journal", *words]) == 2
    told = capsys.readouterr().err
    assert told.startswith("makul: ") and told.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["verify"], ["export"], ["sing"]])
def test_a_wrong_call_is_one_sentence_and_two(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["journal", *words])
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_lost_key_keeps_nobody_from_exporting(three, capsys, monkeypatch):
    file = three / "journal.jsonl"
    assert main(["journal", "checkpoint"]) == 0
    (three / "var/journal.key").unlink()
    actions.record(subject="case:2", action="noted", party="desk", at=timezone.now())
    assert main(["journal", "checkpoint"]) == main(["journal", "key"]) == 2
    assert main(["journal", "export", str(file)]) == 0
    said = capsys.readouterr()
    assert "restore journal.key" in said.err
    assert said.out.splitlines()[-1] == f"4 entries in {file}"
    monkeypatch.setenv("MAKUL_JOURNAL_KEY_NEW", "1")
    assert main(["journal", "export", str(file)]) == 0
    assert main(["journal", "verify", str(file)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "WHOLE"
