"""Where each step is done: the page of every step, and whose right opens it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from makul.cases.models import Case
from makul.cases.views.work.page import address
from makul.cases.views.work.statement_table import STATEMENTS

# step -> the names of its page, the first that some room serves
PAGES: dict[str, tuple[str, ...]] = {
    "accepted": ("package_check",),
    "returned": ("package_check",),
    "screened": ("screen",),
    "notified": ("notify",),
    "position": ("position_edit",),
    "association_position": ("association_position",),
    "replied": ("replies_desk",),
    "settled": ("own_remarks",),
    "meeting": ("meeting_hold",),
    "protocol": ("protocol_draw",),
    "signed": ("protocol_sign",),
    "signature_refused": ("protocol_sign",),
    "forwarded": ("forward",),
    "considered": ("consider",),
    "adopted": ("adoption",),
    "published": ("publication",),
    "compared": ("compare",),
}


def page_of_step(case: Case, step: str) -> str:
    """The address where a step is done in a case; nothing where no page is for it.

    A mechanism with a procedure of its own serves `<procedure>_<step>`, or all of it on
    `<procedure>_work`: the address is found by its name, so that this room need not know it.
    """
    own = (f"{case.procedure}_{step}", f"{case.procedure}_work")
    if url := next((url for name in own if (url := address(name, case.number))), ""):
        return url
    if step in STATEMENTS:
        return address("statement", case.number, step)
    return next((url for name in PAGES.get(step, ()) if (url := address(name, case.number))), "")


@dataclass(frozen=True, slots=True)
class Tool:
    """A page that is open to a role at any time, whatever the Order foresees next."""

    name: str
    right: str
    label: Promise
    roles: frozenset[str] | None = None


BODY, UNION = frozenset({"lsg"}), frozenset({"association"})
INVITED = frozenset({"initiator", "association", "lsg", "facilitator", "decider"})
# What may always be recorded or looked at, by right; each shown to those whose role carries it.
TOOLS = (
    Tool("position_edit", "file_position", _("Our position"), BODY),
    Tool("association_position", "file_position", _("Consolidated opinion"), UNION),
    Tool("own_remarks", "drop_row", _("Our remarks and what became of them")),
    Tool("reach", "notify", _("Who has been told, has opened, has answered")),
    Tool("rows_desk", "merge_rows", _("Rows of remarks")),
    Tool("replies_desk", "draft_reply", _("Replies to the remarks")),
    Tool("revision_rows", "revise", _("What the new version meets")),
    Tool("paper_position", "receive_paper", _("Enter a letter on paper")),
    Tool("meeting_invite", "hold_meeting", _("Invite to the meeting")),
    Tool("meeting_agenda", "discuss_row", _("Agenda of the meeting"), INVITED),
    Tool("meeting_hold", "hold_meeting", _("Record the meeting")),
    Tool("latest_minutes", "correct_minutes", _("Minutes of the meeting")),
    Tool("protocol_draw", "draw_protocol", _("The protocol")),
    Tool("forward", "forward", _("Forward the package")),
    Tool("consider", "consider", _("Decision on the unsettled rows")),
    Tool("adoption", "record_outcome", _("Record the adoption")),
    Tool("publication", "record_outcome", _("Record the official publication")),
    Tool("compare", "compare", _("Comparison with the adopted text")),
)

# Pages of the package and of the notices, kept by the mechanism above; shown where they are served.
ABOVE = (
    Tool("package_check", "check_package", _("Check the package")),
    Tool("screen", "screen", _("Finding on local interests")),
    Tool("circle", "notify", _("Which bodies are asked")),
    Tool("notify", "notify", _("Notice to the bodies")),
)
