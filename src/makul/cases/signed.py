"""The letter that says both sides have spoken on the protocol, and what became of each row of a body."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from makul.cases.models import Protocol
from makul.cases.queries.table import TableRow
from makul.core.provisions.labels import label
from makul.law.forms import phrase
from makul.notices.actions import Letter
from makul.parties.models import Party

SIGNED = "protocol_signed"


def signed_letter(protocol: Protocol, party: Party, *, rows: Sequence[TableRow]) -> Letter:
    """What the protocol is, how each row of the party ended, and where to read it whole."""
    case, language = protocol.case, party.language
    path = reverse("protocol_sign", args=[case.number])
    with translation.override(language):
        title = _("The protocol is signed: case %(number)s") % {"number": case.number}
        if protocol.signatures.filter(is_refused=True).exists():
            title = _("A side has refused to sign the protocol: case %(number)s") % {
                "number": case.number
            }
        body = body_of(protocol, party, rows=rows, path=path)
    return Letter(
        kind=SIGNED, subject=case.subject, language=language, title=title, body=body, path=path
    )


def body_of(protocol: Protocol, party: Party, *, rows: Sequence[TableRow], path: str) -> str:
    case, language = protocol.case, party.language
    ended = [
        f"{one.row.number}. {named(one, language)}: {phrase('row.state', one.state, language=language)}"
        for one in rows
        if one.state != "waiting"
    ]
    parts = [
        party.name(language),
        "",
        _("Both sides have spoken on the protocol of the conciliation of a draft act:"),
        case.title(language) or _("The text in this language is not ready yet."),
        "",
        phrase("protocol.kind", protocol.kind, language=language).capitalize(),
        "",
    ]
    if ended:
        parts += [_("What became of your remarks:"), *ended, ""]
    parts += [_("The protocol and the signatures:"), f"{settings.BASE_URL}{path}"]
    if case.is_demonstration:
        parts = [_("DEMONSTRATION: everything in this letter is invented."), "", *parts]
    return "\n".join(parts)


def named(shown: TableRow, language: str) -> str:
    eid = shown.row.eid
    return label(eid, language=language) if eid else _("The whole draft")
