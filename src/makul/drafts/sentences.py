"""What each refusal of a package or of the desk says to a person: what happened, why, and what to do next."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    # the package
    "not_a_norm_maker": _(
        "Drafts are prepared by norm-making bodies, and the body you act for is not one of them. Change to another mandate at the top of the page, if you hold one."
    ),
    "not_your_draft": _(
        "This draft is being prepared by another body and is seen by that body alone. It becomes public when it is submitted."
    ),
    "already_submitted": _(
        "The package was submitted and is case {number}: its papers can no longer be changed here. A new text is submitted from the page of the case."
    ),
    "no_track_reason": _("The short track needs its reason: write it, or choose the ordinary one."),
    "package_incomplete": _(
        "The package is not whole yet, so nothing was sent. Open it and add what is marked as missing."
    ),
    "no_agreement": _(
        "Your body has made no agreement to apply the Order, so a package cannot be submitted yet. Make the agreement first, or ask the association."
    ),
    "decider_twice": _("One body is named twice among those who decide. Leave it once."),
    "no_amendments": _(
        "No amending formula was found in the text, so there is nothing to make the table from. Put a finished table in as a file."
    ),
    "not_returned": _(
        "Only a package that was returned is mended and submitted again. Open the case to see how it stands."
    ),
    # the desk
    "not_submitted": _("The package has not been submitted yet, so there is nothing to check."),
    "no_package": _(
        "Case {number} was opened without a package, so there is none to check. Go back to the case and see what can be done there."
    ),
    "already_checked": _(
        "The package of case {number} has been checked already; the result stands on record."
    ),
    "findings_incomplete": _(
        "Say of each of the eight kinds of interest whether it was found, not found, or in doubt."
    ),
    "no_exempt_ground": _("Name the ground of article 3 on which the draft is exempt."),
    "finding_contradicts": _(
        "A kind of interest is marked as found, so the draft affects local self-government. Correct one of the two."
    ),
    "nobody_chosen": _("No body answers to what you ticked. Tick another kind or another oblast."),
    "no_circle": _(
        "No body is in the circle yet, so there is nobody to tell. Choose the bodies first."
    ),
    "told_already": _(
        "This party has been told already, and its term runs from then. Load the page again."
    ),
    "letter_not_failed": _(
        "This letter has not failed, so there is nothing to send again. Load the page again."
    ),
}
