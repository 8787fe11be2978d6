"""What the operator does to an account: its address, a linked identity, a lost second factor, its end.

None of it is a fact of a case, and all of it is about a person: it is logged by number (`audit`) and
makes no entry of the journal.
"""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser, User
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from makul.accounts.audit import tell
from makul.core.errors import BadInput

PROVIDER = "identity"  # the one of MAKUL_OIDC_URL


def account_named(name: str) -> User:
    """Raises: BadInput `no_such_user`."""
    found = get_user_model().objects.filter(username=name.strip()).first()
    if not isinstance(found, User):
        raise BadInput("no_such_user", name=name[:150])
    return found


def set_email(*, user: User, email: str) -> User:
    """Where the codes of this account go; empty: to the address of the body it acts for.

    Raises: BadInput `bad_email`, `email_twice`: who holds an address comes in by it, so it is one account's.
    """
    email = email.strip().lower()
    try:
        validate_email(email or "none@example.org")
    except ValidationError as error:
        raise BadInput("bad_email", email=email[:254]) from error
    others = get_user_model().objects.exclude(pk=user.pk)
    if email and others.filter(email__iexact=email).exists():
        raise BadInput("email_twice", email=email)
    user.email = email
    user.save(update_fields=["email"])
    tell("email_set", account=user.pk)
    return user


def link_identity(*, user: User, subject: str) -> None:
    """Let an identity of the provider lead to this account. Raises: BadInput `identity_twice`."""
    found, is_new = SocialAccount.objects.get_or_create(
        provider=PROVIDER, uid=subject.strip(), defaults={"user": user, "extra_data": {}}
    )
    if not is_new and found.user_id != user.pk:
        raise BadInput("identity_twice")
    tell("identity_linked", account=user.pk)


@transaction.atomic
def remove_factors(*, user: User) -> int:
    """For one who lost them all: the password alone opens the account again. Returns how many went."""
    removed, _kinds = Authenticator.objects.filter(user=user).delete()
    end_all_sessions(user)
    tell("factors_removed", account=user.pk, by="operator")
    return int(removed)


@transaction.atomic
def set_open(*, user: User, is_open: bool) -> User:
    """Close an account, or open it again. What its person did under a mandate stays valid."""
    user.is_active = is_open
    user.save(update_fields=["is_active"])
    if not is_open:
        end_all_sessions(user)
    tell("account_opened" if is_open else "account_closed", account=user.pk)
    return user


def end_all_sessions(user: AbstractBaseUser) -> None:
    for session in UserSession.objects.filter(user_id=user.pk):
        session.end()
