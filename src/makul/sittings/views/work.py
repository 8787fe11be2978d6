"""The work page of a sitting: what one may do now, what is late and why, what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from makul.cases.views.work.case import breach_row, done, names_of, open_steps
from makul.cases.views.work.words import outcome_words, role_words, step_name
from makul.sittings.queries.whole import invitations_of, items_of
from makul.sittings.views.page import SittingWork, sitting_page

# Pages of a sitting beside its steps: name, right, words.
TOOLS: tuple[tuple[str, str, Callable[[], str]], ...] = (
    ("sitting_agenda_changed", "set_agenda", lambda: _("Agenda")),
    ("sitting_invited", "invite_to_sitting", lambda: _("Invitations")),
    ("sitting_held", "record_sitting", lambda: _("Record of the sitting")),
    ("sitting_opinion", "prepare_opinion", lambda: _("Opinion for the minutes")),
    ("sitting_dissent", "hand_in_dissent", lambda: _("Dissenting opinion")),
    ("sitting_dissent", "record_sitting", lambda: _("Dissent of a member")),
)


@sitting_page()
def sitting_work(work: SittingWork) -> HttpResponse:
    """What is asked of my party here, and by when; then its pages, and what was done."""
    sitting = work.sitting
    lines = (*work.status.breaches, *work.status.recorded)
    names = names_of(key for one in lines for key in (one.party, one.by))
    values: dict[str, Any] = {
        "title": sitting.house.name(work.request.LANGUAGE_CODE),
        "items": list(items_of(sitting)),
        "role_words": role_words(work.role) if work.role else "",
        "status": work.status,
        "stage": step_name(work.status.stage),
        "outcome": outcome_words(work.status.outcome or ""),
        "steps": list(open_steps(work)),
        "tools": tools(work),
        "invitations": invitations_of(sitting, work.status),
        "breaches": [breach_row(one, names) for one in lines if one.duty],
        "done": done(work),
    }
    return work.show("sitting.html", values)


def tools(work: SittingWork) -> list[dict[str, str]]:
    """The pages that are open to the role at any time, whatever is foreseen next."""
    open_now = () if work.status.closed else TOOLS
    found = [
        {"label": label(), "url": work.url(name)}
        for name, right, label in open_now
        if work.may(right)
    ]
    if work.role and hasattr(work.sitting, "minutes"):
        found.append({"label": _("Minutes"), "url": work.url("sitting_minutes_corrected")})
    return found
