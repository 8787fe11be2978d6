"""`./makul sittings`: takes in the committees of a convocation."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from makul.command.room import set_up
from makul.command.words import say
from makul.core.errors import BadInput

if TYPE_CHECKING:
    from makul.sittings.actions.committees import Loaded


def add(subparsers: Any) -> None:
    found = subparsers.add_parser(
        "sittings",
        help="take in the committees of Parliament",
        epilog="Example: ./makul sittings committees committees.csv",
    )
    commands = found.add_subparsers(dest="what", metavar="WHAT", required=True)
    load = commands.add_parser(
        "committees",
        help="take in a list of committees by convocation, CSV",
        description="Take in a list of committees. Columns: convocation, as_of, no, name_en, name_ru, "
        "name_ky, completeness, source. A name that is missing stays missing.",
        epilog="Example: ./makul sittings committees committees.csv",
    )
    load.add_argument("file", type=Path, help="the list, CSV in UTF-8")
    load.add_argument("--demonstration", action="store_true", help="the list is invented")
    load.add_argument("--json", action="store_true", help="print the result as JSON")
    load.set_defaults(run=run_committees)


def run_committees(arguments: argparse.Namespace) -> int:
    """Take the list in. Returns 1 where rows were refused; the good ones are kept."""
    set_up()
    from makul.sittings.actions.committees import load_committees

    path: Path = arguments.file
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadInput("no_file", path=path) from error
    loaded = load_committees(
        data=data, now=datetime.now(UTC), is_demonstration=arguments.demonstration
    )
    tell(loaded, as_json=arguments.json)
    return 1 if loaded.refused else 0


def tell(loaded: Loaded, *, as_json: bool) -> None:
    counts = {name: getattr(loaded, name) for name in ("rows", "new", "changed")}
    if as_json:
        refused = [{"line": one.line, "reason": say(one.error)} for one in loaded.refused]
        said = {**counts, "unnamed": dict(loaded.unnamed), "refused": refused}
        print(json.dumps(said, ensure_ascii=False, indent=1))
        return
    print("{rows} committees: {new} new, {changed} changed.".format(**counts))
    for key, codes in loaded.unnamed:
        print(f"  {key}: the list gives no name in {' and '.join(codes)}; it stays missing")
    for one in loaded.refused:
        print(f"  line {one.line}: {say(one.error)}")
