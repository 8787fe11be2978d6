"""What all tests share: the folder of real texts and data, where it is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.conf import settings

from makul.command.catalogue import compile_all

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

# A bare `pytest` works too: the catalogues are made ready, the static files need no collecting.
compile_all()
settings.STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real laws and real data beside the project; their tests are skipped where it is not there."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of real texts and data is not beside the project")
    return folder
