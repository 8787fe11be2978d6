"""What a way of `./makul procedure` gives: JSON on the screen, or a file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from makul.core.errors import BadInput


def print_json(data: object) -> None:
    """Data for another program, in the letters it was written in."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def write_file(path: str, data: bytes) -> None:
    """A file, whole.

    Raises: BadInput("no_write", path).
    """
    try:
        Path(path).write_bytes(data)
    except (OSError, ValueError):
        raise BadInput("no_write", path=path) from None
