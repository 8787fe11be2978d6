"""The outbox: which letters came back, wait or arrived, each with the reason in words; and sending again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from makul.cases.actions.reaching import send_letters_again
from makul.cases.models import Case, Participation
from makul.cases.queries.letters import (
    by_case,
    failed_first,
    kinds_of,
    letters_of,
    numbers_of,
    picked_letters,
    states_of,
)
from makul.cases.transport import kind_words, said_of
from makul.cases.views.work.page import SeeOther, clock
from makul.notices.models import Attempt, Notice
from makul.parties import access
from makul.parties.acting import acting
from makul.parties.forms import ConfirmForm, attempt
from makul.parties.models import Mandate

ON_A_PAGE = 50
MOST_KEY = 2**63 - 1


@never_cache
def outbox(request: HttpRequest) -> HttpResponse:
    """The letters of the party one acts for: what came back first; ticked ones are sent again."""
    actor = acting(request)
    letters = letters_of(actor.party)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        now = clock()
        if attempt(form, lambda: again(ticked(request, letters), actor), now=now):
            messages.success(request, sent_words(form.result or 0))
            return SeeOther(f"?{request.GET.urlencode()}")
    return outbox_page(request, actor, letters, form)


def outbox_page(
    request: HttpRequest, actor: Mandate, letters: QuerySet[Notice], form: ConfirmForm
) -> HttpResponse:
    given = {name: request.GET.get(name, "")[:40] for name in ("state", "kind")}
    given["state"] = given["state"] if given["state"] in Notice.State.values else ""
    number = request.GET.get("case", "")[:20]
    shown = picked_letters(letters, number=number, **given)
    page = Paginator(failed_first(shown), ON_A_PAGE).get_page(request.GET.get("page", "1")[:6])
    conducted = conducted_by(actor)
    last = last_answers(page.object_list)
    rows = [row(one, last.get(one.pk), conducted) for one in page]
    context = {
        "title": _("Letters and reminders"),
        "page_obj": page,
        "rows": rows,
        "may_send": any(one["may_send"] for one in rows),
        "counts": states_of(letters),
        "kinds": [(key, kind_words(key), n) for key, n in kinds_of(letters).items()],
        "numbers": numbers_of(letters),
        "number": number,
        "form": form,
        **given,
    }
    return render(request, "cases/work/outbox.html", context, status=422 if form.errors else 200)


def conducted_by(actor: Mandate) -> frozenset[str]:
    """The subjects of the cases in which the actor may send letters again (one query)."""
    on = timezone.localdate(clock())
    seats = Participation.objects.filter(party=actor.party).select_related("case")
    return frozenset(
        seat.case.subject for seat in seats if access.may(actor, "notify", role=seat.role, on=on)
    )


def last_answers(letters: Any) -> dict[int, Attempt]:
    """What the post office said last of each letter (one query)."""
    tries = Attempt.objects.filter(notice__in=[one.pk for one in letters]).order_by("pk")
    return {one.notice_id: one for one in tries}


def row(one: Notice, last: Attempt | None, conducted: frozenset[str]) -> dict[str, Any]:
    """A letter as the list shows it: its kind and, if it has not arrived, why, in words."""
    is_failed = one.state == Notice.State.FAILED
    return {
        "letter": one,
        "kind": kind_words(one.kind),
        "number": one.subject.removeprefix("case:") if one.subject.startswith("case:") else "",
        "why": said_of(last.answer) if last and one.state != Notice.State.DELIVERED else "",
        "raw": last.answer if last and one.state != Notice.State.DELIVERED else "",
        "may_send": is_failed and one.subject in conducted,
    }


def ticked(request: HttpRequest, letters: QuerySet[Notice]) -> list[Notice]:
    """The letters that are ticked, or every one that came back."""
    failed = letters.filter(state=Notice.State.FAILED)
    if request.POST.get("do") == "all":
        return list(failed)
    keys = [int(one) for one in request.POST.getlist("letters") if one.isdecimal()]
    return list(failed.filter(pk__in=[key for key in keys if key < MOST_KEY]))


def again(letters: list[Notice], actor: Mandate) -> int:
    """Send them again, case by case, each case with its own entry. Returns how many."""
    found = by_case(letters)
    cases = Case.objects.filter(number__in=found)
    now, conducted = clock(), conducted_by(actor)
    return sum(
        send_letters_again(case=case, notices=found[case.number], actor=actor, now=now)
        for case in cases
        if case.subject in conducted
    )


def sent_words(n: int) -> str:
    if not n:
        return _("No letter was ticked that you may send again.")
    said = ngettext("%(n)s letter goes out again.", "%(n)s letters go out again.", n)
    return said % {"n": n}


@never_cache
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """One letter as it was sent, with every try to deliver it."""
    notice = letters_of(acting(request).party).filter(pk=pk).first()
    if notice is None:
        raise Http404
    tries = [
        (one, "" if one.is_delivered else said_of(one.answer)) for one in notice.attempts.all()
    ]
    context = {"title": notice.title, "letter": notice, "attempts": tries, "nav": "outbox"}
    return render(request, "cases/work/letter.html", context)


@never_cache
def letter_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """The due date or the meeting of a letter as iCalendar, for one's own calendar."""
    notice = letters_of(acting(request).party).filter(pk=pk).exclude(calendar="").first()
    if notice is None:
        raise Http404
    response = HttpResponse(notice.calendar, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="makul-{notice.pk}.ics"'
    return response
