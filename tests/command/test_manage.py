"""Words for Django's own commands reach them as they are."""

from __future__ import annotations

import pytest

from makul.command import main


def test_words_are_handed_over(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["manage", "diffsettings", "--output", "hash"]) == 0
    assert "ROOT_URLCONF = 'makul.web.urls'" in capsys.readouterr().out
