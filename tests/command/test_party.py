"""`./makul party` enters bodies, changes them and opens accounts, each with one entry, or says why not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.contrib.auth import authenticate, get_user_model

from makul.command import main
from makul.journal.models import Entry
from makul.parties.models import Mandate, Party
from tests.parties.scene import body

pytestmark = pytest.mark.django_db
TEXT = """\
- key: ao-demo-1
  kind: executive
  body_kind: aiyl_medium
  name_ky: № 1 айыл өкмөтү
  name_ru: Айыл окмоту № 1
  email: one@example.test
- key: demo-ministry-b
  kind: ministry
  name_ky: Б министрлиги
  name_ru: Министерство Б
  language: ru
  valid_from: 2026-01-01
"""
PASSWORD = "a long pass phrase"
USER = ["--office-ky", "башчы", "--office-ru", "глава", "--signs"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bodies.yaml"
    path.write_text(TEXT)
    return path


def test_bodies_are_entered_each_with_its_entry(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["party", "add", str(file)]) == 0
    assert capsys.readouterr().out == "2 entered: ao-demo-1, demo-ministry-b.\n"
    assert list(Entry.objects.values_list("action", "subject", "party")) == [
        ("party_entered", "party:ao-demo-1", "operator"),
        ("party_entered", "party:demo-ministry-b", "operator"),
    ]
    assert main(["party", "list", "--json", "--kind", "executive"]) == 0
    (listed,) = json.loads(capsys.readouterr().out)["bodies"]
    assert (listed["key"], listed["email"]) == ("ao-demo-1", "one@example.test")


def test_a_dry_run_enters_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["party", "add", str(file), "--dry-run"]) == 0
    assert capsys.readouterr().out == "All is well: 2 would be entered. Nothing was entered.\n"
    assert (Party.objects.count(), Entry.objects.count()) == (0, 0)


def test_all_are_entered_or_none(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(TEXT.replace("language: ru", "language: de"))
    assert main(["party", "add", str(file)]) == 2
    said = capsys.readouterr().err
    assert said == "makul: demo-ministry-b: language is de; it may be ky, ru.\n"
    assert (Party.objects.count(), Entry.objects.count()) == (0, 0)


def test_a_key_is_entered_once(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [main(["party", "add", str(file)]) for _ in range(2)] == [0, 2]
    assert "ao-demo-1 is entered already" in capsys.readouterr().err


def test_a_changed_address_is_one_entry_with_its_digest_only(
    capsys: pytest.CaptureFixture[str],
) -> None:
    body("executive", "ao-demo", body_kind="aiyl_small")
    change = ["party", "change", "ao-demo", "--email", "new@example.test"]
    assert main([*change, "--dry-run"]) == 0
    assert Entry.objects.count() == 0
    assert main(change) == 0
    entry = Entry.objects.get()
    assert (entry.action, list(entry.data)) == ("party_changed", ["email_sha256"])
    assert "example.test" not in str(entry.line())
    assert Party.objects.get().email == "new@example.test"
    capsys.readouterr()
    assert main(change) == 0
    assert capsys.readouterr().out == "Nothing was changed.\n"
    assert Entry.objects.count() == 1


def test_a_first_signatory_gets_an_account_and_a_mandate(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    body("executive", "ao-demo", body_kind="aiyl_small")
    monkeypatch.setenv("MAKUL_PASSWORD", PASSWORD)
    assert main(["party", "user", "ao.head", "--party", "ao-demo", *USER]) == 0
    assert capsys.readouterr().out == "ao.head may sign for ao-demo; the account is new.\n"
    mandate = Mandate.objects.get()
    assert authenticate(username="ao.head", password=PASSWORD) == mandate.person.user
    entry = Entry.objects.get()
    assert (entry.action, entry.party, entry.value) == ("mandate_given", "operator", "may_sign")
    assert "ao.head" not in str(entry.line())


def test_one_who_has_an_account_keeps_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    body("executive", "ao-demo", body_kind="aiyl_small")
    get_user_model().objects.create_user("ao.head", password=PASSWORD)
    monkeypatch.delenv("MAKUL_PASSWORD", raising=False)
    call = ["party", "user", "ao.head", "--party", "ao-demo", *USER, "--json"]
    assert main(call) == 0
    assert json.loads(capsys.readouterr().out)["account_is_new"] is False
    assert main(call) == 2
    assert "already holds this office" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "party", "password", "words"),
    [
        ("head", "ao-nowhere", PASSWORD, "no body has the key ao-nowhere"),
        ("head", "ao-demo", "short", "the password will not do"),
        ("a head", "ao-demo", PASSWORD, "cannot be a name to sign in with"),
        ("HEAD-OF-ALL", "ao-demo", PASSWORD, "is there already"),
        ("head", "ao-demo", "", "set MAKUL_PASSWORD"),
    ],
)
def test_an_account_that_cannot_be_gets_one_sentence(
    name: str,
    party: str,
    password: str,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    body("executive", "ao-demo", body_kind="aiyl_small")
    get_user_model().objects.create_user("head-of-all")
    monkeypatch.setenv("MAKUL_PASSWORD", password)
    assert main(["party", "user", name, "--party", party, *USER]) == 2
    said = capsys.readouterr().err
    assert (said.count("\n"), words in said) == (1, True)
    assert (get_user_model().objects.count(), Entry.objects.count()) == (1, 0)


def test_an_empty_register_says_how_to_fill_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["party", "list"]) == 0
    assert "party add --help" in capsys.readouterr().out
