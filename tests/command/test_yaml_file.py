"""A YAML file with a mistake is refused with the line it stands on."""

from __future__ import annotations

from pathlib import Path

import pytest

from makul.command.words import say
from makul.command.yaml_file import read_yaml
from makul.core.errors import BadInput


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: [1, 2\n", "line 3: expected ',' or ']', but got '<stream end>'"),
        ("a: 1\n\tb: 2\n", "line 2: found character '\\t' that cannot start any token"),
        ("a: 1\nb: c: d\n", "line 2: mapping values are not allowed here"),
        ("a: 2026-13-40\n", "line ?: month must be in 1..12"),
    ],
)
def test_the_line_is_named(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text)
    with pytest.raises(BadInput) as refused:
        read_yaml(file, see="the help")
    assert say(refused.value) == f"{file}, {said}; the help shows a right one."


def test_other_letters_and_no_file(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("а: 1".encode("cp1251"))
    with pytest.raises(BadInput, match="not UTF-8"):
        read_yaml(file, see="the help")
    with pytest.raises(BadInput, match="no_file"):
        read_yaml(tmp_path / "none.yaml", see="the help")
    file.write_text("a: [1]")
    assert read_yaml(file, see="the help") == {"a": [1]}
