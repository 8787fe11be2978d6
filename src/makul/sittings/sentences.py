"""What each refusal of this room says to a person: what happened, why, and what to do next."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "no_files": _("No text was handed in. Choose a file in Kyrgyz, in Russian, or both."),
    "unknown_reading": _("Choose which reading it was: the first, the second, the third."),
    "item_of_another_bill": _("This item of the agenda is about another bill. Choose another one."),
    "no_conciliation": _(
        "The bill {number} has no conciliation, so there is no row to trace. The text and the vote are on record."
    ),
    "reopened_by_what": _(
        "Row {row} is marked as reopened. Write by which amendment, or how the text reads now."
    ),
    "sitting_held": _(
        "This sitting is on record as held: it can no longer be moved or invited to."
    ),
    "sitting_not_held": _("The sitting is not on record as held yet. Record it first."),
    "no_convocation": _(
        "No convocation is known for that day. Ask the operator to enter the list of committees."
    ),
    "no_title": _("Choose a bill or write what the item is about."),
    "give_a_reason": _("Say why: the reason goes on record."),
    "item_of_another_sitting": _("This item stands on another agenda. Load the page again."),
    "notice_of_another_case": _("This letter belongs to another sitting. Load the page again."),
    "nobody_named": _("Say who it was: choose a body or write the office."),
    "named_twice": _("The same body and office stand twice in the list. Leave one."),
    "unknown_presence": _("Choose in what quality one was present."),
    "no_text_given": _("Write the words: they go into the minutes as they stand here."),
    "ended_before_it_began": _("The sitting ends before it begins. Check the hours."),
    "opinion_released": _("This opinion is handed in, and not a letter of it can change any more."),
    "minutes_approved": _("The minutes of sitting {number} are approved and stand as they are."),
    "correction_term_over": _(
        "The term for corrections of the minutes of sitting {number} is over, or has not begun."
    ),
    "corrections_waiting": _("Corrections without an answer: {n}. Answer each, then approve."),
}
