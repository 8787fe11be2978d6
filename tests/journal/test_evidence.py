"""The evidence file is the same bytes each time, verifies on its own, and shows each thing touched."""

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from datetime import UTC, datetime

import pytest

from makul.core import evidence, journal
from makul.core.errors import BadInput
from makul.journal import actions
from makul.journal.evidence import write_evidence
from makul.journal.key import public_key

AT = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
PAPERS = [("draft_ky.docx", "Долбоор".encode()), ("protocol/1.pdf", b"%PDF protocol")]


@pytest.fixture
def recorded(db, settings, tmp_path, monkeypatch):
    """Two cases in turn; the first names the digests of its papers."""
    monkeypatch.delenv("MAKUL_JOURNAL_KEY", raising=False)
    settings.MAKUL_VAR = tmp_path / "var"
    for number in range(5):
        for case in ("case:1", "case:2"):
            digest = hashlib.sha256(PAPERS[number % 2][1]).hexdigest() if case == "case:1" else ""
            actions.record(
                subject=case,
                action="filed",
                party="p",
                at=AT,
                data={"documents": [{"sha256": digest}]},
            )


def written(papers=PAPERS):
    out = io.BytesIO()
    assert write_evidence(out, subject="case:1", documents=papers, title="Иш 1") == 5
    return out.getvalue()


@pytest.fixture
def folder(recorded, tmp_path):
    """The evidence file, unpacked."""
    actions.make_checkpoint(at=AT)
    place = tmp_path / "evidence"
    zipfile.ZipFile(io.BytesIO(written())).extractall(place)
    return place


def found(folder, **keys):
    return [
        (each.kind, each.number) for each in evidence.verify(evidence.opened(folder), **keys).broken
    ]


def test_the_same_evidence_is_the_same_bytes(recorded):
    actions.make_checkpoint(at=AT)
    assert written() == written(PAPERS[::-1])


def test_it_holds_all_that_is_needed_in_three_languages(folder):
    names = sorted(
        each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()
    )
    assert names == [
        "README.md",
        "checkpoint.txt",
        "documents/draft_ky.docx",
        "documents/protocol/1.pdf",
        "entries.jsonl",
        "journal.pub",
        "journal.py",
        "verify.py",
    ]
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert readme.startswith("# Иш 1\n")
    assert [line for line in readme.splitlines() if line.startswith("## ")] == [
        "## Кыргызча",
        "## Русский",
        "## English",
    ]
    assert "{" not in readme


def test_it_is_whole(folder):
    assert found(folder, keys=[public_key()]) == found(folder) == []


def test_it_verifies_outside_the_project_as_folder_and_as_zip(folder, tmp_path):
    (tmp_path / "evidence.zip").write_bytes(written())
    for path in (".", str(tmp_path / "evidence.zip")):
        command = [
            sys.executable,
            "verify.py",
            "verify-evidence",
            path,
            "--key",
            public_key().hex(),
            "--json",
        ]
        result = subprocess.run(
            command, cwd=folder, env={}, capture_output=True, text=True, check=False
        )
        assert (result.returncode, result.stderr) == (0, "")
        answer = json.loads(result.stdout)
        assert (answer["ok"], answer["entries"], answer["notes"]) == (True, 5, [])


def change(folder, number, **fields):
    lines = (folder / "entries.jsonl").read_text(encoding="utf-8").splitlines()
    record = {**json.loads(lines[number]), **fields}
    lines[number] = json.dumps(record)
    (folder / "entries.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return record


def test_a_changed_entry_is_named(folder):
    change(folder, 2, party="someone else")
    assert found(folder) == [("changed", 3)]


def test_an_entry_made_anew_stands_in_no_journal(folder):
    record = change(folder, 2, party="someone else")
    fields = {
        name: value for name, value in record.items() if name not in ("hash", "previous", "proof")
    }
    change(folder, 2, hash=journal.entry_hash(record["previous"], journal.content(fields)))
    assert found(folder) == [("inserted", 3)]


@pytest.mark.parametrize("proof", [None, [], "x", ["zz"], [1], ["00" * 32]])
def test_an_entry_with_a_wrong_proof_stands_in_no_journal(folder, proof):
    change(folder, 5, proof=proof)
    assert found(folder) == [("inserted", 9)]


def test_a_removed_entry_or_document_is_missed(folder):
    lines = (folder / "entries.jsonl").read_text(encoding="utf-8").splitlines()
    (folder / "entries.jsonl").write_text("\n".join(lines[:-1]), encoding="utf-8")
    (folder / "documents/draft_ky.docx").unlink()
    assert found(folder) == [("removed", 0), ("removed", 0)]


def test_a_changed_or_added_document_is_named_by_no_entry(folder):
    (folder / "documents/draft_ky.docx").write_bytes(b"other")
    assert found(folder) == [("document", 0)]


def test_a_checkpoint_of_a_stranger_is_found(folder):
    assert found(folder, keys=[bytes(32)]) == [("signature", 10)]
    text = (folder / "checkpoint.txt").read_text(encoding="utf-8")
    (folder / "checkpoint.txt").write_text(text.replace("\n10\n", "\n11\n"), encoding="utf-8")
    assert ("signature", 11) in found(folder)


@pytest.mark.parametrize("name", ["checkpoint.txt", "entries.jsonl", "journal.pub"])
def test_what_is_no_evidence_file_is_said(folder, name):
    (folder / name).unlink()
    with pytest.raises(journal.Unreadable, match=name):
        found(folder)


def test_a_zip_that_is_none_or_holds_a_name_twice_is_refused(folder, tmp_path):
    bad, twice = tmp_path / "bad.zip", tmp_path / "twice.zip"
    bad.write_bytes(b"PK no")
    with zipfile.ZipFile(twice, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("a", "1")
        archive.writestr("a", "2")
    for path in (bad, twice):
        with pytest.raises(journal.Unreadable):
            evidence.opened(path)


def test_an_empty_entries_file_is_broken_and_no_failure(folder):
    (folder / "entries.jsonl").write_text("", encoding="utf-8")
    assert {kind for kind, _ in found(folder)} == {"removed", "document"}


def test_entries_past_the_checkpoint_wait_for_the_next(recorded):
    with pytest.raises(BadInput, match="no_checkpoint"):
        written()
    actions.make_checkpoint(at=AT)
    actions.record(subject="case:1", action="filed", party="p", at=AT)
    with pytest.raises(BadInput, match="no_checkpoint"):
        written()


def test_a_subject_of_which_nothing_is_known_is_refused(recorded):
    actions.make_checkpoint(at=AT)
    with pytest.raises(BadInput, match="nothing_recorded"):
        write_evidence(io.BytesIO(), subject="case:9", documents=[], title="")


@pytest.mark.parametrize("name", ["", "/etc/passwd", "../x", "a/../../x", "a\\b", "a\0"])
def test_a_name_that_leaves_the_folder_is_refused(recorded, name):
    with pytest.raises(BadInput, match="bad_document_name"):
        written([(name, b"")])
