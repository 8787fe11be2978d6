"""One running demonstration: alone on its data, its children watched, nothing left behind."""

from __future__ import annotations

import fcntl
import http.client
import os
import sys
import time
import urllib.parse
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen

from makul.command.place import end, start
from makul.core.errors import BadInput

PATIENCE_S = 90


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the folder for this process; the lock goes with the process, however it ends.

    Raises: BadInput `demo_runs` with the number of the process that holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "demo.lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.seek(0)
            raise BadInput("demo_runs", pid=file.read().strip() or "unknown") from error
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def serve(
    commands: Mapping[str, Sequence[str]], *, address: str, answered: Callable[[], None]
) -> int:
    """Start each command, call `answered` once the address does, and watch until stopped.

    Returns 0 when stopped by Ctrl-C or SIGTERM, 1 when a child ended by itself or never answered.
    """
    children: dict[str, Popen[bytes]] = {}
    try:
        for name, command in commands.items():
            children[name] = start(command)
        if not _wait(address, children):
            return 1
        answered()
        while not _has_ended(children):
            time.sleep(0.3)
        return 1
    except KeyboardInterrupt:
        sys.stdout.write("\nMakul is stopping.\n")
        return 0
    finally:
        end(list(children.values()))


def _wait(address: str, children: Mapping[str, Popen[bytes]]) -> bool:
    """Until the address answers with a page."""
    status = None
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if _has_ended(children):
            return False
        status = _status(address)
        if status is not None:
            break
        time.sleep(0.1)
    if status is None or status >= 500:
        why = "did not answer" if status is None else f"answered with the error {status}"
        sys.stderr.write(f"makul: {address} {why}; what went wrong stands above.\n")
        return False
    return True


def _status(address: str) -> int | None:
    """The HTTP status the address answers with, or None while nobody answers."""
    parts = urllib.parse.urlsplit(address)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=30)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


def _has_ended(children: Mapping[str, Popen[bytes]]) -> bool:
    for name, child in children.items():
        if child.poll() is not None:
            sys.stderr.write(f"makul: {name} ended by itself ({child.returncode}); stopping.\n")
            return True
    return False
