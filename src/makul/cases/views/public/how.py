"""How conciliation goes, drawn and told from the procedure itself; and the Order, whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makul.cases.views.public.flow import drawn
from makul.cases.views.public.order_words import Sentence, sentence, sentences, terms_of
from makul.cases.views.public.page import cached, language
from makul.cases.views.work.words import step_name
from makul.core.calendar import working_days_term
from makul.core.procedure import All, Clock, Has, Latest, Procedure, Step, When
from makul.core.procedure import Any as Any_
from makul.core.procedure.grammar import Point, leaves, simple
from makul.law.days_off import calendar
from makul.law.numerals import print_number
from makul.law.order import order
from makul.law.procedures import procedure
from makul.law.term_table import table_of_terms
from makul.parties.rights import ROLES

BYPASS, CONSEQUENCES = "def.bypass", "consequence"
EXAMPLE = date(2026, 4, 30)  # the days of May show what is not counted
# What is said under a station of the drawing.
SHORT: dict[str, Promise] = {
    "submitted": gettext_lazy("Draft submitted"),
    "accepted": gettext_lazy("Package accepted"),
    "screened": gettext_lazy("Is LSG touched?"),
    "notified": gettext_lazy("Bodies told"),
    "position": gettext_lazy("Positions of bodies"),
    "association_position": gettext_lazy("Opinion of association"),
    "replied": gettext_lazy("Replies"),
    "meeting": gettext_lazy("Meeting"),
    "protocol": gettext_lazy("Protocol drawn"),
    "signed": gettext_lazy("Signatures"),
    "forwarded": gettext_lazy("Package forwarded"),
    "considered": gettext_lazy("Rows considered"),
    "adopted": gettext_lazy("Decision taken"),
    "compared": gettext_lazy("Text compared"),
    "appealed": gettext_lazy("Appeal"),
}


@cached
def how_it_works(request: HttpRequest) -> HttpResponse:
    found = procedure()
    days = found.terms["sign"].ordinary
    example = working_days_term(EXAMPLE, days, calendar=calendar())
    values = {
        "title": _("How conciliation goes"),
        "flow": drawn(found, name=short_name, term=lambda key: short_term(found, key)),
        "roles": ROLES,
        "steps": [told(step, found) for step in found.steps],
        "example": example,
        "days": print_number(days, form="wdacc", language=language()),
        "voluntary": sentences(["transition.1"], found, language=language()),
        "bypass": bypass(found),
        "standing": [standing(role, found) for role in ROLES],
        "evening_hour": found.evening_hour,
    }
    return render(request, "cases/public/how.html", values)


def bypass(found: Procedure) -> list[Sentence]:
    """What a bypass is, and every consequence that the Order names."""
    keys = [
        BYPASS,
        *(item.key for item in order(found.edition, procedure=found.key).items_under(CONSEQUENCES)),
    ]
    return sentences(keys, found, language=language())


def standing(role: str, found: Procedure) -> dict[str, Any]:
    """Every right and every duty of one who takes part."""
    edition = order(found.edition, procedure=found.key)
    rights = [item.key for item in edition.rights_of(role)]
    duties = [item.key for item in edition.duties_of(role)]
    return {
        "name": ROLES[role],
        "rights": sentences(rights, found, language=language()),
        "duties": sentences(duties, found, language=language()),
    }


def short_name(step: str) -> str:
    return str(SHORT[step]) if step in SHORT else step_name(step)


def short_term(found: Procedure, key: str) -> str:
    """The ordinary term above a station."""
    length = found.terms[key]
    if length.unit == "mo":
        return _("%(n)s mo.") % {"n": length.ordinary}
    return _("%(n)s w.d.") % {"n": length.ordinary}


def told(step: Step, found: Procedure) -> dict[str, Any]:
    """A step as a line of the table: who, how long, from when, what silence does, what the Order says."""
    term = next((clock.term for clock in step.clocks if clock.term), None)
    stated = [
        item.key for item in order(found.edition, procedure=found.key).items_of_step(step.key)
    ]
    keys = [key for key in (step.duty, step.right, step.consequence) if key]
    return {
        "name": step_name(step.key),
        "who": ", ".join(str(ROLES[role]) for role in step.by),
        "ordinary": time(found, term, "ordinary"),
        "short": time(found, term, "short"),
        "start": start_words(step, found),
        "silence": silence_words(step) if term else "",
        "sentences": sentences(dict.fromkeys([*stated, *keys]), found, language=language()),
    }


def time(found: Procedure, term: str | None, track: str) -> str:
    if term is None:
        return ""
    length = found.terms[term]
    return print_number(length.on(track), form=f"{length.unit}acc", language=language())


def start_words(step: Step, found: Procedure) -> str:
    """The steps whose doing, or whose term, starts the clock."""
    return "; ".join(step_name(key) for clock in step.clocks for key in starters(clock, found))


def starters(clock: Clock, found: Procedure) -> list[str]:
    """The steps a clock waits for, without those that another of them has behind it already.

    What is waited for only where rows are unsettled (or there are none) hides nothing that is
    waited for in any case.
    """
    keys = list(dict.fromkeys(leaf.step for leaf in leaves(clock.after)))
    if isinstance(clock.after, Latest):
        return keys
    always, by_rows = split(clock.after)
    hidden = {one for key in keys for one in before(key, found)}
    hidden_always = {one for key in keys if key not in by_rows for one in before(key, found)}
    return [key for key in keys if key not in (hidden_always if key in always else hidden)]


def split(point: Point) -> tuple[set[str], set[str]]:
    """The steps a point waits for in any case, and those only if the rows are so or so."""
    if isinstance(point, When):
        told = {leaf.step for leaf in leaves(point)}
        is_by_rows = any(isinstance(one, Has) for one in simple(point.condition))
        return set(), told if is_by_rows else set()
    if isinstance(point, All | Any_ | Latest):
        parts = [split(inner) for inner in point.points]
        return set().union(*(a for a, _b in parts)), set().union(*(b for _a, b in parts))
    return {leaf.step for leaf in leaves(point)}, set()


def before(key: str, found: Procedure) -> set[str]:
    """All steps that come before a step on its way."""
    seen: set[str] = set()
    waiting = [key]
    while waiting:
        clocks = found.step(waiting.pop()).clocks
        near = {leaf.step for clock in clocks for leaf in leaves(clock.after)}
        waiting += near - seen
        seen |= near
    return seen


def silence_words(step: Step) -> str:
    match step.silence.kind:
        case "deemed":
            return _("It counts as done")
        case "goes_on":
            return _("The case goes on without it")
    return _("It stays owed; the delay is on record")


@cached
def order_text(request: HttpRequest) -> HttpResponse:
    """The Order by chapter, each sentence with its number and its basis."""
    found = order()
    values = {
        "title": _("The Model Order"),
        "edition": found.edition,
        "chapters": list(chapters()),
        "terms": table_of_terms(found, language=language()),
    }
    return render(request, "cases/public/order.html", values)


def chapters() -> Iterator[dict[str, Any]]:
    terms = terms_of(procedure())
    for chapter in order().chapters:
        articles = [
            {
                "number": article.number,
                "title": article.title(language()),
                "items": [
                    (item.marker, item.is_point, sentence(item, terms=terms, language=language()))
                    for item in article.items
                ],
            }
            for article in chapter.articles
        ]
        title = chapter.title(language())
        yield {"number": chapter.number, "title": title, "articles": articles}
