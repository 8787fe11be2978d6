"""What a post office answers, in words a person can act on; and how the kinds of letters are called."""

from __future__ import annotations

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: dict[str, Promise] = {
    "notified": _("notice of a draft"),
    "reminded": _("reminder"),
    "invited": _("invitation to a meeting"),
    "answered": _("replies to remarks"),
    "revision_told": _("a new version of the draft"),
    "signature_requested": _("request to sign"),
    "receipt": _("receipt of a position"),
    "protocol_signed": _("signed protocol"),
    "minutes": _("minutes of a meeting"),
}

# The first that fits says it; the codes are those of RFC 5321 and RFC 3463.
ANSWERS: tuple[tuple[str, Promise], ...] = (
    (
        r"no address",
        _(
            "The register has no e-mail address of this body. Have it entered, or tell the body in another way."
        ),
    ),
    (
        r"\b5\.1\.|\b55[013]\b|no such|unknown user|does not exist",
        _("There is no such mailbox. Have the address mended in the register, then send again."),
    ),
    (
        r"\b[45]\.2\.2|\b[45]52\b|full|quota",
        _("The mailbox is full. Call the body, then send again."),
    ),
    (
        r"\b5\.7\.|\b554\b|spam|blocked|policy|denied",
        _(
            "The receiving server refused the letter as unwanted. Ask its operator to admit our address."
        ),
    ),
    (
        r"\b4\d\d\b|\b4\.\d\.\d|busy|try again|greylist",
        _("The receiving server asks to wait. It is tried again by itself."),
    ),
    (
        r"timed? ?out|refused|unreachable|gaierror|OSError|Connection",
        _(
            "Our mail server could not be reached. It is tried again by itself; tell the operator if it lasts."
        ),
    ),
    (r"auth|535", _("Our mail server did not accept our sign-in. Tell the operator.")),
)
OTHER = _("The mail server gave another answer; it stands beside this sentence.")


def said_of(answer: str) -> str:
    """The raw answer of a post office in words; empty where it gave none.

    >>> said_of("")
    ''
    """
    if not answer:
        return ""
    for pattern, words in ANSWERS:
        if re.search(pattern, answer, re.IGNORECASE):
            return str(words)
    return str(OTHER)


def kind_words(kind: str) -> str:
    """How a kind of letter is called; one that is not known keeps its key."""
    return str(KINDS.get(kind, kind))
