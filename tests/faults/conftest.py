"""Faults leave their key and their letters in a folder of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> Path:
    settings.MAKUL_VAR = tmp_path
    settings.MAKUL_MAIL_FOLDER = tmp_path / "mail"
    return tmp_path
