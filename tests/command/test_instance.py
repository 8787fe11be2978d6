"""One demonstration at a time; its children are watched and none is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from makul.command.instance import only_one, serve
from makul.command.place import free_port
from makul.core.errors import BadInput

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


def pages(port: int, folder: Path) -> list[str]:
    where = ["--bind", "127.0.0.1", "--directory", str(folder)]
    return [sys.executable, "-m", "http.server", str(port), *where]


def test_a_second_one_is_refused_by_the_number_of_the_first(tmp_path: Path) -> None:
    with only_one(tmp_path):
        with pytest.raises(BadInput) as refused, only_one(tmp_path):
            pass
        assert refused.value.params == {"pid": str(os.getpid())}
    with only_one(tmp_path):
        assert (tmp_path / "demo.lock").read_text() == str(os.getpid())


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """Ctrl-C stops again: a shell that starts the tests in the background has it ignored."""
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, former)


@pytest.mark.usefixtures("ctrl_c")
def test_answered_then_stopped(tmp_path: Path) -> None:
    port, said = free_port(), []

    def answered() -> None:
        said.append("answered")
        threading.Timer(0.2, os.kill, [os.getpid(), signal.SIGINT]).start()

    commands = {"pages": pages(port, tmp_path), "worker": SLEEP}
    assert serve(commands, address=f"http://127.0.0.1:{port}/", answered=answered) == 0
    assert said == ["answered"]


def test_a_child_that_ends_ends_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    port = free_port()
    commands = {"the worker": [sys.executable, "-c", "raise SystemExit(3)"], "pages": SLEEP}
    assert serve(commands, address=f"http://127.0.0.1:{port}/", answered=lambda: None) == 1
    assert capsys.readouterr().err == "makul: the worker ended by itself (3); stopping.\n"


def test_a_port_in_use_is_one_sentence(tmp_path: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        found = subprocess.run(
            [sys.executable, "-m", "makul.command", "demo", "--port", port],
            capture_output=True,
            text=True,
            env={**os.environ, "MAKUL_VAR": str(tmp_path), "PYTHONPATH": "src"},
        )
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr == (
        f"makul: port {port} is in use by another program: stop it, or choose one with --port.\n"
    )
