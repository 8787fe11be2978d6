"""A PostgreSQL server of our own for as long as the tests run, and nothing of it afterwards."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from makul.command.place import as_user, end, free_port, start
from makul.core.errors import MakulError

FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200")


def programs() -> Path | None:
    """The folder with `initdb` and `postgres`: on PATH, or where Debian and others keep them."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    for pattern in FOLDERS:
        folders += sorted(Path("/").glob(pattern[1:]), reverse=True)
    complete = [f for f in folders if (f / "initdb").exists() and (f / "postgres").exists()]
    return complete[0] if complete else None


def unprivileged() -> str | None:
    """The account to run the server as: PostgreSQL refuses root. None when we are not root anyway."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in names), None)


@contextmanager
def server() -> Iterator[str]:
    """The address of a running, empty server, as MAKUL_DATABASE wants it. Raises: MakulError."""
    folder = programs()
    if folder is None:
        raise MakulError("no_postgres")
    user = unprivileged()
    home = Path(tempfile.mkdtemp(prefix="makul-postgres-"))
    try:
        password = _initialise(folder, home, user)
        port = free_port()
        options = [word for setting in FAST for word in ("-c", setting)]
        where = ["-D", str(home / "data"), "-h", "127.0.0.1", "-p", str(port), "-k", ""]
        with (home / "log").open("wb") as log:
            process = start([str(folder / "postgres"), *where, *options], user=user, output=log)
        try:
            _wait(process, home)
            yield f"postgres://makul:{password}@127.0.0.1:{port}/makul"
        finally:
            end([process], asked_with=signal.SIGINT)  # SIGINT is PostgreSQL's fast shutdown
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _initialise(folder: Path, home: Path, user: str | None) -> str:
    password = secrets.token_urlsafe(16)
    (home / "password").write_text(password)
    if user:
        for path in (home, home / "password"):
            shutil.chown(path, user)
    made = subprocess.run(  # noqa: S603 - PostgreSQL's own program, found by us
        [
            *(str(folder / "initdb"), "-D", str(home / "data"), "-U", "makul", "-E", "UTF8"),
            *("--locale=C", "--auth=scram-sha-256", "--no-sync"),
            f"--pwfile={home / 'password'}",
        ],
        capture_output=True,
        text=True,
        cwd="/",
        check=False,
        **as_user(user),
    )
    if made.returncode:
        raise MakulError("postgres_failed", why=made.stderr.strip()[-300:])
    return password


def _wait(process: subprocess.Popen[bytes], home: Path) -> None:
    """Until the server writes `ready` into its lock file."""
    pid_file = home / "data" / "postmaster.pid"
    for _ in range(300):
        if process.poll() is not None:
            break
        if pid_file.exists() and pid_file.read_text().rstrip().endswith("ready"):
            return
        time.sleep(0.1)
    raise MakulError("postgres_failed", why=(home / "log").read_text()[-300:].strip())
