"""What one does at each step, and how steps, roles and endings are called on the pages."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from makul.law.procedures.words import name

# step -> what one does; how the step itself is called stands in the law, for papers and pages alike
TASKS: dict[str, Promise] = {
    "submitted": _("Submit the package"),
    "accepted": _("Check the package"),
    "returned": _("Return the package"),
    "screened": _("Find whether the draft touches local bodies"),
    "contested": _("Contest the finding"),
    "cleared": _("Close the case: conciliation is not required"),
    "notified": _("Notify the bodies"),
    "position": _("Answer the draft"),
    "association_position": _("Draw up the consolidated opinion"),
    "replied": _("Reply to the remarks"),
    "settled": _("Drop a row of yours"),
    "revised": _("Submit a changed draft"),
    "revision_position": _("Answer the changed provisions"),
    "meeting": _("Hold the meeting"),
    "protocol": _("Draw the protocol"),
    "signed": _("Sign the protocol or refuse"),
    "signature_refused": _("Refuse to sign"),
    "complained": _("File a complaint"),
    "complaint_decided": _("Decide the complaint"),
    "appealed": _("File an appeal"),
    "waived": _("Declare that you will not appeal"),
    "appeal_decided": _("Decide the appeal"),
    "forwarded": _("Forward the package"),
    "considered": _("Record the decision on each row"),
    "amended": _("Tell the association of an amendment"),
    "amendment_position": _("Give an opinion on the amendment"),
    "adopted": _("Record the adoption"),
    "rejected": _("Record the rejection"),
    "withdrawn": _("Withdraw the draft"),
    "lapsed": _("Record that the result has lapsed"),
    "published": _("Record the official publication"),
    "compared": _("Compare the adopted text with each row"),
}


def step_name(step: str) -> str:
    """The name of a step; one that is not known keeps its key."""
    return named("step", step)


def step_task(step: str) -> str:
    """What one does at a step, as a verb and its object; those of other procedures lie in the law."""
    return str(TASKS[step]) if step in TASKS else named("task", step)


def outcome_words(outcome: str) -> str:
    """What became of a closed case."""
    return named("outcome", outcome)


def role_words(role: str) -> str:
    return named("role", role)


def named(group: str, key: str) -> str:
    """A name of the law in the language of the page."""
    return name(group, key, language=(get_language() or "ky")[:2])
