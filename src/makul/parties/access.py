"""Who may do what, as one table: a lawyer reads it top to bottom and finds every right once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from makul.core.errors import NotAllowed
from makul.parties.models import Mandate, Party

LSG = frozenset({"lsg"})
SIDES = frozenset({"initiator", "association"})
ALL = frozenset({"initiator", "association", "lsg", "facilitator", "decider", "appeal_body"})
# What each kind of body is where no case says otherwise: in its own house.
ROLE_OF_KIND: dict[str, str] = {
    Party.Kind.MINISTRY: "initiator",
    Party.Kind.ASSOCIATION: "association",
    Party.Kind.DESK: "facilitator",
    Party.Kind.COMMITTEE: "decider",
    Party.Kind.PANEL: "appeal_body",
    Party.Kind.EXECUTIVE: "lsg",
    Party.Kind.KENESH: "lsg",
    Party.Kind.EXPERT: "expert",
}


@dataclass(frozen=True, slots=True)
class Right:
    """`roles`: the role of the actor's party in the case. `signs`: only with a mandate to sign."""

    roles: frozenset[str]
    signs: bool = False


def right(*roles: str, signs: bool = False) -> Right:
    return Right(frozenset(roles), signs)


# Drafting is open to everyone of the party; what leaves the house is released by one who may sign.
RIGHTS: dict[str, Right] = {
    # the package
    "prepare_draft": right("initiator"),
    "submit": right("initiator", signs=True),
    "open": right("association", "facilitator"),  # on own motion (Order, arts. 8 and 36)
    "withdraw": right("initiator", signs=True),
    "revise": right("initiator", signs=True),
    # the desk
    "check_package": right("facilitator"),
    "screen": right("facilitator"),
    "clear": right("facilitator"),
    "notify": right("facilitator", "initiator", "association"),
    "receive_paper": right("facilitator", "association"),
    "record_outcome": right("facilitator", "association", "decider"),
    "compare": right("facilitator"),
    "lapse": right("facilitator"),
    # what local bodies and their associations say
    "join": right("lsg"),
    "contest": right("association", "lsg", signs=True),
    "draft_position": right("association", "lsg"),
    "file_position": right("association", "lsg", signs=True),
    "open_board_vote": right("association"),
    "vote_in_board": right("association"),  # of its people, those on the board
    "merge_rows": right("association", "facilitator"),
    "drop_row": right("association", "lsg", signs=True),
    # the answer
    "draft_reply": right("initiator"),
    "publish_replies": right("initiator", signs=True),
    # meeting and protocol; a side may act for a silent desk (Model Order, art. 10, part 5 of duties)
    "hold_meeting": right("facilitator", "association", "initiator"),
    "discuss_row": right(
        "facilitator", "association", "initiator", "lsg"
    ),  # out of the consent list (Model Order, art. 25)
    "correct_minutes": Right(ALL),  # only one who was present (Model Order, art. 26)
    "draw_protocol": right("facilitator", "association", "initiator"),
    "sign": right("initiator", "association", "lsg", signs=True),
    "complain": Right(ALL, signs=True),
    "appeal": right("initiator", "association", "lsg", signs=True),
    "decide_appeal": right("appeal_body", signs=True),
    # the decision
    "forward": right("initiator", signs=True),
    "amend": right("decider"),
    "consider": right("decider", signs=True),
    # the readings of a bill
    "put_bill_text": right("decider", "facilitator"),
    "record_reading": right("decider", "facilitator", "association"),
    # the register of bills
    "take_in_bills": right("facilitator", "association"),
    "find_touching": right("facilitator", "association"),
    "match_bill": right("facilitator", "association"),
    "answer_alert": right("association", signs=True),
    # sittings
    "schedule_sitting": right("committee"),
    "set_agenda": right("committee"),
    "invite_to_sitting": right("committee"),
    "prepare_opinion": right("association"),
    "release_opinion": right("association", signs=True),
    "record_sitting": right("committee"),
    "hand_in_dissent": right("association", "invited", signs=True),
    "draft_minutes": right("committee"),
    "correct_record": right("association", "invited"),  # only one who was present
    "approve_minutes": right("committee", signs=True),
    # the municipal expertise
    "keep_experts": right("facilitator"),
    "order_expertise": right("committee", "association", signs=True),
    "appoint_expert": right("facilitator", "committee", "association"),
    "declare_interest": right("lead", "expert", "replacement"),
    "ask_materials": right("lead", "expert", "replacement"),
    "give_materials": right("initiator", "committee"),
    "fill_worksheet": right("lead", "expert", "replacement"),
    "sign_verdict": right("lead", "expert", "replacement", signs=True),
    "dissent_from_verdict": right("lead", "expert", "replacement", signs=True),
    "attach_expertise": right("facilitator", "committee", "association"),
    "answer_expertise": right("initiator", "committee", signs=True),
    # the special protocol on inter-budget relations
    "open_special": right("committee", "association"),
    "write_item": right("association", "government"),
    "table_items": right("association", "government", signs=True),
    "answer_items": right("association", "government", signs=True),
    "try_balance": right("committee", "association", "government", "facilitator"),
    "hold_conciliation": right("committee", "facilitator"),
    "ask_mandate": right("association"),
    "draw_special": right("committee", "facilitator", "association", "government"),
    "sign_special": right("committee", "association", "government", signs=True),
    "attach_special": right("committee", "facilitator", "association", "government"),
    "record_budget": right("committee", "facilitator", "association"),
    "state_given": right("government", "facilitator", "association", "committee"),
    # one's own house
    "give_mandate": Right(ALL, signs=True),
    "end_mandate": Right(ALL, signs=True),
}


def require(actor: Mandate, action: str, *, role: str | None, on: date) -> None:
    """Refuse one without standing, and say why.

    Raises NotAllowed: `mandate_ended` outside the days of the mandate, `wrong_role` when the party's
    role in the case does not carry the right, `may_not_sign` when only a signatory may.
    """
    if not actor.is_valid_on(on):
        raise NotAllowed("mandate_ended", party=actor.party.key, ended_on=actor.to_on)
    needed = RIGHTS[action]
    if role not in needed.roles:
        raise NotAllowed(
            "wrong_role", action=action, role=role or "none", roles=sorted(needed.roles)
        )
    if needed.signs and not actor.may_sign:
        raise NotAllowed("may_not_sign", action=action, party=actor.party.key)


def may(actor: Mandate, action: str, *, role: str | None, on: date) -> bool:
    """The same as a question, for pages that show or hide a button."""
    try:
        require(actor, action, role=role, on=on)
    except NotAllowed:
        return False
    return True
