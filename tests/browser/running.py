"""A whole demonstration as it is started by hand: own data, two web processes, a worker, one address."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

LONGEST = 300  # seconds a loaded machine may take to load the demonstration
SAID = "Makul is running at"


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextmanager
def demonstration(folder: Path) -> Iterator[str]:
    """Start it on a free port and give its address; stopped in order at the end."""
    port = free_port()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MAKUL_")}
    environment |= {"MAKUL_VAR": str(folder), "PYTHONPATH": "src", "MAKUL_DEMO": "1"}
    command = [sys.executable, "-m", "makul.command", "demo", "--no-browser", "--port", str(port)]
    log = folder / "demonstration.log"
    with log.open("w") as out:
        running = subprocess.Popen(command, env=environment, stdout=out, stderr=out)
        try:
            _await(running, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()
            running.wait(30)


def _await(running: subprocess.Popen[Any], log: Path) -> None:
    end = time.monotonic() + LONGEST
    while SAID not in log.read_text():
        assert running.poll() is None and time.monotonic() < end, log.read_text()
        time.sleep(0.2)
