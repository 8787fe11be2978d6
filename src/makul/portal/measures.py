"""The figures of the statistics in words: what each is called and how it is counted."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure in words."""

    name: Promise
    counted: Promise
    of: str = "cases"  # what is counted: cases or rows
    look: str = ""  # of its bar


MEASURES: dict[str, Measure] = {
    "cases": Measure(
        gettext_lazy("Cases of conciliation"),
        gettext_lazy(
            "Cases in which a norm-making body is the initiator, by the year in which the case was opened."
        ),
    ),
    "on_time": Measure(
        gettext_lazy("Replies within the term"),
        gettext_lazy(
            "Cases in which all replies were published by their last day, of the cases in which the term of replies has ended or the replies are published."
        ),
    ),
    "short": Measure(
        gettext_lazy("On the short track"),
        gettext_lazy("Cases conducted on the short track, of all cases."),
    ),
    "accepted": Measure(
        gettext_lazy("Rows accepted"),
        gettext_lazy(
            "Rows of remarks whose published reply accepts them in full, of the rows that have a reply or whose term of reply is over. Dropped rows are not counted."
        ),
        "rows",
        "agree",
    ),
    "partly": Measure(
        gettext_lazy("Rows partly accepted"),
        gettext_lazy(
            "Rows of remarks whose published reply accepts them in part, of the same rows."
        ),
        "rows",
        "partly",
    ),
    "declined": Measure(
        gettext_lazy("Rows declined"),
        gettext_lazy("Rows of remarks whose published reply declines them, of the same rows."),
        "rows",
        "against",
    ),
    "unanswered": Measure(
        gettext_lazy("Rows without an answer"),
        gettext_lazy(
            "Rows of remarks to which no reply was published and whose term of reply is over, of the same rows."
        ),
        "rows",
        "silent",
    ),
    "bypassed": Measure(
        gettext_lazy("Adopted past conciliation"),
        gettext_lazy(
            "Acts adopted although the package was not forwarded to the decider with its protocol, of the acts adopted."
        ),
    ),
    "days": Measure(
        gettext_lazy("Days from the last position to the decision"),
        gettext_lazy(
            "Calendar days from the last position filed to the day of adoption or rejection. The middle value: half of the cases took less, half took more."
        ),
    ),
    "withdrawn": Measure(
        gettext_lazy("Withdrawn by the initiator"),
        gettext_lazy("Cases that ended because the initiator withdrew the draft, of all cases."),
    ),
    "brought_back": Measure(
        gettext_lazy("Withdrawn and brought back"),
        gettext_lazy(
            "Withdrawn drafts that came back in a new case which names the earlier one, of the cases withdrawn."
        ),
    ),
}
