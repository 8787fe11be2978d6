"""`./makul bills`: takes in files of registers of bills, and says which feeds are followed."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from makul.command.room import replacing, set_up
from makul.command.words import say
from makul.core.errors import BadInput

if TYPE_CHECKING:
    from makul.bills.actions.taking_in import Taken
    from makul.bills.intake.row import Refusal

MOST_SHOWN = 20
HEADER = ("line", "code", "reason")


def add(subparsers: Any) -> None:
    found = subparsers.add_parser(
        "bills",
        help="take in registers of bills",
        epilog="Example: ./makul bills import bills.csv --source kenesh",
    )
    commands = found.add_subparsers(dest="what", metavar="WHAT", required=True)
    add_import(commands)
    follow = commands.add_parser(
        "follow",
        help="have the worker read a feed (Atom, RSS or JSON)",
        epilog="Example: ./makul bills follow https://example.org/bills.atom --source portal",
    )
    follow.add_argument("url", help="address of the feed")
    follow.add_argument("--source", required=True, help="name of the register, e.g. koomtalkuu")
    follow.add_argument("--form", choices=("atom", "json"), default="atom", help="atom is RSS too")
    follow.add_argument("--initiator", default="", help="whose bills they are if it does not say")
    follow.set_defaults(run=run_follow)
    listed = commands.add_parser(
        "feeds", help="list the feeds", epilog="Example: ./makul bills feeds"
    )
    listed.set_defaults(run=run_feeds)
    leave = commands.add_parser(
        "unfollow", help="read a feed no more", epilog="Example: ./makul bills unfollow URL"
    )
    leave.add_argument("url", help="address of the feed")
    leave.set_defaults(run=run_unfollow)


def add_import(commands: Any) -> None:
    load = commands.add_parser(
        "import",
        help="take in a file, CSV or JSON",
        description="Take in a file of a register; its form is written down in docs/bills.md.",
        epilog="Example: ./makul bills import bills.csv --source kenesh --refused refused.csv",
    )
    load.add_argument("file", type=Path, help="the file, UTF-8")
    load.add_argument("--source", required=True, help="name of the register, e.g. kenesh")
    load.add_argument("--format", choices=("csv", "json"), help="else by the ending of the name")
    load.add_argument("--refused", type=Path, help="write the refused rows with reasons, CSV")
    load.add_argument("--demonstration", action="store_true", help="the bills are invented")
    load.add_argument("--json", action="store_true", help="print the result as JSON")
    load.set_defaults(run=run_import)


def run_import(arguments: argparse.Namespace) -> int:
    """Take the file in. Returns 1 where rows were refused; the good ones are kept."""
    set_up()
    from makul.bills.actions.taking_in import RegisterFile, take_in

    path: Path = arguments.file
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadInput("no_file", path=path) from error
    form = arguments.format or ("json" if path.suffix.lower() == ".json" else "csv")
    file = RegisterFile(arguments.source, path.name, form, data, arguments.demonstration)
    taken = take_in(
        file=file, actor=None, now=datetime.now(UTC), progress=Line() if is_watched() else silent
    )
    if arguments.refused:
        write_refused(arguments.refused, taken.refusals)
    tell(taken, as_json=arguments.json)
    return 1 if taken.intake.refused else 0


def is_watched() -> bool:
    return sys.stderr.isatty()


def silent(done: int, total: int) -> None:
    """Nobody looks on."""


class Line:
    """One line of a terminal that says how far it is."""

    def __call__(self, done: int, total: int) -> None:
        end = "\n" if done >= total else ""
        sys.stderr.write(f"\r{done} of {total} rows ({100 * done // max(1, total)} %){end}")
        sys.stderr.flush()


def tell(taken: Taken, *, as_json: bool) -> None:
    intake = taken.intake
    counts = {name: getattr(intake, name) for name in ("rows", "new", "changed", "refused")}
    if as_json:
        refused = [one.kept() for one in taken.refusals]
        said = {**counts, "changes": intake.changes, "refusals": refused, "sha256": intake.sha256}
        print(json.dumps(said, ensure_ascii=False, indent=1))
        return
    print("{rows} rows: {new} new, {changed} changed, {refused} refused.".format(**counts))
    for change in intake.changes[:MOST_SHOWN]:
        fields = "; ".join(f"{name}: {a} -> {b}" for name, (a, b) in change["fields"].items())
        print(f"  {change['number']}: {fields}")
    for one in taken.refusals[:MOST_SHOWN]:
        print(f"  line {one.line}: {reason(one)}")
    if len(taken.refusals) > MOST_SHOWN:
        print(f"  and {len(taken.refusals) - MOST_SHOWN} more: --refused FILE writes them all")


def reason(one: Refusal) -> str:
    return say(BadInput(one.code, **one.params))


def write_refused(path: Path, refusals: Sequence[Refusal]) -> None:
    """The refused rows with their reasons. Raises: BadInput `no_write`."""
    with replacing(path) as out:
        lines = [HEADER, *((str(one.line), one.code, reason(one)) for one in refusals)]
        out.write(b"\xef\xbb\xbf")  # so that a spreadsheet takes it for UTF-8
        writer = csv.writer(Encoded(out))
        writer.writerows(lines)


class Encoded:
    """A text file over a binary one, for the writer of CSV."""

    def __init__(self, out: Any) -> None:
        self.out = out

    def write(self, text: str) -> int:
        return int(self.out.write(text.encode()))


def run_follow(arguments: argparse.Namespace) -> int:
    """Keep the address; the worker reads it in its next round."""
    set_up()
    from makul.bills.models import Bill, Feed

    if urlsplit(arguments.url).scheme not in {"http", "https"}:
        raise BadInput("feed_address", value=arguments.url)
    if arguments.initiator and arguments.initiator not in Bill.Initiator.values:
        known = ", ".join(Bill.Initiator.values)
        raise BadInput(
            "row_unknown_word", field="--initiator", value=arguments.initiator, known=known
        )
    kept = {
        "source": arguments.source,
        "form": arguments.form,
        "initiator_kind": arguments.initiator,
        "next_read_at": datetime.now(UTC),
    }
    Feed.objects.update_or_create(url=arguments.url, defaults=kept)
    print(f"Followed: {arguments.url}. The worker reads it every 30 minutes.")
    return 0


def run_feeds(arguments: argparse.Namespace) -> int:
    set_up()
    from makul.bills.models import Feed

    feeds = list(Feed.objects.all())
    for feed in feeds:
        state = feed.failure or (
            f"read {feed.read_at:%Y-%m-%d %H:%M} UTC" if feed.read_at else "not read yet"
        )
        print(f"{feed.source}  {feed.url}  {state}")
    if not feeds:
        print("No feed is followed. ./makul bills follow URL --source NAME adds one.")
    return 0


def run_unfollow(arguments: argparse.Namespace) -> int:
    set_up()
    from makul.bills.models import Feed

    gone, _more = Feed.objects.filter(url=arguments.url).delete()
    if not gone:
        raise BadInput("no_feed", value=arguments.url)
    print(f"Followed no more: {arguments.url}. What it told stays.")
    return 0
