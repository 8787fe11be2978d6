"""The outbox: which letters wait, arrived or came back, and each letter whole."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from makul.cases.queries.letters import letters_of, states_of
from makul.notices.models import Notice
from makul.parties.acting import acting

ON_A_PAGE = 50


@never_cache
def outbox(request: HttpRequest) -> HttpResponse:
    """The letters of the party one acts for, by state."""
    letters = letters_of(acting(request).party)
    state = request.GET.get("state", "")
    shown = letters.filter(state=state) if state in Notice.State.values else letters
    page = Paginator(shown, ON_A_PAGE).get_page(request.GET.get("page", "1")[:6])
    context = {
        "title": _("Letters and reminders"),
        "page_obj": page,
        "counts": states_of(letters),
        "state": state if state in Notice.State.values else "",
    }
    return render(request, "cases/work/outbox.html", context)


@never_cache
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """One letter as it was sent, with every try to deliver it."""
    notice = letters_of(acting(request).party).filter(pk=pk).first()
    if notice is None:
        raise Http404
    context = {"title": notice.title, "letter": notice, "attempts": notice.attempts.all()}
    return render(request, "cases/work/letter.html", context)


@never_cache
def letter_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """The due date of a letter as iCalendar, for one's own calendar."""
    notice = letters_of(acting(request).party).filter(pk=pk).exclude(calendar="").first()
    if notice is None:
        raise Http404
    response = HttpResponse(notice.calendar, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="makul-{notice.pk}.ics"'
    return response
