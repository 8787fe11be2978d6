"""How the steps of a procedure are called on the work pages: the thing itself, and what one does."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# step -> (its name, what one does)
STEPS: dict[str, tuple[Promise, Promise]] = {
    "submitted": (_("The package"), _("Submit the package")),
    "accepted": (_("Check of the package"), _("Check the package")),
    "returned": (_("Return of the package"), _("Return the package")),
    "screened": (_("Finding on local interests"), _("Find whether the draft touches local bodies")),
    "contested": (_("Contest of the finding"), _("Contest the finding")),
    "cleared": (
        _("Certificate that conciliation is not required"),
        _("Close the case: conciliation is not required"),
    ),
    "notified": (_("Notice to the bodies"), _("Notify the bodies")),
    "position": (_("Position of the body"), _("Answer the draft")),
    "association_position": (
        _("Consolidated opinion of the association"),
        _("Draw up the consolidated opinion"),
    ),
    "replied": (_("Replies to the remarks"), _("Reply to the remarks")),
    "settled": (_("Row dropped by its author"), _("Drop a row of yours")),
    "revised": (_("New version of the draft"), _("Submit a changed draft")),
    "revision_position": (
        _("Position on the changed provisions"),
        _("Answer the changed provisions"),
    ),
    "meeting": (_("Conciliation meeting"), _("Hold the meeting")),
    "protocol": (_("Protocol"), _("Draw the protocol")),
    "signed": (_("Signature of the protocol"), _("Sign the protocol or refuse")),
    "signature_refused": (_("Refusal to sign"), _("Refuse to sign")),
    "complained": (_("Complaint"), _("File a complaint")),
    "complaint_decided": (_("Decision on the complaint"), _("Decide the complaint")),
    "appealed": (_("Appeal"), _("File an appeal")),
    "waived": (_("Declaration not to appeal"), _("Declare that you will not appeal")),
    "appeal_decided": (_("Decision on the appeal"), _("Decide the appeal")),
    "forwarded": (_("Forwarding to the decider"), _("Forward the package")),
    "considered": (_("Decision on the unsettled rows"), _("Record the decision on each row")),
    "amended": (_("Amendment tabled"), _("Tell the association of an amendment")),
    "amendment_position": (_("Opinion on the amendment"), _("Give an opinion on the amendment")),
    "adopted": (_("Adoption of the act"), _("Record the adoption")),
    "rejected": (_("Rejection of the draft"), _("Record the rejection")),
    "withdrawn": (_("Withdrawal of the draft"), _("Withdraw the draft")),
    "lapsed": (_("Lapse of the result"), _("Record that the result has lapsed")),
    "published": (_("Official publication"), _("Record the official publication")),
    "compared": (
        _("Comparison with the adopted text"),
        _("Compare the adopted text with each row"),
    ),
}

# What became of a closed case.
OUTCOMES: dict[str, Promise] = {
    "returned": _("the package was returned"),
    "cleared": _("conciliation is not required"),
    "remitted": _("conciliation is to be repeated"),
    "adopted": _("the act was adopted"),
    "rejected": _("the draft was rejected"),
    "withdrawn": _("the draft was withdrawn"),
    "lapsed": _("the result has lapsed"),
}

ROLES: dict[str, Promise] = {
    "initiator": _("initiator"),
    "association": _("association"),
    "lsg": _("body of local self-government"),
    "facilitator": _("facilitator"),
    "decider": _("decider"),
    "appeal_body": _("appeal body"),
}


def step_name(step: str) -> str:
    """The name of a step; one that is not known keeps its key."""
    return str(STEPS[step][0]) if step in STEPS else step


def step_task(step: str) -> str:
    """What one does at a step, as a verb and its object."""
    return str(STEPS[step][1]) if step in STEPS else step


def outcome_words(outcome: str) -> str:
    return str(OUTCOMES.get(outcome, outcome))


def role_words(role: str) -> str:
    return str(ROLES.get(role, role))
