"""The settings: the database from one address, a secret that only its owner may read, safe defaults."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest

from makul.web import settings


def test_a_file_of_sqlite() -> None:
    found = settings.database("sqlite:////data/a%20b/makul.sqlite3")
    assert (found["ENGINE"], found["NAME"]) == (
        "django.db.backends.sqlite3",
        "/data/a b/makul.sqlite3",
    )
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_server_of_postgresql() -> None:
    found = settings.database("postgres://anna:se%40cret@db.local:5433/makul")
    names = ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT")
    assert [found[name] for name in names] == [
        "django.db.backends.postgresql",
        "makul",
        "anna",
        "se@cret",
        "db.local",
        "5433",
    ]


@pytest.mark.parametrize(
    ("given", "meant"), [("1", True), ("yes", True), ("0", False), ("", False)]
)
def test_yes_and_no(monkeypatch: pytest.MonkeyPatch, given: str, meant: bool) -> None:
    monkeypatch.setenv("MAKUL_NAMED", given)
    assert settings.env_bool("NAMED") is meant
    assert settings.env_bool("NEVER_NAMED", True) is True


def test_the_secret_is_made_once_and_is_its_owners_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("MAKUL_SECRET_KEY", raising=False)
    monkeypatch.setattr(settings, "MAKUL_VAR", tmp_path / "var")
    first = settings.secret_key()
    assert (settings.secret_key(), len(first) > 50) == (first, True)
    assert stat.S_IMODE((tmp_path / "var/secret.key").stat().st_mode) == 0o600
    monkeypatch.setenv("MAKUL_SECRET_KEY", "given")
    assert settings.secret_key() == "given"


def test_the_defaults_are_safe(settings: Any) -> None:
    assert settings.SESSION_COOKIE_HTTPONLY and settings.SECURE_CONTENT_TYPE_NOSNIFF
    assert settings.X_FRAME_OPTIONS == "DENY"
    assert [code for code, _name in settings.LANGUAGES] == ["ky", "ru", "en"]
    assert settings.LANGUAGE_CODE == "ky"
