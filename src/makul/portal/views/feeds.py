"""Atom feeds: new cases, the steps of one case, drafts not agreed, the cases of a body."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from makul.cases.models import Case, Protocol
from makul.cases.queries.listing import with_road
from makul.cases.views.public.listing import is_bypassed
from makul.cases.views.public.page import Shown, cached, language, public_case
from makul.cases.views.public.words import entry_words, is_open_entry, state_sentence
from makul.journal.queries import entries_of
from makul.parties.models import Party

MOST = 50
SINCE = "2026"  # the year from which the names of things under our origin are ours (RFC 4151)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that happened: its name for ever, where it stands, when."""

    name: str
    title: str
    path: str
    at: datetime
    words: str = ""


def feed(
    request: HttpRequest, *, name: str, title: str, page: str, items: Iterable[Item]
) -> HttpResponse:
    """An Atom document; its own address stands in it with the language."""
    own = f"{settings.BASE_URL}{request.path}?lang={language()}"
    made = Atom1Feed(
        title=title,
        link=f"{settings.BASE_URL}{page}",
        description="",
        language=language(),
        feed_url=own,
        feed_guid=tagged(f"{name}:{language()}"),
        author_name=_("Makul"),
    )
    for item in items:
        made.add_item(
            title=item.title,
            link=f"{settings.BASE_URL}{item.path}",
            description=item.words,
            unique_id=tagged(item.name),
            pubdate=item.at,
            updateddate=item.at,
        )
    return HttpResponse(
        made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )


def tagged(name: str) -> str:
    """A name that stays when addresses change."""
    return f"tag:{settings.MAKUL_ORIGIN},{SINCE}:{name}"


def title_of(case: Case) -> str:
    """The title in the language of the page, else in the one there is, which is then said."""
    own = case.title(language())
    if own:
        return own
    said = case.title_ky or case.title_ru or case.number
    code = "ky" if case.title_ky else "ru"
    return f"{said} ({code})" if language() in {"ky", "ru"} else said


def as_items(cases: Iterable[Case]) -> list[Item]:
    return [
        Item(
            name=case.subject,
            title=title_of(case),
            path=reverse("case", args=[case.number]),
            at=case.opened_at,
            words=state_sentence(
                stage=case.stage, outcome=case.outcome, is_bypassed=is_bypassed(case)
            ),
        )
        for case in cases
    ]


@cached
def new_cases(request: HttpRequest) -> HttpResponse:
    cases = with_road().order_by("-opened_at", "-pk")[:MOST]
    page = reverse("case_list")
    items = as_items(cases)
    return feed(request, name="cases", title=_("New conciliations"), page=page, items=items)


@cached
def of_body(request: HttpRequest, key: str) -> HttpResponse:
    """The cases in which a body takes part."""
    party = get_object_or_404(Party, key=key)
    cases = with_road().filter(participations__party=party).order_by("-opened_at", "-pk")[:MOST]
    title = _("Conciliations of: %(name)s") % {"name": party.name(language())}
    page = reverse("body", args=[key])
    return feed(request, name=f"body:{key}", title=title, page=page, items=as_items(cases))


@cached
def not_agreed(request: HttpRequest) -> HttpResponse:
    found = Protocol.objects.filter(kind="disagreements").select_related("case")
    items = [
        Item(
            name=f"{one.case.subject}:protocol",
            title=title_of(one.case),
            path=reverse("case_outcome", args=[one.case.number]),
            at=one.drawn_at,
            words=_("The protocol of disagreements is drawn."),
        )
        for one in found.order_by("-drawn_at")[:MOST]
    ]
    page = reverse("not_agreed")
    return feed(request, name="not-agreed", title=_("Drafts not agreed"), page=page, items=items)


@public_case
def of_case(shown: Shown) -> HttpResponse:
    """What happened in a case, without internal work."""
    case = shown.case
    entries = entries_of(case.subject).order_by("-number")
    open_ones = [one for one in entries if is_open_entry(one.action)][:MOST]
    path = reverse("case_entries", args=[case.number])
    items = [
        Item(
            name=f"{case.subject}:entry:{one.number}",
            title=entry_words(one.action, steps=shown.procedure.by_key),
            path=f"{path}#entry-{one.number}",
            at=one.at,
            words=shown.name(one.party),
        )
        for one in open_ones
    ]
    title = f"{case.number}: {title_of(case)}"
    page = reverse("case", args=[case.number])
    return feed(shown.request, name=case.subject, title=title, page=page, items=items)


@cached
def about(request: HttpRequest) -> HttpResponse:
    """Which feeds and calendars there are, and what to do with an address of one."""
    return render(request, "portal/feeds.html", {"title": _("Follow conciliation")})
