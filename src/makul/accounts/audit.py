"""What is logged of signing in, for the operator: who came in how, what protects an account, what failed.

Lines of the logger `makul.audit`, never entries of the journal: they speak of persons, and no personal
data enters the chain. An account and a mandate stand there by their number, never by name or address.
"""

from __future__ import annotations

import logging
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest

log = logging.getLogger("makul.audit")


def tell(what: str, **said: object) -> None:
    """One line: what happened, and the numbers that say to whom."""
    log.info(" ".join([what, *(f"{name}={value}" for name, value in said.items())]))


def ways_of(request: HttpRequest, user: Any) -> str:
    """How the person proved to be themselves, in order: `password+mfa`, `code`, `socialaccount`."""
    return "+".join(one["method"] for one in get_authentication_records(request, user))


def signed_in(sender: Any, *, request: HttpRequest, user: Any, **_more: Any) -> None:
    tell("signed_in", account=user.pk, by=ways_of(request, user) or "unknown")


def signed_out(sender: Any, *, request: HttpRequest, user: Any, **_more: Any) -> None:
    if user is not None:
        tell("signed_out", account=user.pk)


def code_refused(sender: Any, *, user: Any, **_more: Any) -> None:
    tell("code_refused", account=user.pk)


def factor_refused(sender: Any, *, user: Any, authenticator: Any, **_more: Any) -> None:
    tell("factor_refused", account=user.pk, kind=authenticator.type)


def factor_added(sender: Any, *, user: Any, authenticator: Any, **_more: Any) -> None:
    tell("factor_added", account=user.pk, kind=authenticator.type)


def factor_removed(sender: Any, *, user: Any, authenticator: Any, **_more: Any) -> None:
    tell("factor_removed", account=user.pk, kind=authenticator.type)


def password_changed(sender: Any, *, user: Any, **_more: Any) -> None:
    tell("password_changed", account=user.pk)


def listen() -> None:
    """Called once when Django is ready."""
    from allauth.account import signals as account
    from allauth.mfa import signals as factor
    from django.contrib.auth.signals import user_logged_out

    for signal, receiver in (
        (account.user_logged_in, signed_in),
        (user_logged_out, signed_out),
        (account.login_code_rejected, code_refused),
        (account.password_changed, password_changed),
        (account.password_set, password_changed),
        (factor.authentication_failed, factor_refused),
        (factor.authenticator_added, factor_added),
        (factor.authenticator_reset, factor_added),
        (factor.authenticator_removed, factor_removed),
    ):
        signal.connect(receiver, dispatch_uid=f"makul.{receiver.__name__}.{id(signal)}")
