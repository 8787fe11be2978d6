"""The letter that a body gets with the receipt of its answer, however the answer came."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from makul.cases.codes import verify_address
from makul.cases.models import Position
from makul.cases.queries.receipts import code_of
from makul.journal.models import Entry
from makul.law.forms import phrase
from makul.notices.actions import Letter
from makul.notices.writing import Words, letter_to, moment_said

KIND = "receipt"


def receipt_letter(position: Position, entry: Entry) -> Letter:
    """Number, hour, stance, code, and the page of the receipt."""
    case = position.case
    return letter_to(
        position.party,
        about=case,
        kind=KIND,
        subject=f"receipt:{case.number}",  # of no case: its delivery is no entry of the case
        path=reverse("position_receipt", args=[case.number]),
        words=lambda: words_of(position, entry),
    )


def words_of(position: Position, entry: Entry) -> Words:
    came = _("It came as a letter on paper and was entered with its scan.")
    stance = phrase("stance", position.stance, language=position.party.language)
    code = code_of(entry)
    return Words(
        title=_("Receipt %(receipt)s: your answer is on record") % {"receipt": position.receipt},
        opening=_("The answer of your body to a draft act is on record:"),
        lines=[
            *([came] if position.is_paper else []),
            "",
            _("Receipt: %(receipt)s") % {"receipt": position.receipt},
            _("Received (Bishkek): %(at)s") % {"at": moment_said(position.filed_at or entry.at)},
            _("Stance: %(stance)s. Remarks: %(n)s.")
            % {"stance": stance, "n": position.remarks.count()},
            "",
            _("Verification code: %(code)s; anyone may check it here:") % {"code": code},
            verify_address(code),
            "",
        ],
        way=_("The receipt, also as PDF:"),
    )
