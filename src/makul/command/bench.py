"""`./makul bench`: measures what Makul promises to reach, on data of its own that is removed after."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from contextlib import nullcontext
from types import ModuleType
from typing import Any

from makul.command.place import ROOT, stop_in_order
from makul.core.errors import BadInput


def add(subparsers: Any) -> None:
    found = subparsers.add_parser(
        "bench",
        help="measure what Makul promises to reach",
        description="Measure, in a temporary folder that is removed after. Takes about two minutes.",
        epilog="Example: ./makul bench --only judge,read",
    )
    found.add_argument("--json", action="store_true", help="print the figures as JSON")
    found.add_argument("--only", metavar="PARTS", help="only these, with commas: judge,read")
    found.add_argument("--small", action="store_true", help="a small run, to try that it works")
    found.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Measure each part on an empty database, print figures on stdout and progress on stderr."""
    stop_in_order()
    bench = load("bench")
    parts = chosen(arguments.only, known=bench.PARTS)
    sizes, instance = load("bench.size"), load("bench.instance")
    size = sizes.SMALL if arguments.small else sizes.WHOLE
    figures: dict[str, Any] = {}
    with nullcontext() if bench.PURE.issuperset(parts) else instance.own_instance() as folder:
        for name in parts:
            tell(f"{name} ...")
            if folder:
                instance.begin_anew(folder)
            figures[name] = load(f"bench.{name}").measure(size, say=lambda text: tell(f"  {text}"))
    if "assets" in figures:
        figures["assets_gzip_kb"] = figures.pop("assets")
    print(json.dumps(figures) if arguments.json else load("bench.table").table(figures))
    return 0


def load(name: str) -> ModuleType:
    """A module of the folder `bench/`, which stands beside the sources and is not installed.

    Raises: BadInput `no_bench`.
    """
    if not (ROOT / "bench" / "__init__.py").is_file():
        raise BadInput("no_bench", path=ROOT / "bench")
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    return importlib.import_module(name)


def chosen(only: str | None, *, known: tuple[str, ...]) -> list[str]:
    """The parts asked for, in the order they are measured in. Raises: BadInput `no_such_part`."""
    if only is None:
        return list(known)
    wanted = [name.strip() for name in only.split(",")]
    for name in wanted:
        if name not in known:
            raise BadInput("no_such_part", name=name, known=", ".join(known))
    return [name for name in known if name in wanted]


def tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
