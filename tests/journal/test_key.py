"""The key is made once, readable by its owner alone, and may come from the environment."""

import base64
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from makul.core.errors import BadInput
from makul.journal.actions import make_checkpoint, record
from makul.journal.key import public_key, signing_key
from makul.journal.models import Checkpoint, Entry

NOW = datetime(2026, 9, 1, 4, 0, tzinfo=UTC)


def note(action):
    record(subject="case:1", action=action, party="demo-desk", at=NOW)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path, monkeypatch):
    monkeypatch.delenv("MAKUL_JOURNAL_KEY", raising=False)
    monkeypatch.delenv("MAKUL_JOURNAL_KEY_NEW", raising=False)
    settings.MAKUL_VAR = tmp_path / "var"
    return settings.MAKUL_VAR


def test_one_key_is_made_for_its_owner_alone(folder):
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: public_key(), range(16)))
    assert len(keys) == 1
    assert [each.name for each in folder.iterdir()] == ["journal.key"]
    assert stat.S_IMODE((folder / "journal.key").stat().st_mode) == 0o600


def test_the_environment_comes_first(folder, monkeypatch):
    monkeypatch.setenv("MAKUL_JOURNAL_KEY", base64.b64encode(bytes(range(32))).decode())
    assert signing_key().private_bytes_raw() == bytes(range(32))
    assert (
        public_key()
        == Ed25519PrivateKey.from_private_bytes(bytes(range(32))).public_key().public_bytes_raw()
    )
    assert not folder.exists()


@pytest.mark.parametrize("value", ["x", "AAAA", "=" * 44])
def test_a_key_that_is_none_is_refused(monkeypatch, value):
    monkeypatch.setenv("MAKUL_JOURNAL_KEY", value)
    with pytest.raises(BadInput, match="bad_journal_key"):
        signing_key()


def test_a_lost_key_is_not_replaced_unasked(folder, monkeypatch):
    first = public_key().hex()
    assert public_key(last_signer=first).hex() == first
    (folder / "journal.key").unlink()
    with pytest.raises(BadInput, match="journal_key_lost"):
        signing_key(last_signer=first)
    assert list(folder.iterdir()) == []
    monkeypatch.setenv("MAKUL_JOURNAL_KEY_NEW", "1")
    assert public_key(last_signer=first).hex() != first


def test_a_strange_key_does_not_sign_after_another(folder):
    with pytest.raises(BadInput, match="journal_key_lost"):
        signing_key(last_signer="00" * 32)
    public_key()
    with pytest.raises(BadInput, match="journal_key_lost"):
        signing_key(last_signer="00" * 32)


@pytest.mark.django_db
def test_a_new_key_is_an_entry_that_it_signs_itself(folder, monkeypatch):
    note("one")
    first = make_checkpoint(at=NOW)
    (folder / "journal.key").unlink()
    assert make_checkpoint(at=NOW) == first
    note("two")
    with pytest.raises(BadInput, match="journal_key_lost"):
        make_checkpoint(at=NOW)
    assert Checkpoint.objects.get() == first
    monkeypatch.setenv("MAKUL_JOURNAL_KEY_NEW", "1")
    second = make_checkpoint(at=NOW)
    changed = Entry.objects.get(action="journal_key_changed")
    assert changed.data == {"old": first.public_key, "new": second.public_key}
    assert (second.size, changed.number) == (3, 3)
    monkeypatch.delenv("MAKUL_JOURNAL_KEY_NEW")
    note("three")
    assert make_checkpoint(at=NOW).public_key == second.public_key
