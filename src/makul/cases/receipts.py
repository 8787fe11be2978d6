"""The letter that a body gets with the receipt of its answer, however the answer came."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from makul.cases.codes import verify_address
from makul.cases.models import Position
from makul.cases.queries.receipts import code_of
from makul.journal.models import Entry
from makul.law.forms import phrase
from makul.notices.actions import Letter

KIND = "receipt"


def receipt_letter(position: Position, entry: Entry) -> Letter:
    """Number, hour, stance, code, and the page of the receipt."""
    case, language = position.case, position.party.language
    path = reverse("position_receipt", args=[case.number])
    with translation.override(language):
        title = _("Receipt %(receipt)s: your answer is on record") % {"receipt": position.receipt}
        body = body_of(position, entry, address=f"{settings.BASE_URL}{path}")
    return Letter(
        kind=KIND,
        subject=f"receipt:{case.number}",  # of no case: its delivery is no entry of the case
        language=language,
        title=title,
        body=body,
        path=path,
    )


def body_of(position: Position, entry: Entry, *, address: str) -> str:
    case, language = position.case, position.party.language
    at = timezone.localtime(position.filed_at)
    came = _("It came as a letter on paper and was entered with its scan.")
    code = code_of(entry)
    parts = [
        position.party.name(language),
        "",
        _("The answer of your body to a draft act is on record:"),
        case.title(language) or _("The text in this language is not ready yet."),
        *([came] if position.is_paper else []),
        "",
        _("Receipt: %(receipt)s") % {"receipt": position.receipt},
        _("Received (Bishkek): %(at)s") % {"at": f"{date_format(at, 'DATE_FORMAT')}, {at:%H:%M}"},
        _("Stance: %(stance)s. Remarks: %(n)s.")
        % {
            "stance": phrase("stance", position.stance, language=language),
            "n": position.remarks.count(),
        },
        "",
        _("Verification code: %(code)s; anyone may check it here:") % {"code": code},
        verify_address(code),
        "",
        _("The receipt, also as PDF:"),
        address,
    ]
    if case.is_demonstration:
        parts = [_("DEMONSTRATION: everything in this letter is invented."), "", *parts]
    return "\n".join(parts)
