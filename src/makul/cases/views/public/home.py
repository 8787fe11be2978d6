"""The front page: what is on the way, what was decided, what went past conciliation, who answered."""

from __future__ import annotations

from typing import Any

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.models import Case
from makul.cases.queries.listing import cases_in, state_counts
from makul.cases.queries.people import Share, answers_by_oblast
from makul.cases.views.public.listing import as_lines
from makul.cases.views.public.page import cached, language

SHOWN = 6
# Where the tile of an oblast stands: the SOATE number of the oblast in its code.
TILES = {
    "02": "o-ik",
    "03": "o-ja",
    "04": "o-naryn",
    "05": "o-batken",
    "06": "o-osh",
    "07": "o-talas",
    "08": "o-chui",
    "11": "o-bishkek",
    "21": "o-oshc",
}


def tile_of(code: str) -> str:
    """The place of an oblast among the tiles, by its whole code or its number in it.

    >>> tile_of("41702000000000"), tile_of("02"), tile_of("99")
    ('o-ik', 'o-ik', '')
    """
    return TILES.get(code[3:5] if code.startswith("417") else code, "")


def tiles(shares: list[Share]) -> list[dict[str, Any]]:
    return [{"share": share, "place": tile_of(share.key)} for share in shares]


@cached
def home(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    soonest = cases_in("open").order_by(F("next_due_on").asc(nulls_last=True), "-pk")[:SHOWN]
    running = as_lines(soonest, today=today)
    asked = [line["case"] for line in running if line["asked"]]
    newest: Case | None = max(asked, key=lambda case: case.opened_at, default=None)
    values = {
        "title": _("Drafts agreed with local self-government"),
        "today": today,
        "counts": state_counts(),
        "running": running,
        "decided": as_lines(cases_in("ended")[:3], today=today),
        "adopted": as_lines(cases_in("adopted")[:SHOWN], today=today),
        "newest": newest,
        "tiles": tiles(answers_by_oblast(newest, language=language())) if newest else [],
    }
    return render(request, "cases/public/home.html", values)
