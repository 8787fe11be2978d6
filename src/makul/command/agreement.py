"""`./makul agreement`: enters the agreements by which the Order applies (art. 41), ends and lists them."""

from __future__ import annotations

import argparse
import json
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from makul.command.days import day
from makul.command.yaml_file import read_yaml
from makul.core.errors import BadInput

PARTIES = ("initiator", "association", "facilitator", "appeal_body")
NEEDED = (*PARTIES, "document", "signed_on")
DEFAULTS: dict[str, Any] = {
    "procedure": "npa",
    "edition": "2026-proposed",
    "terms": {},
    "left_on": None,
}
SEE = "./makul agreement add --help"
EXAMPLE = """\
A file names the four parties by their keys, the document, the day of its signing, and the terms that
differ from the Order (its other terms stay):

  initiator: demo-ministry
  association: demo-union
  facilitator: demo-desk
  appeal_body: demo-panel
  document: Agreement No 1 of 3 August 2026
  signed_on: 2026-08-03
  terms:
    position: {ordinary: 20}

Example: ./makul agreement add agreement.yaml"""


def add(subparsers: Any) -> None:
    found = subparsers.add_parser(
        "agreement",
        help="enter, leave or list agreements that apply the Order",
        epilog="Example: ./makul agreement list",
    )
    commands = found.add_subparsers(dest="what", metavar="WHAT", required=True)
    new = commands.add_parser(
        "add",
        help="enter an agreement from a YAML file",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    new.add_argument("file", type=Path, help="the agreement as YAML")
    new.add_argument("--json", action="store_true", help="print it as JSON")
    new.set_defaults(run=run_add)
    _add_leave(commands)
    every = commands.add_parser(
        "list", help="list the agreements", epilog="Example: ./makul agreement list --json"
    )
    every.add_argument("--json", action="store_true", help="print them as JSON")
    every.set_defaults(run=run_list)


def _add_leave(commands: Any) -> None:
    leaving = commands.add_parser(
        "leave",
        help="record that a side leaves: no new case runs under it",
        epilog="Example: ./makul agreement leave 1 --on 2027-12-31      (numbers: agreement list)",
    )
    leaving.add_argument("number", type=int, help="number of the agreement in the list")
    leaving.add_argument("--on", required=True, metavar="DAY", help="from this day, 2027-12-31")
    leaving.add_argument("--json", action="store_true", help="print it as JSON")
    leaving.set_defaults(run=run_leave)


def run_leave(arguments: argparse.Namespace) -> int:
    """Record from which day the agreement binds no new case."""
    on = day(arguments.on)
    _set_up()
    from makul.cases.actions.opening import leave_agreement
    from makul.cases.models import Agreement

    agreement = Agreement.objects.filter(pk=arguments.number).first()
    if agreement is None:
        raise BadInput("no_agreement", number=arguments.number)
    left = leave_agreement(agreement=agreement, on=on, actor=None, now=datetime.now(UTC))
    _print([left], as_json=arguments.json)
    return 0


def run_add(arguments: argparse.Namespace) -> int:
    """Enter the agreement; its terms are proved before it can be used."""
    said = read_agreement(arguments.file)
    _set_up()
    from makul.cases.actions.opening import make_agreement
    from makul.cases.models import Agreement
    from makul.parties.models import Party

    found = {party.key: party for party in Party.objects.filter(key__in=map(said.get, PARTIES))}
    for role in PARTIES:
        if said[role] not in found:
            raise BadInput("agreement_unknown_party", role=role, key=said[role])
    sides = {role: found[said[role]] for role in PARTIES}
    same = {"document": said["document"], "signed_on": said["signed_on"]}
    if Agreement.objects.filter(initiator=sides["initiator"], **same).exists():
        raise BadInput("agreement_twice", document=said["document"])
    rest = {name: said[name] for name in DEFAULTS}
    agreement = make_agreement(agreement=Agreement(**sides, **same, **rest), now=datetime.now(UTC))
    _print([agreement], as_json=arguments.json)
    return 0


def run_list(arguments: argparse.Namespace) -> int:
    _set_up()
    from makul.cases.models import Agreement

    rows = Agreement.objects.select_related(*PARTIES).order_by("-signed_on", "pk")
    _print(list(rows), as_json=arguments.json)
    return 0


def read_agreement(file: Path) -> dict[str, Any]:
    """What a file says, checked for form.

    Raises: BadInput `no_file`, `not_yaml`, `agreement_lacks`, `agreement_unknown`, `agreement_same_party`.
    """
    said = read_yaml(file, see=SEE)
    if not isinstance(said, dict):
        why = "this is not a table of names and values"
        raise BadInput("not_yaml", path=file, line=1, why=why, see=SEE)
    if lacking := [name for name in NEEDED if not said.get(name)]:
        raise BadInput("agreement_lacks", names=", ".join(lacking))
    if unknown := [str(name) for name in said if name not in {*NEEDED, *DEFAULTS}]:
        raise BadInput("agreement_unknown", names=", ".join(unknown))
    keys = [said[role] for role in PARTIES]
    if len(set(map(str, keys))) < len(keys):
        raise BadInput("agreement_same_party")
    said = DEFAULTS | said
    for name in ("signed_on", "left_on"):
        if said[name] is not None and not isinstance(said[name], date):
            raise BadInput("agreement_bad_day", name=name, value=said[name])
    if not isinstance(said["terms"], dict):
        raise BadInput("agreement_bad_terms")
    return said


def _print(rows: list[Any], *, as_json: bool) -> None:
    shown = [_as_data(one) for one in rows]
    if as_json:
        print(json.dumps({"agreements": shown}, ensure_ascii=False, indent=1))
        return
    for one in shown:
        terms = f"; own terms: {json.dumps(one['terms'])}" if one["terms"] else ""
        left = f"; left from {one['left_on']}" if one["left_on"] else ""
        print(
            f"{one['number']}  {one['signed_on']} {one['document']}: {one['initiator']} with {one['association']}, "
            f"conducted by {one['facilitator']}, appeals to {one['appeal_body']}{terms}{left}"
        )
    if not shown:
        print("There is no agreement yet; ./makul agreement add --help shows how to enter one.")


def _as_data(one: Any) -> dict[str, Any]:
    return {
        "number": one.pk,
        **{role: getattr(one, role).key for role in PARTIES},
        "document": one.document,
        "signed_on": one.signed_on.isoformat(),
        "left_on": one.left_on.isoformat() if one.left_on else None,
        "procedure": one.procedure,
        "edition": one.edition,
        "terms": one.terms,
    }


def _set_up() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makul.web.settings")
    django.setup()
