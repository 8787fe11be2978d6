"""Makes a form count once: whoever sends it first does the work, a second sending changes nothing."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import IntegrityError, connection, transaction

from makul.core.errors import BadInput, MakulError
from makul.journal.models import SentForm

LENGTH = 40
KEPT = timedelta(days=30)


def new_token() -> str:
    """A token for the hidden field `once` of a form about to be shown."""
    return secrets.token_urlsafe(LENGTH)[:LENGTH]


def claim(token: str, *, now: datetime) -> bool:
    """True for the first who brings this token, False for everyone after.

    Inside the transaction of the work itself: if the work fails, the token is free again.
    Raises: MakulError `no_transaction`; BadInput `no_token`.
    """
    if not connection.in_atomic_block:
        raise MakulError("no_transaction")
    if not token or len(token) > LENGTH:
        raise BadInput("no_token")
    try:
        with transaction.atomic():
            SentForm.objects.create(token=token, at=now)
    except IntegrityError:
        return False
    return True


def forget_old(*, now: datetime) -> int:
    """Forget tokens nobody can still be sending. Returns how many."""
    return SentForm.objects.filter(at__lt=now - KEPT).delete()[0]
