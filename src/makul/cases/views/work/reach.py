"""Who has been told, has opened and has answered; and the reminder to those who have not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from makul.cases.actions.reaching import AUTOMATIC, remind
from makul.cases.queries.reach import (
    STATES,
    Part,
    Reached,
    part_of,
    parts_of,
    picked,
    place_names,
    reach_of,
    remindable,
    reminders_of,
)
from makul.cases.reminders import reminder
from makul.cases.views.work.case import names_of
from makul.cases.views.work.page import Work, language, work_page
from makul.law.forms import values as form_values
from makul.parties.forms import ConfirmForm

A_PAGE = 30
STATE_WORDS: dict[str, Promise] = {
    "waiting": gettext_lazy("told, no answer yet"),
    "not_told": gettext_lazy("not told yet"),
    "failed": gettext_lazy("the letter did not arrive"),
    "told": gettext_lazy("told, not opened"),
    "opened": gettext_lazy("opened, nothing drafted"),
    "drafted": gettext_lazy("is drafting"),
    "answered": gettext_lazy("answered"),
}
FUNNEL: dict[str, Promise] = {
    "asked": gettext_lazy("Asked"),
    "told": gettext_lazy("Told"),
    "opened": gettext_lazy("Have opened"),
    "drafted": gettext_lazy("Have begun to answer"),
    "answered": gettext_lazy("Answered"),
}
FILTERS = ("state", "oblast", "kind")


def chosen_filters(work: Work) -> dict[str, str]:
    """What the address filters by; only filters that say something."""
    given = {name: work.request.GET.get(name, "").strip()[:40] for name in FILTERS}
    return {name: value for name, value in given.items() if value}


@work_page("notify", "merge_rows")
def reach(work: Work) -> HttpResponse:
    """How far the case has come to each body, in all, by oblast and by kind; each count is a filter."""
    reached = reach_of(work.case, work.status)
    filters = chosen_filters(work)
    shown = picked(reached, **filters)
    places = place_names({one.party.oblast for one in reached}, language=language())
    kinds = {key: words[language()] for key, words in form_values("body.kind").items()}
    due = remindable(shown, today=work.today)
    page = Paginator(shown, A_PAGE).get_page(work.request.GET.get("page"))
    values = {
        "title": _("Who has been told, has opened, has answered"),
        "total": part_of(reached),
        "funnel": funnel(part_of(reached)),
        "oblasts": map_rows(parts_of(reached, lambda one: one.party.oblast, names=places)),
        "kinds": parts_of(reached, lambda one: one.party.body_kind, names=kinds),
        "states": state_rows(reached),
        "filters": filters,
        "query": urlencode(filters),
        "chosen": chosen_words(filters, places=places, kinds=kinds),
        "page_obj": page,
        "rows": [(one, places.get(one.party.oblast, "")) for one in page],
        "found": len(shown),
        "remindable": len(due) if work.may("notify") else 0,
        "reminders": rounds(work),
    }
    return work.show("reach.html", values)


def funnel(whole: Part) -> list[dict[str, Any]]:
    """Asked, told, opened, drafted, answered: each a bar of those asked."""
    return [
        {"label": str(word), "value": getattr(whole, step), "text": f"{getattr(whole, step)}"}
        for step, word in FUNNEL.items()
    ]


def map_rows(parts: Sequence[Part]) -> list[dict[str, Any]]:
    """What the map of oblasts shows: answered out of asked, and how many have opened."""
    return [
        {
            "code": one.key,
            "name": one.name,
            "part": one.answered,
            "whole": one.asked,
            "url": f"?{urlencode({'oblast': one.key})}#h-bodies",
            "note": _("opened: %(n)s") % {"n": one.opened},
        }
        for one in parts
    ]


def state_rows(reached: Sequence[Reached]) -> list[dict[str, Any]]:
    """Each state with how many bodies stand there; those nobody stands in are left out."""
    counts = {state: len(picked(reached, state=state)) for state in ("waiting", *STATES)}
    return [{"key": key, "word": STATE_WORDS[key], "count": n} for key, n in counts.items() if n]


def chosen_words(
    filters: dict[str, str], *, places: dict[str, str], kinds: dict[str, str]
) -> list[str]:
    """The filters in words, for the sentence above the list."""
    words: dict[str, dict[str, Any]] = {"state": STATE_WORDS, "oblast": places, "kind": kinds}
    return [str(words[name].get(value, value)) for name, value in filters.items()]


def rounds(work: Work) -> list[dict[str, Any]]:
    """The reminders on record: when, by whom, to how many."""
    entries = reminders_of(work.case)
    names = names_of(one.party for one in entries)
    return [
        {
            "at": one.at,
            "who": names.get(one.party, one.party),
            "count": len(one.data.get("to", ())),
            "is_automatic": one.value == AUTOMATIC,
            "number": one.number,
        }
        for one in entries
    ]


@work_page("notify")
def reach_remind(work: Work) -> HttpResponse:
    """The words of the reminder first, in each language it goes out in; then it goes to all chosen."""
    filters = chosen_filters(work)
    reached = picked(reach_of(work.case, work.status), **filters)
    due = remindable(reached, today=work.today)
    form = ConfirmForm(work.data)
    back = f"{work.url('reach')}?{urlencode(filters)}"
    bodies = [one.party for one in due]
    if work.is_post and work.attempt(
        form, lambda: remind(case=work.case, bodies=bodies, actor=work.actor, now=work.now)
    ):
        return work.done(queued_words(form.result or 0), to=back)
    places = place_names({one.party.oblast for one in reached}, language=language())
    kinds = {key: words[language()] for key, words in form_values("body.kind").items()}
    values = {
        "title": _("Remind those who have not answered"),
        "bodies": bodies,
        "chosen": chosen_words(filters, places=places, kinds=kinds),
        "letters": [sample(work, one) for one in samples(due)],
        "back": back,
    }
    return work.show("reach_remind.html", values, form=form)


def queued_words(n: int) -> str:
    said = ngettext(
        "%(n)s reminder is on its way and stands in the journal.",
        "%(n)s reminders are on their way and stand in the journal.",
        n,
    )
    return said % {"n": n}


def samples(due: Sequence[Reached]) -> list[Reached]:
    """One body for each language that letters go out in."""
    return list({one.party.language: one for one in reversed(due)}.values())


def sample(work: Work, one: Reached) -> dict[str, Any]:
    """The letter as that body will get it, and how many get it in this language."""
    party = one.party
    letter = reminder(work.case, party, last_day=one.last_day)
    return {"letter": letter, "language": party.language, "party": party}
