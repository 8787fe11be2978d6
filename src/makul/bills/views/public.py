"""The public pages of bills: the list, and one bill with all that lies in its dossier."""

from __future__ import annotations

from typing import Any

from django.core.cache import caches
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makul.bills import words
from makul.bills.models import Attachment, Bill
from makul.bills.queries.dossier import dossier
from makul.bills.queries.listing import DEEPEST, VIEWS, bills_in, counts
from makul.bills.views.page import (
    alert_tag,
    event_line,
    interests_of,
    is_passed,
    line_of,
    state_of,
)
from makul.cases.queries.work import working_days_left
from makul.cases.views.public.listing import typed
from makul.cases.views.public.page import cached, etag_of, language
from makul.cases.views.work.page import address
from makul.parties.models import Mandate, Party

A_PAGE = 50
A_DAY = 24 * 3600
VIEW_WORDS: dict[str, Promise] = {
    "touching": gettext_lazy("touch local communities"),
    "no_case": gettext_lazy("without a conciliation"),
    "noticed": gettext_lazy("noticed by the watch"),
    "passed": gettext_lazy("became law past local bodies"),
    "all": gettext_lazy("all"),
}
ORDERERS = frozenset({Party.Kind.COMMITTEE, Party.Kind.ASSOCIATION})
DESKS = frozenset({Party.Kind.DESK, Party.Kind.ASSOCIATION})


@cached
def bill_list(request: HttpRequest) -> HttpResponse:
    asked = {name: request.GET.get(name, "") for name in ("view", "stage", "initiator")}
    view = asked["view"] if asked["view"] in VIEWS else "touching"
    text = typed(request)
    found = bills_in(view, stage=asked["stage"], initiator=asked["initiator"], text=text)
    page = Paginator(found[:DEEPEST], A_PAGE).get_page(request.GET.get("page"))
    numbers = counted()
    values = {
        "title": _("Bills"),
        "text": text,
        "view": view,
        "asked": asked,
        "views": [(key, word, numbers[key]) for key, word in VIEW_WORDS.items()],
        "view_word": VIEW_WORDS[view],
        "stages": list(words.STAGES.items()),
        "initiators": list(words.INITIATORS.items()),
        "lines": [line_of(bill) for bill in page.object_list],
        "page_obj": page,
        "found": page.paginator.count,
        "is_cut": page.paginator.count >= DEEPEST,
        "numbers": numbers,
        "is_filtered": bool(text or asked["stage"] or asked["initiator"]),
        "nav": "bill_list",
    }
    return render(request, "bills/list.html", values)


def counted() -> dict[str, int]:
    """The counts, reckoned once for all readers while nothing new is recorded."""
    key = f"bills:{etag_of()}"
    found: dict[str, int] | None = caches["near"].get(key)
    if found is None:
        found = counts()
        caches["near"].set(key, found, A_DAY)
    return found


@cached
def bill(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(
        Bill.objects.select_related("case", "committee", "screened_by"), pk=pk
    )
    held = dossier(found)
    today = timezone.localdate()
    mandate = getattr(request, "mandate", None)
    values = {
        "title": found.title(language()) or found.title_ky or found.title_ru,
        "bill": found,
        "state": state_of(found),
        "is_passed": is_passed(found),
        "initiator": words.INITIATORS[found.initiator_kind],
        "stage": words.STAGES[found.stage],
        "touches": words.TOUCHES[found.touches],
        "interests": interests_of(found, language=language()),
        "events": [event_line(one, language=language()) for one in held.events],
        "alerts": [alert_tag(one) for one in held.alerts],
        "papers": papers(held.attachments),
        "readings": address("bill_readings", found.pk),
        "today": today,
        "left": working_days_left(today, found.case.next_due_on) if found.case else None,
        "is_desk_of": bool(mandate and mandate.party.kind in DESKS),
        "order": order_address(found, mandate),
        "nav": "bill_list",
    }
    return render(request, "bills/bill.html", values)


def order_address(found: Bill, mandate: Mandate | None) -> str:
    """Where a committee or an association orders an expertise of the bill, if that is served."""
    page = address("expertise_order") if mandate and mandate.party.kind in ORDERERS else ""
    return f"{page}?bill={found.pk}" if page else ""


def papers(attachments: list[Attachment]) -> list[dict[str, Any]]:
    """The papers by kind, each with its files."""
    return [
        {
            "is_revised": any(version.number > 1 for version in one.document.versions.all()),
            "word": words.PAPERS.get(one.kind, one.kind),
            "paper": one,
            "versions": sorted(
                one.document.versions.all(), key=lambda version: (-version.number, version.language)
            ),
        }
        for one in attachments
    ]
