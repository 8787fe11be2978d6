"""What public pages say of a case: its state in one sentence, its breaches, its entries."""

from __future__ import annotations

from collections.abc import Container, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from makul.cases.views.work.words import named, step_name

# stage -> what is so now
NOW: dict[str, Promise] = {
    "submitted": gettext_lazy("The draft has not been submitted yet."),
    "accepted": gettext_lazy("The facilitator checks whether the package is complete."),
    "screened": gettext_lazy("It is being found whether the draft touches local self-government."),
    "contested": gettext_lazy(
        "The draft was found not to touch local self-government; this can still be contested."
    ),
    "cleared": gettext_lazy("The case is being closed: conciliation is not required."),
    "notified": gettext_lazy("The bodies are being notified."),
    "position": gettext_lazy("The bodies of local self-government are answering."),
    "association_position": gettext_lazy("The association draws up its consolidated opinion."),
    "replied": gettext_lazy("The initiator replies to the remarks."),
    "revision_position": gettext_lazy("The changed provisions are being answered."),
    "meeting": gettext_lazy("A conciliation meeting is to be held on what is not settled."),
    "protocol": gettext_lazy("The protocol is being drawn."),
    "signed": gettext_lazy("The protocol is being signed."),
    "appealed": gettext_lazy("The unsettled rows can be appealed."),
    "appeal_decided": gettext_lazy("The appeal is being decided."),
    "forwarded": gettext_lazy("The package goes to the decider with the protocol."),
    "considered": gettext_lazy("The decider considers the unsettled rows."),
    "amendment_position": gettext_lazy("The association gives its opinion on an amendment."),
    "adopted": gettext_lazy("The decision on the draft is awaited."),
}
ENDED: dict[str, Promise] = {
    "returned": gettext_lazy("The package was returned to the initiator."),
    "cleared": gettext_lazy("Conciliation was not required."),
    "remitted": gettext_lazy("Conciliation is to be repeated in a new case."),
    "adopted": gettext_lazy("The act was adopted."),
    "rejected": gettext_lazy("The draft was rejected."),
    "withdrawn": gettext_lazy("The initiator withdrew the draft."),
    "lapsed": gettext_lazy("The result of conciliation has lapsed."),
}
BY_ADOPTION = gettext_lazy("The act was adopted without conciliation.")

# Entries that are not steps: what each means.
ENTRIES: dict[str, Promise] = {
    "opened": gettext_lazy("The case was opened by the association"),
    "circle_set": gettext_lazy("The circle of bodies was set"),
    "joined": gettext_lazy("A body declared itself affected"),
    "notices_queued": gettext_lazy("Letters were queued"),
    "not_delivered": gettext_lazy("A letter was not delivered"),
    "notice_sent_again": gettext_lazy("A letter was sent again"),
    "reminded": gettext_lazy("Those who had not answered were reminded"),
    "board_vote_opened": gettext_lazy("The board of the association was asked to vote"),
    "board_decided": gettext_lazy("The board of the association decided"),
    "rows_placed": gettext_lazy("Remarks were placed in rows"),
    "rows_merged": gettext_lazy("Alike remarks were merged into a row"),
    "remark_taken_out": gettext_lazy("A remark was taken out of a row"),
    "row_worded": gettext_lazy("A row was put into words"),
    "replies_published": gettext_lazy("Some of the replies were published"),
    "answered": gettext_lazy("An author was told what was replied to its remarks"),
    "rows_revised": gettext_lazy("The initiator said which remarks a new version meets"),
    "revision_told": gettext_lazy("An author was told of a new version that meets its remarks"),
    "invited": gettext_lazy("The meeting was called"),
    "document_registered": gettext_lazy("A document was registered"),
    "version_added": gettext_lazy("A new version of a document was registered"),
    "paper_put": gettext_lazy("A paper was put into the package"),
    "letter_received": gettext_lazy("A letter on paper was entered"),
    "language_missing": gettext_lazy("The initiator was told that a language of the draft lacks"),
    "language_overdue": gettext_lazy("The day named for the missing text has passed"),
    "language_told": gettext_lazy("The letter about the missing language was delivered"),
}
INTERNAL = gettext_lazy("Internal work of a participant (not published)")
DOCUMENTS: dict[str, Promise] = {
    "draft": gettext_lazy("Draft act"),
    "note": gettext_lazy("Justification note"),
    "comparative": gettext_lazy("Comparative table"),
    "costs": gettext_lazy("Cost sheet"),
    "summary": gettext_lazy("Summary"),
    "position": gettext_lazy("Position"),
    "minutes": gettext_lazy("Minutes of the meeting"),
    "protocol": gettext_lazy("Protocol"),
    "certificate": gettext_lazy("Certificate"),
    "dissent": gettext_lazy("Dissenting opinion"),
    "decision": gettext_lazy("Decision"),
    "adopted": gettext_lazy("Adopted act"),
    "attachment": gettext_lazy("Attachment"),
}
ACT_KINDS: dict[str, Promise] = {
    "law": gettext_lazy("Draft law"),
    "sub_statutory": gettext_lazy("Draft of a sub-statutory act"),
}
TRACKS: dict[str, Promise] = {
    "ordinary": gettext_lazy("Ordinary track"),
    "short": gettext_lazy("Short track"),
}
STATES: dict[str, Promise] = {
    "": gettext_lazy("All"),
    "open": gettext_lazy("On the way"),
    "late": gettext_lazy("With a term missed"),
    "agreed": gettext_lazy("Agreed"),
    "not_agreed": gettext_lazy("Not agreed"),
    "adopted": gettext_lazy("Adopted"),
    "bypassed": gettext_lazy("Adopted past conciliation"),
    "ended": gettext_lazy("Ended otherwise"),
}
RESULTS: dict[str, Promise] = {
    "lsg": gettext_lazy("as local self-government asked"),
    "partly": gettext_lazy("partly as local self-government asked"),
    "initiator": gettext_lazy("as the initiator drafted"),
    "removed": gettext_lazy("taken out of the act"),
    "changed_after": gettext_lazy("changed after conciliation"),
}
TAKEN: dict[str, Promise] = {
    "lsg": gettext_lazy("the position of local self-government was taken"),
    "initiator": gettext_lazy("the position of the initiator was taken"),
    "other": gettext_lazy("another solution was taken"),
}


def state_sentence(*, stage: str, outcome: str, is_bypassed: bool = False) -> str:
    """What is so now, from what the judge says (or said last, for lists)."""
    if is_bypassed:
        return str(BY_ADOPTION)
    if outcome:
        return str(ENDED.get(outcome, outcome))
    return str(NOW.get(stage, step_name(stage)))


def entry_words(action: str, *, steps: Container[str] = ()) -> str:
    """What an entry is: a step, a known act around it, or internal work.

    `steps`: those of the case's own procedure, which go before an act of the same name elsewhere.
    """
    if action in ENTRIES and action not in steps:
        return str(ENTRIES[action])
    name = step_name(action)
    return name if name != action else around(action) or str(INTERNAL)


def around(action: str) -> str:
    """An act around the steps of a procedure other than the first one: its words lie with its order."""
    words = named("entry", action)
    return words if words != action else ""


def is_open_entry(action: str) -> bool:
    """Whether more than the fact of an entry may be shown."""
    return action in ENTRIES or step_name(action) != action or bool(around(action))


def said(words: Mapping[str, Promise], key: str) -> str:
    """The words for a key; one that is not known keeps its key."""
    return str(words.get(key, key))


def bodies(n: int) -> str:
    return ngettext("%(n)s body", "%(n)s bodies", n) % {"n": n}


def remarks(n: int) -> str:
    return ngettext("%(n)s remark", "%(n)s remarks", n) % {"n": n}


def objections(n: int) -> str:
    return ngettext("%(n)s objection", "%(n)s objections", n) % {"n": n}


def proposals(n: int) -> str:
    return ngettext("%(n)s proposal", "%(n)s proposals", n) % {"n": n}


def unsettled(n: int) -> str:
    return _("Not settled: %(n)s") % {"n": n}
