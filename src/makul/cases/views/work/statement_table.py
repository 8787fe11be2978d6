"""The steps that are said in words, as one table: whose right, which values and points, what to upload."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

INTERESTS = tuple(
    (key, "interest")
    for key in (
        "duty",
        "money",
        "property",
        "borders",
        "staff",
        "delegated",
        "control",
        "reporting",
    )
)
GROUNDS = tuple((f"step.appealed.ground.{n}", "order") for n in (1, 2, 3, 4))
DISMISSED = ("dismissed", _("Dismissed"))
ADVICE = ("advice", _("A reasoned opinion on the rows"))
REPEAT = ("repeat", _("Conciliation is to be repeated from a named step"))
SUBSTANTIAL = ("substantial", _("Substantial: adds a kind of interest or reopens a settled row"))
MINOR = ("minor", _("Minor: neither of the two"))


@dataclass(frozen=True, slots=True)
class StatementPage:
    """A step as a page of its own.

    `words`: what is to be written, or nothing where the step needs none. `points`: keys to tick, each
    with where its words stand. `answers`: the step it decides on. `upload`: asks for the new text.
    `of_decider`: the step is the decider's, whoever records it. `follows`: what comes of it.
    """

    right: str
    words: Promise | None = None
    values: tuple[tuple[str, Promise], ...] = ()
    points: tuple[tuple[str, str], ...] = ()
    points_label: Promise | None = None
    answers: str = ""
    upload: bool = False
    of_decider: bool = False
    roles: frozenset[str] | None = None
    follows: tuple[Promise, ...] = ()
    is_harsh: bool = False


OPEN = _("It stands in the case for all to read and cannot be taken back.")
CLOSES = _("The case is closed by it.")

STATEMENTS: dict[str, StatementPage] = {
    "contested": StatementPage(
        right="contest",
        words=_("Which provision touches local self-government, and how"),
        points=INTERESTS,
        points_label=_("Which kinds of interest it touches"),
        follows=(_("The declaration by itself opens conciliation."), OPEN),
    ),
    "cleared": StatementPage(right="clear", follows=(CLOSES, OPEN), is_harsh=True),
    "revised": StatementPage(
        right="revise",
        words=_("What has changed and why"),
        values=(SUBSTANTIAL, MINOR),
        upload=True,
        follows=(
            _("After a substantial change the bodies and the association may answer anew."),
            _("Then you say which rows the new version meets, and their authors are told."),
        ),
    ),
    "revision_position": StatementPage(
        right="file_position",
        words=_("Your position on the changed provisions only"),
        follows=(OPEN,),
    ),
    "complained": StatementPage(
        right="complain",
        words=_("What was done or left undone, by whom and when, and what you ask for"),
        follows=(_("A complaint stops no term."), OPEN),
    ),
    "complaint_decided": StatementPage(
        right="decide_appeal",
        words=_("The decision and its reasons, argument by argument"),
        answers="complained",
        follows=(OPEN,),
    ),
    "appealed": StatementPage(
        right="appeal",
        words=_("Which rows, what happened, how it changed the result, and what you ask for"),
        points=GROUNDS,
        points_label=_("Grounds of the appeal"),
        follows=(
            _("Until the decision or the end of its term the package is not forwarded."),
            OPEN,
        ),
    ),
    "waived": StatementPage(
        right="appeal",
        follows=(_("If both sides declare it, the package goes on without waiting."), OPEN),
    ),
    "appeal_decided": StatementPage(
        right="decide_appeal",
        words=_("The decision and its reasons, argument by argument"),
        values=(DISMISSED, ADVICE, REPEAT),
        answers="appealed",
        follows=(_("An order to repeat closes this case; a new one is opened."), OPEN),
    ),
    "amended": StatementPage(
        right="amend",
        words=_("The amendment: the provision and its new wording"),
        follows=(_("The association has its term for an opinion on the amendment."), OPEN),
    ),
    "amendment_position": StatementPage(
        right="file_position",
        words=_("Your opinion on the amendment only"),
        roles=frozenset({"association"}),
        follows=(OPEN,),
    ),
    "rejected": StatementPage(
        right="record_outcome",
        words=_("How and when it was rejected, and the reason that was given"),
        of_decider=True,
        follows=(CLOSES, OPEN),
        is_harsh=True,
    ),
    "withdrawn": StatementPage(
        right="withdraw",
        words=_("Why the draft is withdrawn"),
        follows=(
            CLOSES,
            _("A new draft on the same provisions within a year is linked to this case."),
            OPEN,
        ),
        is_harsh=True,
    ),
    "lapsed": StatementPage(right="lapse", follows=(CLOSES, OPEN), is_harsh=True),
}
