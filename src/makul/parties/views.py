"""Pages of the registry: territories, bodies and their mandates, and who may do what."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from makul.core.errors import BadInput
from makul.journal.views import cached
from makul.parties import keeping, queries
from makul.parties.acting import acting
from makul.parties.actions import MandateInput, end_mandate, give_mandate, stand_for
from makul.parties.forms import EndForm, MandateForm, attempt
from makul.parties.kinds import PARTY_KINDS, TERRITORY_KINDS, kinds_in_order
from makul.parties.models import Boundary, Mandate, Party, Territory
from makul.parties.rights import ROLES, table

PAGE = 50


@cached
def registry(request: HttpRequest) -> HttpResponse:
    """Oblasts and cities with what lies in them; a search through everything ever listed."""
    today = timezone.localdate()
    text = request.GET.get("q", "").strip()
    top = list(queries.standing(on=today).filter(kind__in=("oblast", "city_republic")))
    counts = queries.counts_within([one.code for one in top], on=today)
    found = queries.search_territories(text, on=today) if text else Territory.objects.none()
    values = {
        "title": _("Register of territories and bodies"),
        "text": text,
        "page_obj": Paginator(found.order_by("code"), PAGE).get_page(request.GET.get("page")),
        "rows": [(one, kinds_in_order(counts[one.code])) for one in top],
        "editions": [
            (edition, [TERRITORY_KINDS[kind] for kind in edition.covers])
            for edition in queries.loaded_editions()
        ],
        "totals": kinds_in_order(queries.totals(on=today)),
        "nameless": queries.nameless(on=today),
        "has_boundaries": Boundary.objects.exists(),
        "kinds_behind": [
            (TERRITORY_KINDS[kind], edition) for kind, edition in queries.kinds_behind()
        ],
    }
    return render(request, "parties/registry.html", values)


@cached
def territory(request: HttpRequest, code: str) -> HttpResponse:
    """One territory as each list had it, what it came from and became, and what lies in it."""
    today = timezone.localdate()
    editions = list(queries.editions_of(code))
    if not editions:
        raise Http404
    inside = queries.standing(on=today).filter(parent__code=code).order_by("kind", "code")
    counts = queries.counts_within([one.code for one in inside], on=today)
    groups = [
        (TERRITORY_KINDS[kind], [(one, kinds_in_order(counts[one.code])) for one in rows])
        for kind, rows in groupby(inside, key=lambda one: one.kind)
    ]
    shown = editions[0]
    values = {
        "territory": shown,
        "editions": editions,
        "kind": TERRITORY_KINDS[shown.kind],
        "above": queries.above(shown),
        "successors": [heir for one in editions for heir in one.successors.all()],
        "predecessors": [old for one in editions for old in one.predecessors.all()],
        "groups": groups,
        "bodies": list(Party.objects.filter(territory__code=code).order_by("kind", "key")),
        "is_standing": queries.standing(on=today).filter(code=code).exists(),
        "nav": "registry",
    }
    return render(request, "parties/territory.html", values)


@cached
def body_list(request: HttpRequest) -> HttpResponse:
    kind = request.GET.get("kind", "")
    kind = kind if kind in PARTY_KINDS else ""
    text = request.GET.get("q", "").strip()
    found = queries.bodies(text=text, kind=kind, language=request.LANGUAGE_CODE)
    values = {
        "title": _("Bodies"),
        "page_obj": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "text": text,
        "kind": kind,
        "kinds": PARTY_KINDS.items(),
        "nav": "registry",
    }
    return render(request, "parties/body_list.html", values)


@cached
def body(request: HttpRequest, key: str) -> HttpResponse:
    """A body: its names, its days, its cases, and by office those who act for it."""
    party = get_object_or_404(Party.objects.select_related("territory"), key=key)
    mandate = getattr(request, "mandate", None)
    is_own = bool(mandate and mandate.party_id == party.pk)
    seats = party.participations.select_related("case").order_by("-case__opened_at")
    today = timezone.localdate()
    values: dict[str, Any] = {
        "party": party,
        "kind": PARTY_KINDS[party.kind],
        "roles": ROLES,
        "page_obj": Paginator(seats, PAGE).get_page(request.GET.get("page")),
        "offices": [(one, one.is_valid_on(today)) for one in queries.mandates_of(party)],
        "predecessors": party.predecessors.all(),
        "successors": party.successors.all(),
        "is_own": is_own,
        "may_give": bool(mandate and is_own and mandate.may_sign),
        "nav": "registry",
    }
    return render(request, "parties/body.html", values)


def mandate_give(request: HttpRequest, key: str) -> HttpResponse:
    actor, now = acting(request), timezone.now()
    party = get_object_or_404(Party, key=key)
    stand_for(party, actor, "give_mandate", now=now)
    form = MandateForm(
        request.POST or None,
        initial={"from_on": timezone.localdate(now)},
        has_board=party.kind == Party.Kind.ASSOCIATION,
    )
    if request.method == "POST":
        given = attempt(
            form,
            lambda: give_mandate(party=party, content=mandate_input(form), actor=actor, now=now),
            now=now,
        )
        if given:
            messages.success(request, _("The mandate was given and stands in the journal."))
            return redirect("body", key)
    values = {"title": _("Give a mandate"), "form": form, "party": party, "nav": "registry"}
    return render(request, "parties/mandate_give.html", values, status=422 if form.errors else 200)


def mandate_input(form: MandateForm) -> MandateInput:
    said = {name: value for name, value in form.cleaned_data.items() if name != "once"}
    return MandateInput(**said)


def mandate_end(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    actor, now = acting(request), timezone.now()
    mandate = get_object_or_404(Mandate.objects.select_related("party"), pk=pk, party__key=key)
    stand_for(mandate.party, actor, "end_mandate", now=now)
    form = EndForm(request.POST or None, today=timezone.localdate(now))
    if request.method == "POST":
        ended = attempt(
            form,
            lambda: end_mandate(
                mandate=mandate, last_on=form.cleaned_data["last_on"], actor=actor, now=now
            ),
            now=now,
        )
        if ended:
            messages.success(request, _("The mandate ends on the day you named."))
            return redirect("body", key)
    values = {
        "title": _("End a mandate"),
        "lead": mandate.office(request.LANGUAGE_CODE),
        "consequences": [
            _("From the next day this person no longer acts for your body."),
            _("What was signed under the mandate until then stays valid."),
        ],
        "form": form,
        "button": _("End the mandate"),
        "back": f"/bodies/{key}/",
        "is_harsh": True,
    }
    return render(request, "web/confirm.html", values, status=422 if form.errors else 200)


@cached
def rights(request: HttpRequest) -> HttpResponse:
    """Who may do what, as one table; public, since everyone may check it."""
    values = {"title": _("Who may do what"), "roles": ROLES.values(), "groups": table()}
    return render(request, "parties/rights.html", values)


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keeps what is typed into one's own form; answers a script, so in JSON."""
    actor, now, sent = acting(request), timezone.now(), request.POST
    if keeping.is_sent(sent.get("once", "")):
        return JsonResponse({"state": "sent"})
    path = keeping.own_path(sent.get("path", ""))
    try:
        data = keeping.read(sent.get("data", ""))
    except BadInput as error:
        too_much = error.code == "too_much_kept"
        return JsonResponse({"state": error.code}, status=413 if too_much else 422)
    keeping.keep(actor=actor, path=path, data=data, now=now)
    return JsonResponse({"state": "kept", "time": f"{timezone.localtime(now):%H:%M}"})


@require_POST
def keep_forget(request: HttpRequest) -> HttpResponse:
    """Forgets what was typed; the page then starts from the saved text."""
    path = keeping.own_path(request.POST.get("path", ""))
    keeping.forget(acting(request), path)
    return HttpResponseRedirect(path, status=303)
