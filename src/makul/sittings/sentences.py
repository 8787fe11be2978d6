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
}
