"""Assembles the association's opinion from its rows: a stance from the counts, words from what was said most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import translation
from django.utils.formats import number_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from makul.cases.models import Case, Row
from makul.core.provisions.labels import label
from makul.law import forms as law

HEAVIEST = 10
LETTERS = 400
TOLD = ("agreed", "agreed_with_remarks", "not_agreed", "not_affected", "silent", "not_notified")


@dataclass(frozen=True, slots=True)
class Assembled:
    """What is proposed; the one who drafts changes every word of it."""

    stance: str
    text: str


def proposed_stance(stances: Mapping[str, int], *, objections: int, rows: int) -> str:
    """Not agreed where as many bodies disagree as agree and an objection stands; else with remarks.

    >>> proposed_stance({"agreed": 3, "not_agreed": 4}, objections=1, rows=1)
    'not_agreed'
    >>> proposed_stance({"agreed": 3}, objections=0, rows=0)
    'agreed'
    """
    for_it = stances.get("agreed", 0) + stances.get("agreed_with_remarks", 0)
    if objections and stances.get("not_agreed", 0) >= for_it:
        return "not_agreed"
    return "agreed_with_remarks" if rows else "agreed"


def assembled(case: Case, stances: Mapping[str, int], *, language: str) -> Assembled:
    """The opinion as the rows say it, in the language of the association's paperwork (two queries)."""
    counts = case.rows.aggregate(
        all=Count("pk"),
        objections=Count("pk", filter=Q(kind="objection", is_minority=False)),
        minority=Count("pk", filter=Q(is_minority=True)),
    )
    rows = case.rows.filter(is_minority=False, is_dropped=False).annotate(
        bodies=Count("links__remark__position__party", distinct=True)
    )
    heaviest = list(rows.order_by("-bodies", "number")[:HEAVIEST])
    stance = proposed_stance(stances, objections=counts["objections"], rows=counts["all"])
    with translation.override(language):
        text = "\n".join(
            [*said(stances, language), *rows_said(counts), "", *heavy(heaviest, language)]
        )
    return Assembled(stance, text.strip())


def said(stances: Mapping[str, int], language: str) -> list[str]:
    """How many bodies were asked and how they divided, silence by its own name."""
    words = law.values("stance")
    counted = [f"{words[key][language]} — {stances[key]}" for key in TOLD if stances.get(key)]
    line = _("Bodies asked: %(asked)s.") % {"asked": sum(stances.values())}
    return [f"{line} {'; '.join(counted)}." if counted else line]


def rows_said(counts: Mapping[str, int]) -> list[str]:
    lines = [
        _("Rows of remarks: %(rows)s, among them objections: %(objections)s.")
        % {"rows": counts["all"], "objections": counts["objections"]}
    ]
    if counts["minority"]:
        lines.append(_("Minority opinions, kept word for word: %(n)s.") % {"n": counts["minority"]})
    return lines


def heavy(rows: Sequence[Row], language: str) -> list[str]:
    """The rows that most bodies stand behind, each with its place, its number of bodies, its sum."""
    if not rows:
        return []
    return [_("Most bodies stand behind these rows:"), *(line_of(row, language) for row in rows)]


def line_of(row: Row, language: str) -> str:
    place = label(row.eid, language=language) if row.eid else _("The whole draft")
    facts = [_("bodies: %(n)s") % {"n": getattr(row, "bodies", 0)}]
    if row.yearly_som:
        som = number_format(row.yearly_som, use_l10n=True, force_grouping=True)
        facts.append(_("%(som)s som a year") % {"som": som})
    own = getattr(row, f"text_{language}") or getattr(row, f"wording_{language}")
    other = row.text_ky or row.text_ru or row.wording_ky or row.wording_ru
    words = Truncator(own or other).chars(LETTERS)
    return f"{row.number}. {place} ({', '.join(facts)}): {words}"
