"""The verifier finds and names each kind of break, and works copied out of the project."""

import base64
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from makul.core import canonical, journal

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))

# The reference leaves and roots of RFC 6962 logs (certificate-transparency, merkletree tests).
LEAVES = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def chained(actions):
    """Entries 1.. with these actions, each tied to the one before."""
    previous, result = journal.GENESIS, []
    for number, action in enumerate(actions, start=1):
        fields = {"number": number, "action": action, "data": {"сан": number}, "to": ""}
        digest = journal.entry_hash(previous, canonical.canonical(fields))
        result.append({**fields, "previous": previous, "hash": digest})
        previous = digest
    return result


def checkpoint(entries, size, key=KEY):
    frontier = journal.Frontier()
    for entry in entries[:size]:
        frontier.append(journal.leaf_hash(bytes.fromhex(entry["hash"])))
    body = canonical.note_body(origin="test", size=size, root=frontier.root(), at="2026-03-02")
    name = canonical.key_id("test", key.public_key().public_bytes_raw())
    return canonical.note_text(body, key=name, signature=key.sign(body.encode()))


def lines(entries, notes, key=KEY):
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    records = [
        {"format": journal.FORMAT, "keys": public},
        *({"checkpoint": n} for n in notes),
        *entries,
    ]
    return [json.dumps(record, ensure_ascii=False) + "\n" for record in records]


ENTRIES = chained([f"a{number}" for number in range(1, 13)])
NOTES = [checkpoint(ENTRIES, size) for size in (4, 8, 12)]


def found(entries, signed=NOTES, **kept):
    report = journal.verify(lines(entries, signed), keys=[PUBLIC], **kept)
    return [(each.kind, each.number) for each in report.broken]


def copy():
    return [json.loads(json.dumps(entry)) for entry in ENTRIES]


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_those_of_the_reference(size):
    frontier = journal.Frontier()
    for leaf in LEAVES[:size]:
        frontier.append(journal.leaf_hash(bytes.fromhex(leaf)))
    assert frontier.root().hex() == ROOTS[size - 1]


def test_the_empty_root_is_the_hash_of_nothing():
    assert journal.Frontier().root().hex().startswith("e3b0c44298fc1c149afbf4c8996fb924")


def test_a_whole_journal_is_whole_and_covered():
    report = journal.verify(lines(ENTRIES, NOTES), keys=[PUBLIC])
    assert (report.broken, report.notes, report.entries, report.covered) == ([], [], 12, 12)
    assert [each["size"] for each in report.checkpoints if each["holds"]] == [4, 8, 12]


def test_without_a_key_it_says_that_no_origin_is_proved():
    assert journal.verify(lines(ENTRIES, NOTES)).notes == [journal.UNPROVED]


def test_what_no_checkpoint_covers_is_said():
    report = journal.verify(lines(ENTRIES, NOTES[:2]), keys=[PUBLIC])
    assert report.broken == []
    assert report.notes == ["4 entries at the end are not covered by a signature"]


@pytest.mark.parametrize("number", [1, 2, 6, 8, 12])
def test_a_changed_entry_is_named(number):
    entries = copy()
    entries[number - 1]["data"]["сан"] = 99
    assert found(entries) == [("changed", number)]


@pytest.mark.parametrize("number", [1, 2, 6, 8, 11])
def test_a_change_with_its_own_hash_made_anew_is_named(number):
    entries = copy()
    entries[number - 1] = rehashed({**entries[number - 1], "action": "forged"})
    assert found(entries) == [("changed", number)]


def rehashed(entry):
    fields = {name: value for name, value in entry.items() if name not in ("hash", "previous")}
    return {**entry, "hash": journal.entry_hash(entry["previous"], journal.content(fields))}


@pytest.mark.parametrize("number", [1, 2, 6, 8, 12])
def test_a_removed_entry_is_named(number):
    entries = copy()
    del entries[number - 1]
    assert found(entries) == [("removed", number)]


@pytest.mark.parametrize("number", [1, 2, 6, 8, 11])
def test_a_removed_entry_is_named_though_the_rest_has_new_numbers(number):
    entries = copy()
    del entries[number - 1]
    for place, entry in enumerate(entries, start=1):
        entry["number"] = place
    assert found(entries)[0] == ("removed", number)


def test_a_removed_tail_is_found_where_a_checkpoint_covers_it():
    assert found(copy()[:9]) == [("removed", 10)]


@pytest.mark.parametrize(("one", "other"), [(1, 2), (5, 6), (11, 12), (3, 9), (1, 12)])
def test_reordered_entries_are_named(one, other):
    entries = copy()
    entries[one - 1], entries[other - 1] = entries[other - 1], entries[one - 1]
    kinds = found(entries)
    assert {kind for kind, _ in kinds} == {"reordered"}
    assert kinds[0][1] in range(one, other + 1)


def test_a_journal_backwards_is_reordered():
    assert found(copy()[::-1]) == [("reordered", 1)]


@pytest.mark.parametrize("number", [1, 5, 12])
def test_a_second_entry_with_a_number_is_inserted(number):
    entries = copy()
    forged = rehashed({**entries[number - 1], "action": "forged"})
    after = found([*entries[:number], forged, *entries[number:]])
    before = found([*entries[: number - 1], forged, *entries[number - 1 :]])
    assert ("inserted", number) in after and after[0][1] >= number - 1
    assert {each for each in before if each[0] == "inserted"} == {("inserted", number)}


def test_an_inserted_entry_with_a_number_of_nowhere_is_named():
    entries = copy()
    stray = rehashed({**entries[4], "number": 999})
    assert found([*entries[:5], stray, *entries[5:]]) == [("inserted", 999)]
    assert found([*entries[:5], rehashed({**entries[4], "number": 9}), *entries[5:]]) == [
        ("inserted", 9)
    ]


@pytest.mark.parametrize("number", [2, 6, 12])
def test_an_inserted_entry_is_named_though_the_rest_has_new_numbers(number):
    entries = copy()
    before = entries[number - 2]
    forged = rehashed({**before, "number": number, "previous": before["hash"]})
    for entry in entries[number - 1 :]:
        entry["number"] += 1
    assert found([*entries[: number - 1], forged, *entries[number - 1 :]])[0] == (
        "inserted",
        number,
    )


def test_a_chain_written_anew_is_found_between_two_checkpoints():
    forged = chained([f"a{n}" if n < 7 else f"b{n}" for n in range(1, 13)])
    assert found(forged) == [("rewritten", 5)]
    report = journal.verify(lines(forged, NOTES), keys=[PUBLIC])
    assert "the entries 5 to 8" in report.broken[0].text


def test_an_earlier_export_names_the_first_entry_written_anew():
    forged = chained([f"a{n}" if n < 7 else f"b{n}" for n in range(1, 13)])
    notes = [checkpoint(forged, 12)]
    assert found(forged, notes) == []
    assert found(forged, notes, earlier=copy()[:9]) == [("rewritten", 7)]


def test_an_earlier_checkpoint_finds_a_chain_written_anew_with_the_true_key():
    forged = chained([f"b{n}" for n in range(1, 13)])
    kept = [journal.read_note(NOTES[1])]
    assert found(forged, [checkpoint(forged, 12)], notes=kept) == [("rewritten", 1)]
    assert found(forged[:3], [checkpoint(forged, 3)], notes=kept) == [("removed", 4)]


def test_a_chain_written_anew_and_signed_by_a_stranger_is_found_with_the_key():
    forged = chained([f"b{n}" for n in range(1, 13)])
    note = checkpoint(forged, 12, STRANGER)
    report = journal.verify(lines(forged, [note], STRANGER))
    assert (report.broken, report.notes) == ([], [journal.UNPROVED])
    report = journal.verify(lines(forged, [note], STRANGER), keys=[PUBLIC])
    assert [(each.kind, each.number) for each in report.broken] == [("signature", 12)]


def test_a_file_without_checkpoints_does_not_pass_with_a_key():
    assert found(copy(), []) == [("signature", 1)]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "null",
        '{"number":5,"hash":"","previous":""}',
        '{"number":1.5}',
        '{"number":NaN}',
        '{"a":1,"a":1}',
        "[" * 100_000,
        '{"checkpoint":5}',
        '{"checkpoint":"x"}',
    ],
)
def test_a_line_that_cannot_be_read_is_a_break_and_no_failure(line):
    text = lines(ENTRIES, NOTES)
    text[8] = line + "\n"
    report = journal.verify(text, keys=[PUBLIC])
    assert {each.number for each in report.broken} <= {0, 5}
    assert report.broken


@pytest.mark.parametrize("text", [[], ["\n"], ["{}\n"], ["x\n"], ['{"format":"other"}\n']])
def test_what_is_no_export_is_refused(text):
    with pytest.raises(journal.Unreadable, match="not an export"):
        journal.verify(text)


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_no_touch_of_an_entry_goes_unseen(data):
    """Whether the lines are spelled as the export writes them or with spaces, as others would."""
    text = lines(ENTRIES, NOTES)
    if data.draw(st.booleans()):
        text = [canonical.canonical(json.loads(line)).decode() + "\n" for line in text]
    whole = list(map(journal.read_line, text))
    place = data.draw(st.integers(4, len(text) - 1))
    way = data.draw(st.sampled_from(["letter", "remove", "twice", "move", "cut"]))
    if way == "letter":
        at = data.draw(st.integers(0, len(text[place]) - 2))
        letter = data.draw(st.sampled_from('0123456789abcdef",:{} ') | st.characters(codec="utf-8"))
        text[place] = text[place][:at] + letter + text[place][at + 1 :]
    elif way == "cut":
        text[place] = text[place][: data.draw(st.integers(1, len(text[place]) - 3))]
    else:
        moved = text[place] if way == "twice" else text.pop(place)
        if way != "remove":
            text.insert(data.draw(st.integers(4, len(text))), moved)
    same = list(map(journal.read_line, text)) == whole
    assert bool(journal.verify(text, keys=[PUBLIC]).broken) != same


@pytest.mark.parametrize("spelled", [json.dumps, lambda entry: canonical.canonical(entry).decode()])
def test_a_key_that_stands_twice_is_no_way_round(spelled):
    entries = [spelled(entry) + "\n" for entry in ENTRIES]
    place = entries[4].index('"data"')
    hashes = json.dumps({"hash": ENTRIES[4]["hash"]})[1:-1].replace(" ", "")
    for more in ('"action":"forged",', '"hash":"x",', f"{hashes},", '"":"x",'):
        touched = entries[4][:place] + more + entries[4][place:]
        text = [*lines([], NOTES), *entries[:4], touched, *entries[5:]]
        report = journal.verify(text, keys=[PUBLIC])
        assert report.broken[0].number == 5


@given(st.integers(1, 40), st.data())
def test_the_root_grows_one_by_one_as_if_built_at_once(size, data):
    leaves = [journal.leaf_hash(bytes([number])) for number in range(size)]

    def whole(part):
        if len(part) == 1:
            return part[0]
        middle = 1 << ((len(part) - 1).bit_length() - 1)
        return journal.node_hash(whole(part[:middle]), whole(part[middle:]))

    frontier = journal.Frontier()
    for leaf in leaves:
        frontier.append(leaf)
    assert frontier.root() == whole(leaves)


def test_keys_are_read_in_hex_and_base64_and_else_refused():
    assert (
        journal.read_key(PUBLIC.hex())
        == journal.read_key(base64.b64encode(PUBLIC).decode())
        == PUBLIC
    )
    for bad in ("", "x", "00", PUBLIC.hex()[:-2] + "zz"):
        with pytest.raises(journal.Unreadable):
            journal.read_key(bad)


def alone(folder, *words):
    """Run the one file, copied out of the project, with nothing of the project in sight."""
    shutil.copy(journal.__file__, folder / "verify.py")
    command = [sys.executable, "-I", "verify.py", "verify", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_file_works_alone(tmp_path):
    (tmp_path / "journal.jsonl").write_text("".join(lines(ENTRIES, NOTES)), encoding="utf-8")
    (tmp_path / "journal.pub").write_text(PUBLIC.hex())
    result = alone(tmp_path, "journal.jsonl", "--key", "journal.pub")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-1] == "WHOLE"

    changed = copy()
    changed[6]["action"] = "forged"
    (tmp_path / "journal.jsonl").write_text("".join(lines(changed, NOTES)), encoding="utf-8")
    result = alone(tmp_path, "journal.jsonl", "--key", PUBLIC.hex(), "--json")
    answer = json.loads(result.stdout)
    assert (result.returncode, answer["ok"]) == (1, False)
    assert answer["broken"] == [{"kind": "changed", "number": 7, "text": "entry 7 was changed"}]


def test_an_earlier_copy_is_taken_as_a_file(tmp_path):
    forged = chained([f"b{n}" for n in range(1, 13)])
    (tmp_path / "new").write_text(
        "".join(lines(forged, [checkpoint(forged, 12)])), encoding="utf-8"
    )
    (tmp_path / "old").write_text("".join(lines(ENTRIES, NOTES)), encoding="utf-8")
    (tmp_path / "note").write_text(NOTES[0], encoding="utf-8")
    assert "entry 1 is not the one" in alone(tmp_path, "new", "--against", "old").stdout
    assert "entries 1 to 4" in alone(tmp_path, "new", "--against", "note").stdout


@pytest.mark.parametrize(
    "words", [["nowhere"], ["."], ["verify.py"], [], ["verify.py", "--key", "zz"]]
)
def test_a_wrong_call_is_one_sentence_and_two(tmp_path, words):
    result = alone(tmp_path, *words)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr and result.stderr


def test_it_is_a_module_of_the_project_too(tmp_path):
    file = tmp_path / "journal.jsonl"
    file.write_text("".join(lines(ENTRIES, NOTES)), encoding="utf-8")
    command = [sys.executable, "-m", "makul.core.journal", "verify", str(file)]
    source = str(Path(journal.__file__).parents[2])
    result = subprocess.run(command, env={"PYTHONPATH": source}, capture_output=True, check=False)
    assert result.returncode == 0
