"""Reads the YAML files that lie in this folder: the law as data a lawyer can review."""

from importlib.resources import files
from typing import Any

import yaml

# The C reader is ten times faster; where a build of PyYAML lacks it the plain one says the same.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(*path: str) -> Any:
    """The content of one file of the folder `law`.

    >>> read_yaml("order_2026", "terms.yaml")["accept"]["ordinary"]
    2
    """
    text = files("makul.law").joinpath(*path).read_text(encoding="utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - both loaders build plain data only


def names_in(*path: str) -> list[str]:
    """The names of the YAML files in a folder of the law, in order.

    >>> names_in("order_2026")[0]
    'basis.yaml'
    """
    folder = files("makul.law").joinpath(*path)
    return sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
