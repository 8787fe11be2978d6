"""Letters about an account go through the same post office as all others, and are kept nowhere."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage
from uuid import uuid4

from makul.notices.post import Answer, Carrier, SmtpPost, post_office, written

log = logging.getLogger("makul.accounts")
TRIES, PAUSE_SECONDS = 3, 5.0
KEY = "account"


def send(*, to: str, title: str, body: str, language: str, at: datetime) -> None:
    """Hand a letter to the post office; a mail server is spoken to aside from the page.

    So the page takes as long for an address nobody has as for one that is known. A letter that does
    not arrive is asked for once more by whoever waits for it; the log says why.
    """
    message = written(to=to, title=title, body=body, language=language, key=KEY, at=at)
    post, name = post_office(), f"{KEY}-{at:%Y%m%d-%H%M%S}-{uuid4().hex[:8]}"
    if isinstance(post, SmtpPost):
        threading.Thread(target=carry, args=(post, message, name), daemon=True).start()
    else:
        carry(post, message, name)


def carry(
    post: Carrier, message: EmailMessage, name: str, *, wait: Callable[[float], None] = time.sleep
) -> Answer:
    """Try until the post office answers for good, at most three times."""
    for left in reversed(range(TRIES)):
        answer = post.carry(message, name=name)
        if answer.is_final or not left:
            break
        wait(PAUSE_SECONDS)
    if not answer.is_delivered:
        log.warning("a letter about an account was not delivered: %s", answer.text)
    return answer
