"""`./makul registry`: loads lists of territories, after showing what they change."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

MOST_SHOWN = 12


def add(subparsers: Any) -> None:
    found = subparsers.add_parser(
        "registry",
        help="load official lists of territories",
        epilog="Example: ./makul registry import list-2026.csv --dry-run",
    )
    commands = found.add_subparsers(dest="what", metavar="WHAT", required=True)
    load = commands.add_parser(
        "load",
        help="load the lists that come with Makul",
        epilog="Example: ./makul registry load      (loading again changes nothing)",
    )
    load.add_argument("--json", action="store_true", help="print the result as JSON")
    load.set_defaults(run=run_load)
    other = commands.add_parser(
        "import",
        help="load a newer list from a CSV file",
        description="Show what a list changes and load it; its form is written down in docs/registry.md.",
        epilog="Example: ./makul registry import list-2026.csv --dry-run",
    )
    other.add_argument("file", type=Path, help="the list as CSV UTF-8")
    other.add_argument("--dry-run", action="store_true", help="show the changes, load nothing")
    other.add_argument("--yes", action="store_true", help="do not ask before loading")
    other.add_argument("--json", action="store_true", help="print the changes as JSON, do not ask")
    other.set_defaults(run=run_import)
    add_boundaries(commands)


def add_boundaries(commands: Any) -> None:
    found = commands.add_parser(
        "boundaries",
        help="load boundaries of territories, so that maps can be drawn",
        description="Load boundaries from GeoJSON (WGS 84), simplified; loading again replaces them.",
        epilog='Example: ./makul registry boundaries oblasts.geojson --code soate --source "OCHA COD-AB 2018"',
    )
    found.add_argument("file", type=Path, help="the boundaries as GeoJSON")
    found.add_argument("--source", required=True, help="whose boundaries they are, and of when")
    found.add_argument("--code", default="code", help="the property that holds the code")
    found.add_argument("--json", action="store_true", help="print the result as JSON")
    found.set_defaults(run=run_boundaries)


def run_load(arguments: argparse.Namespace) -> int:
    """Load each list that is shipped and not loaded yet."""
    _set_up()
    from makul.parties.actions import import_registry, is_loaded
    from makul.parties.registry.reading import shipped

    done = []
    for edition in shipped():
        fresh = not is_loaded(edition)
        loaded = import_registry(edition=edition, actor=None, now=datetime.now(UTC))
        day = loaded.edition_on.isoformat()
        done.append(
            {"title": loaded.title, "edition_on": day, "rows": loaded.rows, "is_new": fresh}
        )
    if arguments.json:
        print(json.dumps({"lists": done}, ensure_ascii=False, indent=1))
        return 0
    for one in done:
        state = "loaded" if one["is_new"] else "was loaded before"
        print(f"{one['title']}, {one['edition_on']}: {one['rows']} territories, {state}.")
    return 0


def run_boundaries(arguments: argparse.Namespace) -> int:
    """Load the boundaries whose codes are known and name the others."""
    _set_up()
    from makul.parties.actions import load_boundaries
    from makul.parties.registry.boundaries import read_boundaries

    outlines = read_boundaries(arguments.file, code=arguments.code)
    left = load_boundaries(outlines=outlines, source=arguments.source, now=datetime.now(UTC))
    loaded = len(outlines) - len(left)
    if arguments.json:
        print(json.dumps({"loaded": loaded, "unknown": left}, ensure_ascii=False, indent=1))
        return 0
    points = sum(len(ring) for one in outlines for ring in one.rings)
    print(f"Loaded: boundaries of {loaded} territories, {points} points.")
    if left:
        print(f"Not known by any list, left out: {', '.join(left[:MOST_SHOWN])}.")
    return 0


def run_import(arguments: argparse.Namespace) -> int:
    """Show the changes, then load. Returns 1 when the person does not want it."""
    _set_up()
    from makul.parties.actions import difference_from_known, import_registry, is_loaded
    from makul.parties.registry.reading import read_edition

    edition = read_edition(arguments.file)
    was_loaded = is_loaded(edition)
    changes = asdict(difference_from_known(edition))
    if not arguments.json:
        sys.stdout.write("".join(f"{line}\n" for line in _lines(changes)))
    wanted = not (arguments.dry_run or was_loaded) and (_is_agreed(arguments))
    if wanted:
        import_registry(edition=edition, actor=None, now=datetime.now(UTC))
    if arguments.json:
        state = {"edition_on": edition.edition_on, "rows": len(edition.rows), "loaded": wanted}
        print(json.dumps(state | changes, ensure_ascii=False, indent=1, default=str))
    else:
        loaded = f"Loaded: {len(edition.rows)} territories." if wanted else "Nothing was loaded."
        print("This list was loaded before." if was_loaded else loaded)
    return 0 if wanted or arguments.dry_run or was_loaded else 1


def _is_agreed(arguments: argparse.Namespace) -> bool:
    """A person says yes; a script, which cannot, is taken to have looked with --dry-run."""
    if arguments.yes or arguments.json or not sys.stdin.isatty():
        return True
    return input("Load this list? [y/N] ").strip().lower() in {"y", "yes"}


def _lines(changes: dict[str, Any]) -> Iterator[str]:
    """What changes, kind by kind: the number, then the first of them."""
    for kind, rows in changes.items():
        yield f"{kind}: {len(rows)}"
        for row in rows[:MOST_SHOWN]:
            yield f"  {_line(kind, row)}"
        if len(rows) > MOST_SHOWN:
            yield f"  … and {len(rows) - MOST_SHOWN} more (--json shows all)"


def _line(kind: str, row: dict[str, Any]) -> str:
    if kind == "succeeded":
        return f"{row['old']} passed into {row['new']}"
    if kind in {"added", "removed"}:
        return f"{row['code']} {row['kind']} {row['name_ky'] or row['name_ru']}"
    return f"{row['code']} {row['what']}: {row['old'] or '(none)'} -> {row['new']}"


def _set_up() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makul.web.settings")
    django.setup()
