"""Choosing the bodies a case concerns, and telling them: letters, what failed, other ways."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makul.cases.actions.notifying import notify as queue_letters
from makul.cases.actions.notifying import notify_again, record_handed_over
from makul.cases.actions.opening import set_circle
from makul.cases.views.work.page import Work, work_page
from makul.core.errors import BadInput
from makul.drafts import circle as circles
from makul.drafts.forms.desk import BodiesForm, CircleForm, HowForm
from makul.drafts.letters import notified_letter
from makul.drafts.told import STATES, Told, counts_of, told_of
from makul.drafts.views.page import language, show_work
from makul.law.forms import values as said_of
from makul.parties.forms import ConfirmForm, OnceForm
from makul.parties.models import Party

PAGE = 50
ARRIVED = frozenset({"delivered", "other_way"})


@work_page("notify")
def circle(work: Work) -> HttpResponse:
    """Add bodies by kinds and oblasts, or one by one; those in the case stay."""
    text = work.request.GET.get("q", "").strip()
    found = list(circles.bodies_named(work.case, text, on=work.today)[:PAGE]) if text else []
    one_by_one = bool(work.is_post and "one_by_one" in work.request.POST)
    many = CircleForm(None if one_by_one else work.data, **choices(work))
    listed = [(body.key, body.name(language())) for body in found]
    few = BodiesForm(work.data if one_by_one else None, listed=listed)
    form: Any = few if one_by_one else many
    if work.is_post and work.attempt(form, lambda: added(work, form, found)):
        n = form.result or 0
        said = ngettext("%(n)s body added.", "%(n)s bodies added.", n) % {"n": n}
        return work.done(said, to=work.request.get_full_path())
    seats = work.case.participations.filter(role="lsg").select_related("party")
    values = {
        "title": _("Which bodies the draft concerns"),
        "many": many,
        "few": few,
        "text": text,
        "found": found,
        "total": seats.count(),
        "page_obj": Paginator(
            seats.order_by("party__oblast", "party__name_ky", "pk"), PAGE
        ).get_page(work.request.GET.get("page")),
    }
    return show_work(work, "circle.html", values, form=form)


def choices(work: Work) -> dict[str, list[tuple[str, str]]]:
    """Kinds and oblasts with the number of bodies in each."""
    kinds = circles.counts_by(work.case, "body_kind", on=work.today)
    oblasts = circles.counts_by(work.case, "oblast", on=work.today)
    names = circles.oblast_names(list(oblasts), language=language())
    words = {kind: one[language()] for kind, one in said_of("body.kind").items()}
    return {
        "kinds": [(k, f"{words.get(k, k)} — {n}") for k, n in sorted(kinds.items()) if k],
        "oblasts": [(code, f"{names[code]} — {n}") for code, n in sorted(oblasts.items()) if code],
    }


def added(work: Work, form: Any, found: list[Party]) -> int:
    said = form.cleaned_data
    if isinstance(form, BodiesForm):
        bodies = [body for body in found if body.key in said["bodies"]]
    else:
        bodies = circles.bodies_chosen(
            work.case, kinds=said["kinds"], oblasts=said["oblasts"], on=work.today
        )
    if not bodies:
        raise BadInput("no_bodies")
    return set_circle(case=work.case, bodies=bodies, actor=work.actor, now=work.now)


@work_page("notify")
def notify(work: Work) -> HttpResponse:
    """Who will be told, who was, and what can be done where a letter did not arrive (art. 18)."""
    rows = told_of(work.case)
    form: OnceForm = ConfirmForm(work.data)
    if work.is_post:
        form, act = asked(work, rows)
        if work.attempt(form, act):
            return work.done(_("Done and on record."), to=work.request.get_full_path())
    state = work.request.GET.get("state", "")
    shown = [row for row in rows if state not in STATES or row.state == state]
    values = {
        "title": _("Notice to the bodies"),
        "counts": [(one, n) for one, n in counts_of(rows).items() if n],
        "unsent": counts_of(rows)["not_sent"],
        "state": state,
        "total": len(rows),
        "bodies": sum(1 for row in rows if row.role == "lsg"),
        "page_obj": Paginator(shown, PAGE).get_page(work.request.GET.get("page")),
        "term": work.term("notified"),
    }
    return show_work(work, "notify.html", values, form=form)


def asked(work: Work, rows: list[Told]) -> tuple[OnceForm, Callable[[], object]]:
    """What the button pressed asks for: the letters, one letter again, or a body told in another way."""
    sent, now = work.request.POST, work.now
    by_key = {row.party.key: row for row in rows}
    if "again" in sent:
        row = by_key.get(sent["again"])
        if row is None or row.notice is None or row.state != "failed":
            raise Http404
        notice = row.notice
        return ConfirmForm(sent), lambda: notify_again(
            case=work.case, notice=notice, actor=work.actor, now=now
        )
    if "told" in sent:
        row = by_key.get(sent["told"])
        if row is None or row.state in ARRIVED:
            raise Http404
        form, body = HowForm(sent), row.party
        return form, lambda: record_handed_over(
            case=work.case, body=body, actor=work.actor, now=now, how=form.cleaned_data["how"]
        )
    return ConfirmForm(sent), lambda: queued(work, rows)


def queued(work: Work, rows: list[Told]) -> int:
    if not any(row.role == "lsg" for row in rows):
        raise BadInput("no_circle")
    return queue_letters(case=work.case, write=notified_letter, actor=work.actor, now=work.now)
