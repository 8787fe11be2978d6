"""The letter that says both sides have spoken on the protocol, and what became of each row of a body."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from makul.cases.answers import place
from makul.cases.models import Protocol
from makul.cases.queries.table import TableRow
from makul.law.forms import phrase
from makul.notices.actions import Letter
from makul.notices.writing import Words, letter_to
from makul.parties.models import Party

SIGNED = "protocol_signed"


def signed_letter(protocol: Protocol, party: Party, *, rows: Sequence[TableRow]) -> Letter:
    """What the protocol is, how each row of the party ended, and where to read it whole."""
    case, language = protocol.case, party.language
    is_refused = protocol.signatures.filter(is_refused=True).exists()

    def words() -> Words:
        title = _("The protocol is signed: case %(number)s")
        if is_refused:
            title = _("A side has refused to sign the protocol: case %(number)s")
        return Words(
            title=title % {"number": case.number},
            opening=_("Both sides have spoken on the protocol of the conciliation of a draft act:"),
            lines=[
                "",
                phrase("protocol.kind", protocol.kind, language=language).capitalize(),
                "",
                *ended(rows, language),
            ],
            way=_("The protocol and the signatures:"),
        )

    path = reverse("protocol_sign", args=[case.number])
    return letter_to(party, about=case, kind=SIGNED, path=path, words=words)


def ended(rows: Sequence[TableRow], language: str) -> list[str]:
    """A line for each row that came to an end."""
    lines = [
        f"{one.row.number}. {place(one, language)}: {phrase('row.state', one.state, language=language)}"
        for one in rows
        if one.state != "waiting"
    ]
    return [_("What became of your remarks:"), *lines, ""] if lines else []
