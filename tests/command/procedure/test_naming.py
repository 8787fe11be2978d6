"""Which procedure is meant: one that nobody knows gets one sentence."""

from __future__ import annotations

import pytest

from makul.command import main


def test_an_unknown_procedure_or_edition(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["procedure", "show", "war"]) == 2
    assert main(["procedure", "show", "npa", "--edition", "1999"]) == 2
    assert capsys.readouterr().err.count("\n") == 2


@pytest.mark.parametrize("option", ["--lang", "--language"])
def test_a_language_may_be_named_short_or_whole(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["procedure", "show", "npa", option, "ky"]) == 0
    assert capsys.readouterr().out.startswith("Долбоорду берүү")
