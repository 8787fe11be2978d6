"""`./makul manage`: Django's own commands (migrate, createsuperuser, shell), for whoever runs a server."""

from __future__ import annotations

import argparse
import os
from typing import Any


def add(subparsers: Any) -> None:
    found = subparsers.add_parser(
        "manage",
        help="run one of Django's own commands",
        description="Run one of Django's own commands; `./makul manage help` lists them.",
        epilog="Example: ./makul manage migrate --plan",
        allow_abbrev=False,
    )
    found.set_defaults(run=run, passes_on=True)


def run(arguments: argparse.Namespace) -> int:
    """Hand the words over to Django as they are."""
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makul.web.settings")
    execute_from_command_line(["./makul manage", *(arguments.rest or ["help"])])
    return 0
