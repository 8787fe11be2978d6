"""The circle of affected bodies: by kinds and oblasts with their numbers, or one by one by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makul.cases.actions.opening import set_circle
from makul.cases.views.work.page import Work, language, work_page
from makul.core.errors import BadInput
from makul.drafts.circle import (
    Count,
    candidates,
    chosen_keys,
    counts_by_kind,
    counts_by_oblast,
    found_bodies,
    picked,
)
from makul.drafts.forms.desk import BodiesForm, CircleForm
from makul.drafts.models import Screening
from makul.drafts.views.page import show_work
from makul.law import forms as law
from makul.parties.models import Party

PAGE = 50


@work_page("notify")
def circle(work: Work) -> HttpResponse:
    """Add bodies to the circle; those in it stay."""
    asked = work.request.POST.get("do", "")
    bodies, chosen = list(candidates(work.case, on=work.today)), chosen_keys(work.case)
    page, text = found_page(work)
    by = by_form(work, bodies, chosen, data=None if asked == "bodies" else work.data)
    ticks = BodiesForm(
        work.data if asked == "bodies" else None,
        listed=[(one.key, one.name(language())) for one in page],
        auto_id="one_%s",
    )
    form: Any = ticks if asked == "bodies" else by
    looked = look(by, bodies, chosen) if asked == "look" else None
    if work.is_post and asked != "look" and work.attempt(form, lambda: add(work, form, bodies)):
        return added(work, form)
    values = {
        "title": _("Circle of affected bodies"),
        "total": len(bodies),
        "chosen": chosen,
        "by": by,
        "ticks": ticks,
        "ticked": work.request.POST.getlist("bodies"),
        "looked": looked,
        "page_obj": page,
        "text": text,
        "may_act": work.may("notify"),
    }
    return show_work(work, "circle.html", values, form=form)


def by_form(
    work: Work, bodies: Sequence[Party], chosen: frozenset[str], *, data: Any
) -> CircleForm:
    """The form by kinds and oblasts; where the card says «all», every kind is ticked beforehand."""
    kinds = counts_by_kind(bodies, chosen, language=language())
    oblasts = counts_by_oblast(bodies, chosen, language=language())
    return CircleForm(
        data,
        kinds=[(one.key, counted(one)) for one in kinds],
        oblasts=[(one.key, counted(one)) for one in oblasts],
        initial={"kinds": [one.key for one in kinds] if is_for_all(work) else []},
        auto_id="by_%s",
    )


def counted(one: Count) -> str:
    if not one.chosen:
        return f"{one.name} — {one.all}"
    said = _("%(name)s — %(all)s, in the circle %(chosen)s")
    return said % {"name": one.name, "all": one.all, "chosen": one.chosen}


def is_for_all(work: Work) -> bool:
    said = law.phrase("screen.circle", "all", language="ky")
    return Screening.objects.filter(draft__case=work.case, circle_ky=said).exists()


def found_page(work: Work) -> tuple[Any, str]:
    """A page of the bodies found by name, and the words they were sought by."""
    text = work.request.GET.get("q", "").strip()
    found = found_bodies(work.case, text, on=work.today)
    return Paginator(found, PAGE).get_page(work.request.GET.get("page")), text


def look(
    form: CircleForm, bodies: Sequence[Party], chosen: frozenset[str]
) -> dict[str, int] | None:
    """How many bodies the choice holds and how many of them are new; nothing is kept."""
    if not form.is_valid():
        return None
    wanted = wanted_of(form, bodies)
    return {"all": len(wanted), "new": sum(one.key not in chosen for one in wanted)}


def wanted_of(form: CircleForm | BodiesForm, bodies: Sequence[Party]) -> list[Party]:
    said = form.cleaned_data
    if isinstance(form, BodiesForm):
        return [one for one in bodies if one.key in set(said["bodies"])]
    return picked(bodies, kinds=said["kinds"], oblasts=said["oblasts"])


def add(work: Work, form: CircleForm | BodiesForm, bodies: Sequence[Party]) -> int:
    """Raises BadInput `nobody_chosen` where no body is of such a kind in such an oblast."""
    wanted = wanted_of(form, bodies)
    if not wanted:
        raise BadInput("nobody_chosen")
    return set_circle(case=work.case, bodies=wanted, actor=work.actor, now=work.now)


def added(work: Work, form: CircleForm | BodiesForm) -> HttpResponse:
    n = form.result or 0
    said = ngettext("%(n)s body was added.", "%(n)s bodies were added.", n) % {"n": n}
    return work.done(said, to=work.url("circle"))
