"""How each procedure goes, drawn and told from its own data; and its order, whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makul.cases.views.public.flow import by_lane, drawn
from makul.cases.views.public.order_words import Sentence, sentence, sentences, terms_of
from makul.cases.views.public.page import cached, language
from makul.cases.views.work.words import role_words, step_name
from makul.core.calendar import working_days_term
from makul.core.procedure import All, Clock, Has, Latest, Procedure, Step, When
from makul.core.procedure import Any as Any_
from makul.core.procedure.grammar import Point, leaves, simple
from makul.law.days_off import calendar
from makul.law.numerals import print_number
from makul.law.order import Item, order
from makul.law.procedures import KEYS, editions, procedure
from makul.law.procedures.about import about
from makul.law.term_table import table_of_terms
from makul.parties.rights import ROLES

BYPASS, CONSEQUENCES = "def.bypass", "consequence"
EXAMPLE = date(2026, 4, 30)  # the days of May show what is not counted
EXAMPLE_DAYS = 5
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
def how_it_works(request: HttpRequest, key: str = "npa") -> HttpResponse:
    found = procedure_or_404(key)
    edition = order(found.edition, procedure=found.key)
    values = {
        "title": about(key, language=language()).how,
        "nav": "how_it_works",
        "own": about(key, language=language()),
        "found": found,
        **drawing(found),
        "steps": [told(step, found) for step in found.steps],
        "has_short": any(one.ordinary != one.short for one in found.terms.values()),
        "counted": counted(found),
        "voluntary": told_items(edition.items_under("transition.1"), found),
        "bypass": told_items(
            (*edition.items_under(BYPASS), *edition.items_under(CONSEQUENCES)), found
        ),
        "standing": [standing(role, found) for role in by_lane(found.roles)],
        "others": [(one, about(one, language=language())) for one in KEYS if one != key],
    }
    return render(request, "cases/public/how.html", values)


def drawing(found: Procedure) -> dict[str, Any]:
    """The way as stations in lanes, and as a list for narrow screens, each with who acts."""
    flow = drawn(found, name=short_name, term=lambda term: short_term(found, term))
    return {
        "flow": flow,
        "lanes": [(lane_name(roles), top) for roles, top in flow.lanes],
        "stations": [(role_name(one.role), one) for one in flow.stations],
    }


def lane_name(roles: tuple[str, ...]) -> str:
    """Who acts in a lane; the bodies and their association are said together."""
    if set(roles) == {"association", "lsg"}:
        return _("Local self-government and its association")
    return ", ".join(role_name(role) for role in roles)


def procedure_or_404(key: str) -> Procedure:
    """The newest edition of a procedure. Raises: Http404."""
    if key not in KEYS:
        raise Http404
    return procedure(key, editions(key)[-1])


def counted(found: Procedure) -> dict[str, Any]:
    """How its terms are counted: the units it knows, and an example in the calendar of this year."""
    units = {length.unit for length in found.terms.values()}
    example = working_days_term(EXAMPLE, EXAMPLE_DAYS, calendar=calendar())
    return {
        "units": units,
        "evening_hour": found.evening_hour,
        "example": example if "wd" in units else None,
        "days": print_number(EXAMPLE_DAYS, form="wd", language=language()),
    }


def told_items(items: Iterable[Item], found: Procedure) -> list[Sentence]:
    return sentences([item.key for item in items], found, language=language())


def standing(role: str, found: Procedure) -> dict[str, Any]:
    """Every right and every duty of one who takes part."""
    edition = order(found.edition, procedure=found.key)
    return {
        "name": role_name(role),
        "rights": told_items(edition.rights_of(role), found),
        "duties": told_items(edition.duties_of(role), found),
    }


def role_name(role: str) -> str:
    """A role as a head: as the table of rights calls it, else as the law does."""
    return str(ROLES[role]) if role in ROLES else str(capfirst(role_words(role)))


def short_name(step: str) -> str:
    return str(SHORT[step]) if step in SHORT else step_name(step)


def short_term(found: Procedure, key: str) -> str:
    """The ordinary term above a station."""
    length = found.terms[key]
    words = {"mo": _("%(n)s mo."), "cd": _("%(n)s c.d."), "wd": _("%(n)s w.d.")}
    return words[length.unit] % {"n": length.ordinary}


def told(step: Step, found: Procedure) -> dict[str, Any]:
    """A step as a line of the table: who, how long, from when, what silence does, what the Order says."""
    term = next((clock.term for clock in step.clocks if clock.term), None)
    stated = [
        item.key for item in order(found.edition, procedure=found.key).items_of_step(step.key)
    ]
    keys = [key for key in (step.duty, step.right, step.consequence) if key]
    return {
        "name": step_name(step.key),
        "who": ", ".join(role_name(role) for role in step.by),
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
def order_text(request: HttpRequest, key: str = "npa") -> HttpResponse:
    """The order of a procedure by chapter, each sentence with its number and its basis."""
    found = procedure_or_404(key)
    edition = order(found.edition, procedure=key)
    values = {
        "title": about(key, language=language()).order,
        "nav": "how_it_works",
        "own": about(key, language=language()),
        "found": found,
        "chapters": list(chapters(found)),
        "terms": table_of_terms(edition, language=language()),
    }
    return render(request, "cases/public/order.html", values)


def chapters(found: Procedure) -> Iterator[dict[str, Any]]:
    terms = terms_of(found)
    for chapter in order(found.edition, procedure=found.key).chapters:
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
