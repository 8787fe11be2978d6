"""What each refusal of this room says to a person: what happened, why, and what to do next."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "not_your_body": _(
        "This is another body's. Change to your mandate there at the top of the page, if you hold one."
    ),
    "no_such_user": _(
        "Nobody signs in under the name {name}. Check the letters, or ask the one who keeps accounts to make it first."
    ),
    "no_office": _("Write the office in Kyrgyz and in Russian: persons are named by office only."),
    "days_reversed": _("The last day is before the first one. Correct one of them."),
    "mandate_twice": _(
        "The person {name} already holds this office here. End the former mandate first, or name another office."
    ),
    "already_ended": _("This mandate ended on {ended_on}; nothing is left to end."),
    "last_signatory": _(
        "Nobody else may sign for your body today. Give another person a mandate to sign first, then end this one."
    ),
    "territories_edition_taken": _(
        "Another list of {day} says something else of {value}. Check which of the two is the official one."
    ),
    "bad_path": _("This does not name a page of Makul. Load the page again and repeat."),
    "bad_kept": _("What was sent to be kept cannot be read. Load the page again and repeat."),
    "too_much_kept": _(
        "A form is kept up to {limit_kb} kB while you type. Save it with its button instead."
    ),
}
