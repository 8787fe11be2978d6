"""The table of rights in words: each action of `access.RIGHTS` with its name, in the order of the work."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from makul.parties.access import RIGHTS

ROLES: dict[str, Promise] = {
    "initiator": _("Initiator"),
    "facilitator": _("Facilitator"),
    "association": _("Association"),
    "lsg": _("Body of local self-government"),
    "decider": _("Decider"),
    "appeal_body": _("Appeal body"),
    "committee": _("Committee of Parliament"),
    "government": _("Side of the Government"),
    "expert": _("Expert"),
    "replacement": _("Expert appointed in place of another"),
    "lead": _("Leading expert"),
    "invited": _("One invited to a sitting"),
}

GROUPS: tuple[tuple[Promise, dict[str, Promise]], ...] = (
    (
        _("The package of a draft"),
        {
            "prepare_draft": _("Prepare the package"),
            "submit": _("Submit the package"),
            "revise": _("Submit a revised text"),
            "withdraw": _("Withdraw the draft"),
            "open": _("Open a case where no package was submitted"),
        },
    ),
    (
        _("Check, screening and notice"),
        {
            "check_package": _("Accept the package or return it"),
            "screen": _("Find whether the draft touches local self-government"),
            "clear": _("Close the case: no conciliation is needed"),
            "notify": _("Choose the bodies and notify them"),
            "receive_paper": _("Enter a position that came on paper"),
        },
    ),
    (
        _("Positions and remarks"),
        {
            "join": _("Declare one's own body affected and take part"),
            "contest": _("Contest the screening"),
            "draft_position": _("Draft a position"),
            "file_position": _("File a position"),
            "open_board_vote": _("Put the opinion of the association to its board"),
            "vote_in_board": _("Vote in the board of the association, as one of its members"),
            "merge_rows": _("Merge alike remarks into rows"),
            "drop_row": _("Drop one's own row"),
        },
    ),
    (
        _("Replies"),
        {
            "draft_reply": _("Draft replies"),
            "publish_replies": _("Publish replies"),
        },
    ),
    (
        _("Meeting and protocol"),
        {
            "hold_meeting": _("Invite to a meeting and record it"),
            "discuss_row": _("Have a row moved from the consent list to the discussion"),
            "correct_minutes": _("Correct the minutes of a meeting one was present at"),
            "draw_protocol": _("Draw the protocol"),
            "sign": _("Sign the protocol or refuse"),
            "complain": _("Complain of the conduct of the case"),
            "appeal": _("Appeal or declare that there will be none"),
            "decide_appeal": _("Decide an appeal"),
        },
    ),
    (
        _("The decision"),
        {
            "forward": _("Forward the package to the decider"),
            "amend": _("Record amendments of the draft"),
            "consider": _("Decide on the unsettled rows"),
            "record_outcome": _("Record what became of the draft"),
            "compare": _("Compare the adopted text with the rows"),
            "lapse": _("Close a case that has lapsed"),
        },
    ),
    (
        _("The readings of a bill"),
        {
            "put_bill_text": _("Put in the text of a bill as it is to be read"),
            "record_reading": _("Record a reading and what became of each row"),
        },
    ),
    (
        _("The register of bills"),
        {
            "take_in_bills": _("Take in a file of a register of bills"),
            "find_touching": _("Find whether a bill touches local communities"),
            "match_bill": _("Say which case is the conciliation of a bill"),
            "answer_alert": _("Answer an alert of the watch on bills"),
        },
    ),
    (
        _("Sittings of committees and of the chamber"),
        {
            "schedule_sitting": _("Schedule a sitting, postpone or cancel it"),
            "set_agenda": _("Set and change the agenda of a sitting"),
            "invite_to_sitting": _("Invite to a sitting"),
            "prepare_opinion": _("Prepare an opinion for the minutes"),
            "release_opinion": _("Release an opinion for the minutes"),
            "record_sitting": _("Record a sitting: presence, speeches, votes, decisions"),
            "hand_in_dissent": _("Hand in a dissenting opinion"),
            "draft_minutes": _("Draft the minutes and answer corrections"),
            "correct_record": _("Correct the minutes of a sitting one was present at"),
            "approve_minutes": _("Approve the minutes"),
        },
    ),
    (
        _("The municipal expertise"),
        {
            "keep_experts": _("Keep the register of experts"),
            "order_expertise": _("Order an expertise of a bill or revoke it"),
            "appoint_expert": _("Appoint an expert"),
            "declare_interest": _("Declare whether there is a conflict of interest"),
            "ask_materials": _("Ask the initiator for materials"),
            "give_materials": _("Hand in the materials asked for"),
            "fill_worksheet": _("Fill in the worksheet of an expertise"),
            "sign_verdict": _("Sign the opinion of an expertise"),
            "dissent_from_verdict": _("Dissent from the common opinion of the experts"),
            "attach_expertise": _("Attach an expertise to the dossier of the bill"),
            "answer_expertise": _("Answer the opinion of an expertise"),
        },
    ),
    (
        _("The special protocol on inter-budget relations"),
        {
            "open_special": _("Open the special protocol of a budget year"),
            "write_item": _("Write items and positions on those of the other side"),
            "table_items": _("Table the items of one's own side"),
            "answer_items": _("File positions on the items of the other side"),
            "try_balance": _("Try a solution for balance"),
            "hold_conciliation": _("Hold the conciliation sitting and record it"),
            "ask_mandate": _("Ask the board for its mandate"),
            "draw_special": _("Draw the special protocol"),
            "sign_special": _("Sign the special protocol, refuse, or close it by one side"),
            "attach_special": _("Attach the special protocol to the dossier of the bill"),
            "record_budget": _("Record the adoption of the budget law or the withdrawal"),
            "state_given": _("State what was given on each item"),
        },
    ),
    (
        _("One's own house"),
        {
            "give_mandate": _("Give a mandate of one's own body"),
            "end_mandate": _("End a mandate of one's own body"),
        },
    ),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One action: who may do it, and whether only one who may sign."""

    action: str
    label: Promise
    cells: tuple[tuple[Promise, bool], ...]  # (role, may do it) in the order of ROLES
    signs: bool


def table() -> list[tuple[Promise, list[Line]]]:
    """The whole table, group by group, as `access.RIGHTS` has it."""
    return [
        (title, [_line(action, label) for action, label in labels.items() if action in RIGHTS])
        for title, labels in GROUPS
    ]


def _line(action: str, label: Promise) -> Line:
    found = RIGHTS[action]
    cells = tuple((name, role in found.roles) for role, name in ROLES.items())
    return Line(action, label, cells, found.signs)


def unnamed() -> set[str]:
    """Rights that have no words here, and words that have no right: both must be none."""
    return set(RIGHTS) ^ {action for _title, labels in GROUPS for action in labels}
