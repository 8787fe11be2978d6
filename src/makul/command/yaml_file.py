"""Reads a YAML file that an operator wrote, and says on which line it goes wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from makul.core.errors import BadInput


def read_yaml(file: Path, *, see: str) -> Any:
    """What the file says; `see` names the help that shows a right one.

    Raises: BadInput `no_file`, `not_yaml` with the line.
    """
    try:
        return yaml.safe_load(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInput("no_file", path=file) from error
    except UnicodeDecodeError as error:
        raise BadInput(
            "not_yaml", path=file, line="?", why="its letters are not UTF-8", see=see
        ) from error
    except (yaml.YAMLError, ValueError) as error:
        raise BadInput("not_yaml", path=file, **_fault(error), see=see) from error


def _fault(error: Exception) -> dict[str, object]:
    """Where and why: lines are counted from 1, as editors show them."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    why = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    return {"line": mark.line + 1 if mark else "?", "why": " ".join(str(why).split()).rstrip(".")}
