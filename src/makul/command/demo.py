"""`./makul demo`: everything on an embedded SQLite file: data, pages, background worker, one address."""

from __future__ import annotations

import argparse
import os
import socket
import sys
import webbrowser
from pathlib import Path
from typing import Any

from makul.command import instance
from makul.command.place import PYTHON, ROOT, step, stop_in_order
from makul.core.errors import BadInput

GUNICORN = (
    *("-m", "gunicorn", "makul.web.wsgi:application"),
    *("--workers", "2", "--threads", "4", "--worker-class", "gthread"),
    *("--graceful-timeout", "5", "--log-level", "warning", "--no-control-socket"),
)


def add(subparsers: Any) -> None:
    found = subparsers.add_parser(
        "demo",
        help="set up and start the demonstration",
        description="Set everything up, load the demonstration and start Makul on this machine. "
        "Run again, it goes on with the same data. Ctrl-C stops it.",
        epilog="Example: ./makul demo --port 8001",
    )
    found.add_argument("--reset", action="store_true", help="forget all data and start afresh")
    found.add_argument("--port", type=int, default=8000, help="the port to answer on (8000)")
    found.add_argument("--no-browser", action="store_true", help="do not open a browser")
    found.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Prepare, start, and stay until stopped. Returns 1 when a part of it ended by itself."""
    stop_in_order()
    address = f"http://127.0.0.1:{arguments.port}/"
    _environment(address)
    folder = Path(os.environ["MAKUL_VAR"])
    with instance.only_one(folder):
        _expect_free(arguments.port)
        if arguments.reset:
            step("Forgetting what was there")
            _forget(folder)
        _prepare()
        step("Starting the pages and the background worker")
        children = {
            "the web server": [*PYTHON, *GUNICORN, "--bind", f"127.0.0.1:{arguments.port}"],
            "the background worker": [*PYTHON, "-m", "makul.command", "worker"],
        }
        return instance.serve(
            children, address=address, answered=lambda: _welcome(arguments, address)
        )


def _environment(address: str) -> None:
    os.environ.setdefault("MAKUL_VAR", str(ROOT / "var"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makul.web.settings")
    os.environ["MAKUL_DEMO"] = "1"
    os.environ["MAKUL_BASE_URL"] = address.rstrip("/")


def _expect_free(port: int) -> None:
    """Raises: BadInput `port_wrong`, `port_in_use`."""
    if not 0 < port < 65536:
        raise BadInput("port_wrong", port=port)
    with socket.socket() as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind(("127.0.0.1", port))
        except OSError as error:
            raise BadInput("port_in_use", port=port) from error


def _forget(folder: Path) -> None:
    """Delete our own database file and letters, and nothing else. Raises: BadInput `not_our_database`."""
    if os.environ.get("MAKUL_DATABASE"):
        raise BadInput("not_our_database")
    for name in ("makul.sqlite3", "makul.sqlite3-wal", "makul.sqlite3-shm"):
        (folder / name).unlink(missing_ok=True)
    for letter in (folder / "mail").glob("*"):
        letter.unlink()


def _prepare() -> None:
    """Tables, registry, demonstration, static files; every connection closed before anything forks."""
    import django
    from django.core.management import call_command
    from django.db import connections

    django.setup()
    from makul.web import demonstration

    step("Making the tables")
    call_command("migrate", verbosity=0, interactive=False)
    demonstration.load(step)
    step("Collecting the style sheets")
    call_command("collectstatic", verbosity=0, interactive=False)
    connections.close_all()


def _welcome(arguments: argparse.Namespace, address: str) -> None:
    sys.stdout.write(f"Makul is running at {address}\n")
    sys.stdout.flush()
    has_screen = sys.platform == "darwin" or os.environ.get("DISPLAY")
    if has_screen and sys.stdout.isatty() and not arguments.no_browser:
        webbrowser.open(address)
