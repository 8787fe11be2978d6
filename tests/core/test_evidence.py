"""Evidence is verified from a folder or a zip, and what is touched in it is named."""

import base64
import hashlib
import io
import json
import zipfile

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from makul.core import canonical, evidence, journal, tree

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
PAPER = "Долбоор".encode()


def files():
    """The evidence of entries 1 and 3 of three, written by hand."""
    previous, entries = journal.GENESIS, []
    for number in (1, 2, 3):
        fields = {"number": number, "data": {"document": hashlib.sha256(PAPER).hexdigest()}}
        digest = journal.entry_hash(previous, canonical.canonical(fields))
        entries.append({**fields, "previous": previous, "hash": digest})
        previous = digest
    leaves = [journal.leaf_hash(bytes.fromhex(each["hash"])) for each in entries]

    def subtree(level, index):
        return leaves[index] if not level else journal.node_hash(*leaves[:2])

    for index, entry in enumerate(entries):
        ranges = tree.inclusion_ranges(index, 3)
        entry["proof"] = [tree.range_hash(*each, subtree).hex() for each in ranges]
    root = tree.range_hash(0, 3, subtree)
    body = canonical.note_body(origin="test", size=3, root=root, at="2026-03-02")
    name = canonical.key_id("test", PUBLIC)
    lines = [{"entries": 2, "documents": 1}, entries[0], entries[2]]
    return {
        "checkpoint.txt": canonical.note_text(
            body, key=name, signature=KEY.sign(body.encode())
        ).encode(),
        "documents/draft.docx": PAPER,
        "entries.jsonl": "\n".join(json.dumps(each) for each in lines).encode(),
        "journal.pub": base64.b64encode(PUBLIC),
    }


def found(named, **keys):
    report = evidence.verify({name: lambda data=data: data for name, data in named.items()}, **keys)
    return [(each.kind, each.number) for each in report.broken]


def test_it_is_whole_and_says_what_proves_no_origin():
    assert found(files(), keys=[PUBLIC]) == []
    folder = {name: lambda data=data: data for name, data in files().items()}
    assert evidence.verify(folder, keys=[PUBLIC]).notes == []
    assert evidence.verify(folder).notes == [journal.UNPROVED]


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        (b'"number": 3', b'"number": 2', {("changed", 2), ("inserted", 2)}),
        (b'"number": 3', b'"number": true', {("changed", 0)}),
        (b'"number": 3', b'"number": 3.0', {("changed", 0)}),
        (b'"entries": 2', b'"entries": 3', {("removed", 0)}),
        (b'"documents": 1', b'"documents": null', {("removed", 0)}),
        (b'"proof": ["', b'"proof": ["00', {("inserted", 1), ("inserted", 3)}),
        (
            b'"data": {"document": "',
            b'"data": {"document": "0',
            {("changed", 1), ("changed", 3), ("document", 0)},
        ),
    ],
)
def test_what_is_touched_in_the_entries_is_named(old, new, kinds):
    named = files()
    named["entries.jsonl"] = named["entries.jsonl"].replace(old, new)
    assert set(found(named)) <= kinds
    assert found(named)


def test_a_folder_and_a_zip_are_read_alike(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files().items():
            archive.writestr(name, data)
            (tmp_path / "folder" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "folder" / name).write_bytes(data)
    (tmp_path / "one.zip").write_bytes(packed.getvalue())
    for path in ("folder", "one.zip"):
        opened = evidence.opened(tmp_path / path)
        assert {name: read() for name, read in opened.items()} == files()
        assert evidence.verify(opened, keys=[PUBLIC]).broken == []


def test_more_than_one_case_can_hold_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(evidence, "LARGEST", 10)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("checkpoint.txt", "0" * 11)
    with pytest.raises(journal.Unreadable, match="more than it may"):
        evidence.opened(tmp_path / "bomb.zip")
