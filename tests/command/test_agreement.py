"""`./makul agreement` enters an agreement from a file and lists what there is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from makul.command import main
from makul.journal.models import Entry
from tests.parties.scene import body

pytestmark = pytest.mark.django_db
TEXT = """\
initiator: demo-ministry
association: demo-association
facilitator: demo-desk
appeal_body: demo-panel
document: Agreement No 1
signed_on: 2026-08-03
terms:
  position: {ordinary: 20}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    for kind in ("ministry", "association", "desk", "panel"):
        body(kind)
    path = tmp_path / "agreement.yaml"
    path.write_text(TEXT)
    return path


def test_an_agreement_is_entered_and_listed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agreement", "add", str(file), "--json"]) == 0
    added = json.loads(capsys.readouterr().out)["agreements"]
    assert [(one["signed_on"], one["terms"]) for one in added] == [
        ("2026-08-03", {"position": {"ordinary": 20}})
    ]
    assert Entry.objects.get().action == "agreement_entered"
    assert main(["agreement", "list"]) == 0
    assert "demo-ministry with demo-association" in capsys.readouterr().out


def test_the_same_agreement_is_entered_once(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [main(["agreement", "add", str(file)]) for _ in range(2)] == [0, 2]
    assert "is entered already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("document: Agreement No 1\n", "", "lacks document"),
        ("demo-panel", "demo-nobody", "demo-nobody"),
        ("demo-panel", "demo-desk", "stands twice"),
        ("2026-08-03", "soon", "write a day"),
        ("terms:\n  position: {ordinary: 20}", "terms: 20", "terms"),
        ("document:", "colour: red\ndocument:", "has no colour"),
        ("initiator: demo-ministry", "- a", "line 2: "),
        ("signed_on:", "signed_on", "agreement.yaml, line 7: "),
        ("ordinary: 20", "ordinary: 0", "makul: "),
    ],
)
def test_a_mistake_gets_one_sentence(
    file: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, words: str
) -> None:
    file.write_text(TEXT.replace(old, new))
    assert main(["agreement", "add", str(file)]) == 2
    said = capsys.readouterr().err
    assert (said.count("\n"), words in said) == (1, True)
    assert Entry.objects.count() == 0


def test_no_agreement_yet_says_how_to_enter_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agreement", "list"]) == 0
    assert "add --help" in capsys.readouterr().out


def test_a_side_leaves_once_from_a_day(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agreement", "add", str(file), "--json"]) == 0
    (added,) = json.loads(capsys.readouterr().out)["agreements"]
    number = str(added["number"])
    assert main(["agreement", "leave", number, "--on", "2026-08-02"]) == 2
    assert main(["agreement", "leave", number, "--on", "2027-12-31", "--json"]) == 0
    (left,) = json.loads(capsys.readouterr().out)["agreements"]
    assert left == added | {"left_on": "2027-12-31"}
    entry = Entry.objects.get(action="agreement_left")
    assert (entry.subject, entry.value) == (f"agreement:{number}", "2027-12-31")
    assert main(["agreement", "leave", number, "--on", "2028-12-31"]) == 2
    assert "left already, from 2027-12-31" in capsys.readouterr().err
    assert main(["agreement", "list"]) == 0
    assert "left from 2027-12-31" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("number", "on", "words"), [("7", "2027-12-31", "no agreement 7"), ("1", "soon", "not a day")]
)
def test_leaving_what_is_not_there(
    number: str, on: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["agreement", "leave", number, "--on", on]) == 2
    assert words in capsys.readouterr().err
