"""A wrong call gets one clear sentence and the exit code 2, every command an example."""

from __future__ import annotations

import argparse
import subprocess
import sys

import pytest

from makul.command import COMMANDS, main, parser


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["check", "--jsn"], "makul: unrecognized arguments: --jsn. See './makul --help'.\n"),
        (
            ["demo", "--port", "x"],
            "makul: argument --port: invalid int value: 'x'. See './makul demo --help'.\n",
        ),
        (["demo", "--port", "0"], "makul: 0 is not a port: give a number from 1 to 65535.\n"),
    ],
)
def test_a_wrong_call(words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code: object = main(words)
    except SystemExit as ended:
        code = ended.code
    assert (code, capsys.readouterr().err) == (2, sentence)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example(name: str) -> None:
    root = parser(name)
    (actions,) = [action for action in root._actions if getattr(action, "choices", None)]
    assert str(actions.choices[name].format_help()).count(f"./makul {name}") >= 2


@pytest.mark.parametrize("name", COMMANDS)
def test_each_way_of_a_command_shows_an_example_of_it(name: str) -> None:
    root = parser(name)
    for found in ways(ways(root)[name]).values():
        assert f"{found.prog} " in f"{found.epilog} ", found.prog


def ways(of: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parsers below this one, by name."""
    below = [one for one in of._actions if isinstance(one, argparse._SubParsersAction)]
    return dict(below[0].choices) if below else {}


def test_help_names_each_command_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    start = lines.index("  COMMAND") + 1
    listed = lines[start : lines.index("", start)]
    assert [line.split()[0] for line in listed] == [*COMMANDS, "help"]
    assert [line for line in listed if len(line.split()) < 3] == []


def test_a_reader_that_leaves_hears_no_complaint() -> None:
    code = "import sys; from makul.command import main; sys.exit(main(['manage', 'help']))"
    child = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait() == 0
