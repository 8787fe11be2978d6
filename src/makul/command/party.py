"""`./makul party`: enters bodies and changes them, opens the account of a first signatory, lists bodies."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from makul.command import person
from makul.command.bodies import OPTIONAL, read_bodies
from makul.command.days import day
from makul.command.room import set_up
from makul.core.errors import BadInput

FILE = """\
A file names one body, or a list of them (each begins with a hyphen); a CSV file with the same
names as columns does as well:

  - key: ao-ak-talaa             # letters a-z, digits, hyphens; never changed later
    kind: executive              # ministry association desk committee panel executive kenesh
    body_kind: aiyl_medium       # local bodies: aiyl_small aiyl_medium aiyl_large
                                 #   city_raion city_oblast city_republic
    name_ky: Ак-Талаа айыл өкмөтү
    name_ru: Айыл окмоту Ак-Талаа
    email: ak-talaa@example.kg   # optional, as are name_en, territory and oblast (codes of the
    language: ky                 #   official list), language (ky, ru), valid_from and valid_to

All of them are entered, or none.

Example: ./makul party add bodies.yaml --dry-run"""
CHANGE = "Example: ./makul party change ao-ak-talaa --email new@example.kg"
USER = """\
The password is asked for, or taken from MAKUL_PASSWORD; whoever has an account already keeps it.
Persons are never named in the journal, only the office.

Example: ./makul party user ak-talaa.head --party ao-ak-talaa --signs \\
           --office-ky "айыл өкмөтүнүн башчысы" --office-ru "глава айыл окмоту\""""


def add(subparsers: Any) -> None:
    found = subparsers.add_parser(
        "party",
        help="enter bodies, change their addresses, open accounts",
        epilog="Example: ./makul party list",
    )
    commands = found.add_subparsers(dest="what", metavar="WHAT", required=True)
    new = _parser(
        commands, "add", run_add, text="enter bodies from a YAML or CSV file", epilog=FILE
    )
    new.add_argument("file", type=Path, help="one body or a list of them")
    _add_dry_run(new)
    text = "change what is known of a body"
    other = _parser(commands, "change", run_change, text=text, epilog=CHANGE)
    other.add_argument("key", help="key of the body")
    for name in ("name_ky", "name_ru", *OPTIONAL):
        other.add_argument(f"--{name.replace('_', '-')}", default=None, metavar="VALUE")
    _add_dry_run(other)
    _add_user(commands)
    person.add(commands)
    text = "list the bodies"
    every = _parser(commands, "list", run_list, text=text, epilog="Example: ./makul party list")
    every.add_argument("--kind", default="", help="only this kind, for example executive")


def _add_user(commands: Any) -> None:
    text = "open an account and give it a mandate"
    user = _parser(commands, "user", run_user, text=text, epilog=USER)
    user.add_argument("name", help="name under which the person signs in")
    user.add_argument("--party", required=True, help="key of the body")
    user.add_argument("--office-ky", required=True, help="office in Kyrgyz")
    user.add_argument("--office-ru", required=True, help="office in Russian")
    user.add_argument("--office-en", default="", help="office in English")
    user.add_argument("--from", dest="from_on", metavar="DAY", help="first day (today)")
    user.add_argument("--to", dest="to_on", metavar="DAY", help="last day (none)")
    user.add_argument("--signs", action="store_true", help="may sign for the body")


def _parser(commands: Any, name: str, run: Any, *, text: str, epilog: str) -> Any:
    found = commands.add_parser(
        name, help=text, epilog=epilog, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    found.add_argument("--json", action="store_true", help="print the result as JSON")
    found.set_defaults(run=run)
    return found


def _add_dry_run(parser: Any) -> None:
    parser.add_argument("--dry-run", action="store_true", help="check it all, enter nothing")


def run_add(arguments: argparse.Namespace) -> int:
    """Enter every body of a file, or none of them."""
    rows = read_bodies(arguments.file)
    set_up()
    from django.db import transaction

    from makul.parties.actions import PartyInput, enter_party

    now = datetime.now(UTC)
    with transaction.atomic():
        for row in rows:
            enter_party(content=PartyInput(**row), actor=None, now=now)
        transaction.set_rollback(arguments.dry_run)
    return _print_bodies([row["key"] for row in rows], arguments, done="entered")


def run_change(arguments: argparse.Namespace) -> int:
    """Change what the options say, and nothing else."""
    set_up()
    from dataclasses import replace

    from django.db import transaction

    from makul.parties.actions.bodies import change_party, said_of

    party = _party(arguments.key)
    given = {name: getattr(arguments, name) for name in ("name_ky", "name_ru", *OPTIONAL)}
    said: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    for name in {"valid_from", "valid_to"} & said.keys():
        said[name] = day(said[name]) if said[name] else None
    before = said_of(party)
    with transaction.atomic():
        content = replace(before, **said)
        after = said_of(
            change_party(party=party, content=content, actor=None, now=datetime.now(UTC))
        )
        transaction.set_rollback(arguments.dry_run)
    return _print_bodies([party.key] if after != before else [], arguments, done="changed")


def run_user(arguments: argparse.Namespace) -> int:
    """Give a mandate, to a new account where the name is not known yet."""
    set_up()
    from django.contrib.auth import get_user_model
    from django.utils import timezone

    from makul.parties.actions import MandateInput, give_mandate, open_account

    party, now = _party(arguments.party), datetime.now(UTC)
    content = MandateInput(
        user_name=arguments.name,
        office_ky=arguments.office_ky,
        office_ru=arguments.office_ru,
        office_en=arguments.office_en,
        from_on=day(arguments.from_on) if arguments.from_on else timezone.localdate(now),
        to_on=day(arguments.to_on) if arguments.to_on else None,
        may_sign=arguments.signs,
    )
    is_new = not get_user_model().objects.filter(username=arguments.name.strip()).exists()
    if is_new:
        mandate = open_account(party=party, content=content, password=_password(), now=now)
    else:
        mandate = give_mandate(party=party, content=content, actor=None, now=now)
    if arguments.json:
        said = {"party": party.key, "mandate": mandate.pk, "account_is_new": is_new}
        print(json.dumps(said | {"may_sign": mandate.may_sign}, indent=1))
        return 0
    signs = "may sign" if mandate.may_sign else "may draft"
    print(
        f"{arguments.name} {signs} for {party.key}; the account {'is new' if is_new else 'stays'}."
    )
    return 0


def run_list(arguments: argparse.Namespace) -> int:
    set_up()
    from makul.parties.models import Party

    rows = Party.objects.select_related("territory").order_by("kind", "key")
    if arguments.kind:
        rows = rows.filter(kind=arguments.kind)
    if arguments.json:
        print(json.dumps({"bodies": [_as_data(one) for one in rows]}, ensure_ascii=False, indent=1))
        return 0
    for one in rows:
        print(f"{one.key}  {one.kind}  {one.name_ky}  {one.email or '(no address)'}")
    if not rows:
        print("There is no body yet; ./makul party add --help shows how to enter one.")
    return 0


def _party(key: str) -> Any:
    from makul.parties.models import Party

    if party := Party.objects.filter(key=key).first():
        return party
    raise BadInput("no_party", key=key)


def _password() -> str:
    """The password from MAKUL_PASSWORD, or typed twice. Raises: BadInput `no_password`, `passwords_differ`."""
    if given := os.environ.get("MAKUL_PASSWORD"):
        return given
    if not sys.stdin.isatty():
        raise BadInput("no_password")
    first = getpass.getpass("Password (12 characters or more): ")
    if getpass.getpass("The same again: ") != first:
        raise BadInput("passwords_differ")
    return first


def _print_bodies(keys: list[str], arguments: argparse.Namespace, *, done: str) -> int:
    if arguments.json:
        print(json.dumps({done: keys, "dry_run": arguments.dry_run}, indent=1))
    elif arguments.dry_run:
        print(f"All is well: {len(keys)} would be {done}. Nothing was {done}.")
    else:
        print(f"{len(keys)} {done}: {', '.join(keys)}." if keys else f"Nothing was {done}.")
    return 0


def _as_data(party: Any) -> dict[str, Any]:
    from dataclasses import asdict

    from makul.parties.actions.bodies import said_of

    said = asdict(said_of(party))
    return {name: v.isoformat() if isinstance(v, date) else v for name, v in said.items()}
