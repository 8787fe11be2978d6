"""`./makul party person`: what an operator sets for someone's account: address, identity, lost second factor."""

from __future__ import annotations

import argparse
import json
from typing import Any

PERSON = """\
Without an option it says what the account has. An address belongs to one account: whoever reads its
mail may come in by a code. Nothing of this enters the journal; it is logged by number.

Example: ./makul party person ak-talaa.head --email head@ak-talaa.example.kg"""


def add(commands: Any) -> None:
    """Adds itself to the parser of `./makul party`."""
    found = commands.add_parser(
        "person",
        help="address, identity and second factor of an account",
        epilog=PERSON,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    found.add_argument("name", help="name under which the person signs in")
    found.add_argument("--email", help="where codes go; '' for the address of the body")
    found.add_argument("--identity", metavar="SUBJECT", help="subject of the identity provider")
    found.add_argument(
        "--forget-factors", action="store_true", help="remove all second factors (a lost phone)"
    )
    state = found.add_mutually_exclusive_group()
    state.add_argument("--close", action="store_true", help="close the account")
    state.add_argument("--open", action="store_true", help="open it again")
    found.add_argument("--json", action="store_true", help="print the result as JSON")
    found.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do what the options say, all or nothing, then say what the account has."""
    from makul.command.room import set_up

    set_up()
    from django.db import transaction

    from makul.accounts.actions import account_named

    user = account_named(arguments.name)
    with transaction.atomic():
        change(user, arguments)
    said = state_of(user)
    if arguments.json:
        print(json.dumps(said, ensure_ascii=False, indent=1))
        return 0
    factor = "has a second factor" if said["second_factor"] else "has no second factor"
    print(
        f"{said['name']} {'is open' if said['is_open'] else 'is closed'}, "
        f"{said['email'] or 'has no address'}, {factor}, {said['identities']} linked identities."
    )
    return 0


def change(user: Any, arguments: argparse.Namespace) -> None:
    from makul.accounts.actions import link_identity, remove_factors, set_email, set_open

    if arguments.email is not None:
        set_email(user=user, email=arguments.email)
    if arguments.identity:
        link_identity(user=user, subject=arguments.identity)
    if arguments.forget_factors:
        remove_factors(user=user)
    if arguments.close or arguments.open:
        set_open(user=user, is_open=arguments.open)


def state_of(user: Any) -> dict[str, Any]:
    from allauth.socialaccount.models import SocialAccount

    from makul.accounts.queries import has_second_factor

    return {
        "name": user.get_username(),
        "email": user.email,
        "is_open": user.is_active,
        "second_factor": has_second_factor(user),
        "identities": SocialAccount.objects.filter(user=user).count(),
    }
