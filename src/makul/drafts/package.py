"""The package as a list of tasks: each part, whether it is there, and what is missing and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from makul.drafts.models import DraftAct
from makul.drafts.queries import HEADINGS, amends, missing_papers, texts_of, totals_of
from makul.law.order import order, print_item

PARTS: dict[str, Promise] = {
    "description": _("Title, kind of act and track"),
    "texts": _("Text in Kyrgyz and in Russian"),
    "note": _("Justification note, eight headings"),
    "comparative": _("Comparative table"),
    "costs": _("Cost sheet by kind of body"),
    "summary": _("Summary and questions"),
    "attachments": _("Attachments"),
    "deciders": _("Who will decide"),
}
# What a missing paper is, in words, and the part where it is mended.
MISSING: dict[str, tuple[str, Promise]] = {
    "draft": ("texts", _("There is no text of the draft yet.")),
    "draft_other_language": (
        "texts",
        _(
            "The text is there in one language only: add the other, or name the day it will be ready."
        ),
    ),
    "note": ("note", _("All eight headings must be written, in at least one language.")),
    "comparative": ("comparative", _("The draft changes an act in force, so the table is due.")),
    "costs": (
        "costs",
        _("Say what the draft costs local bodies; where it costs nothing, write 0."),
    ),
    "summary": ("summary", _("One page in plain words is missing.")),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One part of a package. `state`: done, missing, optional, not_needed."""

    part: str
    label: Promise
    state: str
    said: Promise | str = ""


def package_lines(draft: DraftAct) -> list[Line]:
    """Every part in the order of article 14, the decider last."""
    lacking = {MISSING[name][0]: MISSING[name][1] for name in missing_papers(draft)}
    if not list(draft.deciders.all()):
        lacking["deciders"] = _("Choose the body that will decide on the act.")
    return [_line(draft, part, lacking) for part in PARTS]


def _line(draft: DraftAct, part: str, lacking: dict[str, Promise]) -> Line:
    if part in lacking:
        return Line(part, PARTS[part], "missing", lacking[part])
    kinds = {item.kind for item in draft.items.all()}
    if part == "attachments" and "attachment" not in kinds:
        return Line(part, PARTS[part], "optional")
    if part == "comparative" and "comparative" not in kinds:
        return Line(part, PARTS[part], "not_needed", _("The draft changes no act in force."))
    return Line(part, PARTS[part], "done", _said(draft, part))


def _said(draft: DraftAct, part: str) -> Promise | str:
    """What a part that is there still leaves open."""
    if part == "texts" and len(texts_of(draft)) < 2:
        return _("The other language will follow on the day you named.")
    if part == "summary" and not (draft.summary_ky.strip() and draft.summary_ru.strip()):
        return _("It is written in one language only.")
    headings = [one for one in draft.headings.all() if one.text_ky.strip() and one.text_ru.strip()]
    if part == "note" and len(headings) < HEADINGS:
        return _("Not every heading is written in both languages.")
    return ""


def is_whole(draft: DraftAct) -> bool:
    """Whether the package may be sent to the signatory."""
    return all(line.state != "missing" for line in package_lines(draft))


def has_table(draft: DraftAct) -> bool | None:
    """Whether the comparative table is there; None where none is needed."""
    if draft.items.filter(kind="comparative").exists():
        return True
    return False if amends(draft) else None


def papers_of(draft: DraftAct, kind: str = "") -> list[dict[str, Any]]:
    """The papers in the order of the package, each with its newest version and its languages."""
    order_of = {"draft": 0, "note": 1, "comparative": 2, "costs": 3}
    items = [item for item in draft.items.all() if not kind or item.kind == kind]
    rows = []
    for item in sorted(items, key=lambda one: (order_of.get(one.kind, 9), one.pk)):
        versions = list(item.document.versions.all())
        languages = sorted({one.language for one in versions})
        rows.append({"item": item, "version": versions[-1], "languages": languages})
    return rows


def short_limits() -> list[str]:
    """What does not go on the short track, in the words of the Order (art. 24)."""
    found, language = order(), (get_language() or "ky")[:2]
    items = [one for one in found.items_under("short.limit") if one.is_point]
    return [print_item(item, language=language, terms=found.terms) for item in items]


def contents(draft: DraftAct) -> dict[str, Any]:
    """All that a package says, to be read on one page: papers, note, costs, summary, questions."""
    costs = [line for line in draft.costs.all() if line.party_id == draft.initiator_id]
    return {
        "papers": papers_of(draft),
        "headings": list(draft.headings.all()),
        "costs": costs,
        "totals": totals_of(costs) if costs else {},
        "deciders": [one.party for one in draft.deciders.all()],
    }
