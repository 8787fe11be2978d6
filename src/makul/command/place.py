"""Where the project stands, how a process of our own is started, and how far along it is."""

from __future__ import annotations

import ctypes
import pwd
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[3]
PYTHON = [sys.executable, "-P"]
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
_PR_SET_PDEATHSIG = 1


def step(text: str) -> None:
    """Say what is being done now, at once, so that no one waits before a silent screen."""
    sys.stdout.write(f"  {text}\n")
    sys.stdout.flush()


def free_port() -> int:
    """A port of this machine that nobody listens on at this moment."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _end_with_parent() -> None:
    """Linux: a child is asked to end when its parent dies, however it dies."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def as_user(user: str | None) -> dict[str, Any]:
    """What `subprocess` needs to run a program as `user` and with nothing of our own rights."""
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}


def start(
    command: Sequence[str], *, user: str | None = None, output: IO[bytes] | None = None
) -> subprocess.Popen[bytes]:
    """A child in a session of its own: Ctrl-C reaches it through us alone, and it never outlives us.

    It runs as `user`, and says what it says into `output`, where these are given.
    """
    return subprocess.Popen(  # noqa: S603 - only programs named by our own code
        list(command),
        cwd=ROOT if user is None else "/",
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        start_new_session=True,
        preexec_fn=_end_with_parent,
        **as_user(user),
    )


def end(children: Sequence[subprocess.Popen[bytes]], *, asked_with: int = signal.SIGTERM) -> None:
    """Ask each child to end, wait ten seconds together, then end it."""
    for child in children:
        if child.poll() is None:
            child.send_signal(asked_with)
    for child in children:
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def stop_in_order() -> None:
    """Let SIGTERM and a closed terminal unwind like Ctrl-C does, so that what was started is ended."""

    def stop(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    if (
        signal.getsignal(signal.SIGHUP) == signal.SIG_DFL
    ):  # `nohup` asks to go on without a terminal
        signal.signal(signal.SIGHUP, stop)
