"""Reads of accounts: who answers for a body today, what protects an account, where it is signed in."""

from __future__ import annotations

from datetime import date, datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.contrib.sessions.models import Session

from makul.parties.models import Mandate, Party

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def offices_of(party: Party, *, on: date) -> list[Mandate]:
    """The valid offices of a body whose accounts are open, those who may sign first (one query)."""
    mandates = party.mandates.filter(person__user__is_active=True, from_on__lte=on)
    mandates = mandates.exclude(to_on__lt=on).select_related("person__user", "party")
    return list(mandates.order_by("-may_sign", "pk"))


def address_of(mandate: Mandate) -> str:
    """Where a code for this office goes: the person's own address, else the body's."""
    user = mandate.person.user
    return (user.email if user else "") or mandate.party.email


def masked(address: str) -> str:
    """An address that its owner knows again and nobody else learns.

    >>> masked("aigul@example.kg"), masked("a@example.kg"), masked("")
    ('a***l@example.kg', 'a***@example.kg', '')
    """
    name, at, host = address.rpartition("@")
    if not at:
        return ""
    return f"{name[:1]}***{name[-1] if len(name) > 2 else ''}@{host}"


def account_with_email(email: str) -> AbstractBaseUser | None:
    """The one open account that has this address; nobody where it is shared."""
    found = list(get_user_model().objects.filter(email__iexact=email, is_active=True)[:2])
    return found[0] if len(found) == 1 else None


def has_second_factor(user: AbstractBaseUser | AnonymousUser) -> bool:
    return bool(with_second_factor([int(user.pk or 0)]))


def with_second_factor(users: list[int]) -> set[int]:
    """Which of these accounts have a second factor (one query)."""
    found = Authenticator.objects.filter(user_id__in=users, type__in=FACTORS)
    return set(found.values_list("user_id", flat=True))


def is_signatory(user: AbstractBaseUser | AnonymousUser, *, on: date) -> bool:
    """Whether the person may sign for any body today."""
    held = Mandate.objects.filter(person__user_id=int(user.pk or 0), may_sign=True, from_on__lte=on)
    return held.exclude(to_on__lt=on).exists()


def sessions_of(user: AbstractBaseUser | AnonymousUser, *, now: datetime) -> list[UserSession]:
    """Where the account is signed in, last seen first (two queries)."""
    known = list(UserSession.objects.filter(user_id=user.pk).order_by("-last_seen_at", "-pk"))
    keys = [one.session_key for one in known]
    alive = Session.objects.filter(session_key__in=keys, expire_date__gt=now)
    open_keys = set(alive.values_list("session_key", flat=True))
    return [one for one in known if one.session_key in open_keys]
