"""Codes that no page of ours can cause: a form that was tampered with, or a fault of the program."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TAMPERED = _(
    "The form came with a value that it does not offer. Load the page again and choose from what is there."
)
FAULT = _(
    "This is a fault of the program, not yours, and nothing was recorded. Tell the facilitator what you did and the code below."
)

FAULTS: dict[str, Promise] = {
    **dict.fromkeys(
        (
            "no_token",
            "unknown_act_kind",
            "unknown_body_kind",
            "unknown_decision",
            "unknown_heading",
            "unknown_kind_of_remark",
            "unknown_paper",
            "unknown_reply",
            "unknown_result",
            "unknown_screening",
            "unknown_stance",
            "unknown_track",
            "unknown_language",
        ),
        TAMPERED,
    ),
    **dict.fromkeys(
        (
            "bad_case",
            "bad_document_name",
            "bad_journal_key",
            "bad_term",
            "bad_weights",
            "broken_chain",
            "journal_key_lost",
            "no_form",
            "no_form_field",
            "no_form_line",
            "no_form_list",
            "no_form_value",
            "no_procedure",
            "no_such_entry",
            "no_such_size",
            "no_time_zone",
            "no_transaction",
            "not_canonical",
            "table_row",
            "unknown_item",
            "unknown_parameter",
            "unknown_post",
            "unknown_source",
            "unknown_term",
            "unknown_word",
        ),
        FAULT,
    ),
}
