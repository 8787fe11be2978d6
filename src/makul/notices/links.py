"""The one-time address of a letter: whoever holds it is led to the letter's page without a password.

The address stands only in what is sent. What is kept in the outbox, and shown on pages, has the
plain address of the page, so that no page can give a sign-in away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer

from makul.core.errors import BadInput
from makul.notices.models import Notice

ENTRANCE = "in"  # the room `accounts` answers there
LASTS = timedelta(days=30)
SIGNER = Signer(salt="makul.notices.links", sep=".")
SHAPE = re.compile(r"\A(\d{1,18})-(\d{1,12})\Z")


@dataclass(frozen=True, slots=True)
class Opened:
    """What a one-time address says: the letter, and until when the address leads in."""

    notice: Notice
    until: datetime

    def is_over(self, now: datetime) -> bool:
        return now >= self.until

    @property
    def is_used(self) -> bool:
        return self.notice.opened_at is not None


def token_of(notice: Notice) -> str:
    """The letter and the moment of its sending, signed; the same letter sent again gets another."""
    return SIGNER.sign(f"{notice.pk}-{int(notice.next_try_at.timestamp())}")


def address_of(notice: Notice) -> str:
    return f"{settings.BASE_URL}/{ENTRANCE}/{token_of(notice)}/"


def body_sent(notice: Notice) -> str:
    """The words of the letter, the plain address of its page replaced by the one-time one."""
    if not notice.path:
        return notice.body
    plain = re.escape(f"{settings.BASE_URL}{notice.path}")
    # A longer address that only begins alike is another page.
    return re.sub(rf"{plain}(?![\w/?#=&%-])", address_of(notice), notice.body)


def opened(token: str) -> Opened:
    """What the address says. Raises: BadInput `bad_link` where it was cut, changed or never ours."""
    try:
        found = SHAPE.match(SIGNER.unsign(token))
    except BadSignature:
        found = None
    notice = Notice.objects.select_related("party").filter(pk=found[1]).first() if found else None
    if found is None or notice is None:
        raise BadInput("bad_link")
    return Opened(notice, datetime.fromtimestamp(int(found[2]), UTC) + LASTS)
