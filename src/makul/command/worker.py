"""`./makul worker`: sends letters, marks what became due, signs checkpoints; the demo starts it itself."""

from __future__ import annotations

import argparse
import json
import os
from datetime import UTC, datetime
from typing import Any


def add(subparsers: Any) -> None:
    found = subparsers.add_parser(
        "worker",
        help="run the background worker",
        epilog="Example: ./makul worker --once      (one round, for a timer)",
    )
    found.add_argument("--once", action="store_true", help="do what is due now, then end")
    found.add_argument(
        "--json", action="store_true", help="with --once: print what was done as JSON"
    )
    found.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Work until stopped, or one round."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makul.web.settings")
    django.setup()
    from makul.web import worker

    if arguments.once:
        done = worker.tick(datetime.now(UTC))
        print(
            json.dumps(done) if arguments.json else ", ".join(f"{k}: {n}" for k, n in done.items())
        )
    else:
        worker.run_forever()
    return 0
