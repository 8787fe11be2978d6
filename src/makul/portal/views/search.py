"""The search: words in titles, provisions, remarks, replies, protocols and names, found case by case."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makul.cases.views.public.listing import is_bypassed, typed
from makul.cases.views.public.page import whole_number
from makul.cases.views.public.words import STATES, state_sentence
from makul.journal.views import cached_by
from makul.portal.actions import read_mark
from makul.portal.queries import (
    KINDS,
    Found,
    Wish,
    find_bodies,
    find_cases,
    find_things,
    hit,
    with_lines,
    years,
)

A_PAGE = 20
MOST_THINGS = 5  # beside the cases; all of them one tap away
KIND_WORDS: dict[str, Promise] = {
    "title": gettext_lazy("Title"),
    "provision": gettext_lazy("Text of the draft"),
    "position": gettext_lazy("Position"),
    "remark": gettext_lazy("Remark"),
    "row": gettext_lazy("Row of remarks"),
    "reply": gettext_lazy("Reply"),
    "meeting": gettext_lazy("Record of a meeting"),
    "protocol": gettext_lazy("Protocol"),
    "bill": gettext_lazy("Bill"),
    "sitting": gettext_lazy("Sitting"),
    "expertise": gettext_lazy("Municipal expertise"),
    "special": gettext_lazy("Special protocol"),
}
CHOICES: dict[str, Promise] = {
    "draft": gettext_lazy("Titles and texts"),
    "said": gettext_lazy("Positions and remarks"),
    "reply": gettext_lazy("Replies"),
    "outcome": gettext_lazy("Meetings and protocols"),
    "parliament": gettext_lazy("In the Jogorku Kenesh"),
}
IN_LANGUAGES: dict[str, Promise] = {
    "ky": gettext_lazy("in Kyrgyz"),
    "ru": gettext_lazy("in Russian"),
}


def wish_of(request: HttpRequest) -> Wish:
    """What is asked for; what is not known filters nothing."""
    given = request.GET
    kind, language, state = (given.get(name, "") for name in ("kind", "in", "state"))
    return Wish(
        text=typed(request),
        kind=kind if kind in KINDS else "",
        language=language if language in IN_LANGUAGES else "",
        year=whole_number(given.get("year")),
        state=state if state in STATES else "",
    )


@cached_by(read_mark)
def search(request: HttpRequest) -> HttpResponse:
    wish = wish_of(request)
    found, kinds = find_cases(wish) if wish.words else ([], Counter[str]())
    is_parliament = wish.kind == "parliament"
    listed: Any = find_things(wish) if is_parliament else found
    pages = Paginator(listed, A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    values: dict[str, Any] = {
        "title": _("Search"),
        "wish": wish,
        "text": wish.text,
        "is_asked": bool(wish.words),
        "found": [] if is_parliament else [told(one) for one in with_lines(list(page), wish)],
        **things(wish, page if is_parliament else None, is_first=page.number == 1),
        "is_parliament": is_parliament,
        "page_obj": page,
        "cases": len(found),
        "places": sum(kinds.values()),
        "bodies": find_bodies(wish) if wish.words and page.number == 1 and is_plain(wish) else [],
        "choices": choices(request, wish) if wish.words else [],
        "is_narrowed": not is_plain(wish),
    }
    return render(request, "portal/search.html", values)


def things(wish: Wish, page: Page[Any] | None, *, is_first: bool) -> dict[str, Any]:
    """What was found beside the cases: a page of it where it is asked for alone, else the first few."""
    if page is None and not (wish.words and is_first and not wish.kind and not wish.state):
        return {"things": [], "things_in_all": 0}
    lines = find_things(wish)
    shown = list(page) if page is not None else list(lines[:MOST_THINGS])
    hits = [(KIND_WORDS[one.kind], hit(one, wish.words)) for one in shown]
    return {"things": hits, "things_in_all": lines.count() if shown else 0}


def is_plain(wish: Wish) -> bool:
    """Whether no filter is set."""
    return not (wish.kind or wish.language or wish.year or wish.state)


def told(one: Found) -> dict[str, Any]:
    case = one.case
    bypassed = bool(case and is_bypassed(case))
    now = (
        state_sentence(stage=case.stage, outcome=case.outcome, is_bypassed=bypassed) if case else ""
    )
    hits = [(KIND_WORDS.get(own.kind, ""), own) for own in one.hits if own.kind != "title"]
    name = next((own for own in one.hits if own.kind == "title"), None)
    more = one.count - len(one.hits)
    return {"case": case, "now": now, "hits": hits, "title": name, "more": more}


def choices(request: HttpRequest, wish: Wish) -> list[dict[str, Any]]:
    """The filters as links: each with its values in words, the one that is set, and a way out."""
    lists = (
        ("kind", _("Where"), list(CHOICES.items()), wish.kind),
        ("in", _("Language"), list(IN_LANGUAGES.items()), wish.language),
        ("year", _("Year"), [(str(one), str(one)) for one in years()], str(wish.year or "")),
        ("state", _("State"), [one for one in STATES.items() if one[0]], wish.state),
    )
    return [
        {
            "label": label,
            "any": address(request.GET, name, "") if chosen else "",
            "values": [
                (word, address(request.GET, name, value), value == chosen) for value, word in values
            ],
        }
        for name, label, values, chosen in lists
        if len(values) > 1
    ]


def address(given: QueryDict, name: str, value: str) -> str:
    """This search with one filter set another way, from its first page."""
    query = given.copy()
    for gone in (name, "page", "lang"):
        query.pop(gone, None)
    if value:
        query[name] = value
    return f"?{query.urlencode()}"
