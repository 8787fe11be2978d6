"""Who was asked in a case, who was reached, who answered and how; and one position whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.models import Case, Position
from makul.cases.queries.board import board_result
from makul.cases.queries.people import (
    Asked,
    Share,
    asked_in,
    by_kind,
    by_oblast,
    oblast_names,
    stances_of,
)
from makul.cases.queries.receipts import entry_of, scan_of
from makul.cases.views.public.page import Shown, language, public_case
from makul.cases.views.public.words import bodies
from makul.cases.views.work.voting import votes_of
from makul.law.forms import values
from makul.parties.models import Party

OPEN = (Position.State.FILED, Position.State.REPLACED, Position.State.WITHDRAWN)
MOST_ID = 2**63 - 1


@public_case
def case_bodies(shown: Shown) -> HttpResponse:
    asked = asked_in(shown.case, shown.status, language=language())
    names = oblast_names(asked, language=language())
    kinds = {key: words[language()] for key, words in values("body.kind").items()}
    stance = shown.request.GET.get("stance", "")
    oblast = shown.request.GET.get("oblast", "")
    more = {
        "title": _("Who was asked"),
        "asked": len(asked),
        "answered": sum(one.position is not None for one in asked),
        "stances": stances_of(asked),
        "places": places(by_oblast(asked, names=names), case=shown.case),
        "kinds": by_kind(asked, names=kinds),
        "bodies": [body(one, names, kinds) for one in chosen(asked, stance, oblast)],
        "associations": asked_in(shown.case, shown.status, role="association"),
        "waiting": still_waiting(asked),
        "is_chosen": bool(stance or oblast),
    }
    return shown.show("bodies.html", more)


def places(shares: Iterable[Share], *, case: Case) -> list[dict[str, Any]]:
    """Those asked and those who answered, by oblast, as the map of oblasts takes them."""
    page = reverse("case_bodies", args=[case.number])
    return [
        {
            "code": one.key,
            "name": one.name,
            "part": one.answered,
            "whole": one.asked,
            "url": f"{page}?oblast={quote(one.key)}#h-bodies",
        }
        for one in shares
    ]


def still_waiting(asked: list[Asked]) -> str:
    """Those whose term runs, told apart from the silent; in words, or nothing."""
    n = sum(not one.stance for one in asked)
    return bodies(n) if n else ""


def chosen(asked: list[Asked], stance: str, oblast: str) -> list[Asked]:
    """Those with a stance or in an oblast; what is not known filters all out."""
    return [
        one
        for one in asked
        if (not stance or one.stance == stance) and (not oblast or one.party.oblast == oblast)
    ]


def body(one: Asked, names: dict[str, str], kinds: dict[str, str]) -> dict[str, Any]:
    return {
        "asked": one,
        "oblast": names.get(one.party.oblast, one.party.oblast),
        "kind": kinds.get(one.party.body_kind, ""),
    }


@public_case
def position(shown: Shown, *, pk: int) -> HttpResponse:
    """A filed position as its body filed it; a draft is nobody's answer and is not found."""
    found = get_object_or_404(
        Position.objects.select_related("party", "filed_by"),
        pk=min(pk, MOST_ID),
        case=shown.case,
        state__in=OPEN,
    )
    others = Position.objects.filter(case=shown.case, party=found.party, state__in=OPEN)
    values_ = {
        "title": _("Position"),
        "position": found,
        "remarks": list(found.remarks.order_by("order").select_related("link__row")),
        "scan": scan_of(found) if takes_part(shown) else None,
        "others": [one for one in others.order_by("filed_at", "pk") if one.pk != found.pk],
        **word_of_board(found),
    }
    return shown.show("position.html", values_)


def word_of_board(position: Position) -> dict[str, Any]:
    """Behind an association's opinion: what its board decided, or that it was signed without it."""
    if position.party.kind != Party.Kind.ASSOCIATION or position.is_paper or not position.receipt:
        return {}
    result = board_result(position, now=timezone.now())
    said = entry_of(position).data.get("board", "")
    return {
        "board": result if said != "without" else None,
        "board_votes": votes_of(result),
        "is_without_board": said == "without",
    }


def takes_part(shown: Shown) -> bool:
    """Whether the one who looks acts for a party of the case; the public does not, without a query."""
    mandate = getattr(shown.request, "mandate", None)
    return bool(mandate and mandate.party.key in shown.parties)
