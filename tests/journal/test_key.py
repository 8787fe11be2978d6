"""The key is made once, readable by its owner alone, and may come from the environment."""

import base64
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from makul.core.errors import BadInput
from makul.journal.key import public_key, signing_key


@pytest.fixture(autouse=True)
def folder(settings, tmp_path, monkeypatch):
    monkeypatch.delenv("MAKUL_JOURNAL_KEY", raising=False)
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
