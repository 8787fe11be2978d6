"""A case as anyone may read it: where it stands, its way, and in short what each of its pages holds."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.models import Protocol, Row
from makul.cases.queries.costs import reckonings_of
from makul.cases.queries.package import package_said
from makul.cases.queries.people import Asked, asked_in, stances_of
from makul.cases.queries.rows import are_rows_open, heaviest_rows, row_totals
from makul.cases.queries.work import working_days_left
from makul.cases.views.public.order_words import Sentence, sentences
from makul.cases.views.public.own import own_way
from makul.cases.views.public.page import Shown, language, public_case
from makul.cases.views.public.people import still_waiting
from makul.cases.views.public.rows import OpenRow, opened
from makul.cases.views.public.timeline import named, timeline
from makul.cases.views.public.words import (
    ACT_KINDS,
    TRACKS,
    bodies,
    said,
    state_sentence,
)
from makul.cases.views.work.page import address, note_visit
from makul.cases.views.work.words import step_name
from makul.core.procedure import Breach, Due
from makul.law.forms import phrase

ROWS_SHOWN = 4
ROLES_SHOWN = ("initiator", "association", "facilitator", "decider", "appeal_body")


@public_case
def case(shown: Shown) -> HttpResponse:
    """What anyone may see of a case; a mechanism's own page where it has one."""
    if own := address(f"{shown.case.procedure}_case", shown.case.number):
        return HttpResponseRedirect(own)
    note_visit(
        shown.request, shown.case, getattr(shown.request, "mandate", None), now=timezone.now()
    )
    asked = asked_in(shown.case, shown.status)
    totals = row_totals(shown.case)
    values = {
        "title": shown.case.title(language()) or shown.case.title_ky or shown.case.title_ru,
        "kind": said(ACT_KINDS, shown.case.act_kind),
        "track": said(TRACKS, shown.case.track),
        "is_bypassed": is_bypassed(shown),
        "now": now(shown, asked, totals),
        "due": next_due(shown),
        "own": own_way(shown),
        "timeline": timeline(shown),
        "roles": [(role, shown.in_role(role)) for role in ROLES_SHOWN if shown.in_role(role)],
        "package": package_said(shown.case, language=language()),
        "reckonings": reckonings_of(shown.case),
        "breaches": [breach(one, shown) for one in told_breaches(shown)],
        "information": information(shown),
        "protocol": protocol_words(shown),
        "meeting": shown.case.meetings.filter(invited_at__isnull=False).last(),
        "totals": totals,
        "rows": rows(shown),
        "next_cases": list(shown.case.next_cases.all()),
        **people(asked),
    }
    return shown.show("case.html", values)


def is_bypassed(shown: Shown) -> bool:
    """Adopted with a step skipped (Order, art. 2)."""
    status = shown.status
    lines = (*status.breaches, *status.recorded)
    return status.outcome == "adopted" and any(
        one.kind == "skipped" and one.before == "adopted" for one in lines
    )


def now(shown: Shown, asked: list[Asked], totals: dict[str, int]) -> str:
    """The first sentence: what is so now, with the whole beside each number."""
    status = shown.status
    text = state_sentence(
        stage=status.stage, outcome=status.outcome or "", is_bypassed=is_bypassed(shown)
    )
    answered = sum(one.position is not None for one in asked)
    if shown.status.stage in {"position", "association_position"} and asked:
        told = _("%(n)s of %(all)s have answered.") % {"n": answered, "all": len(asked)}
        return f"{text} {told}"
    if shown.status.stage == "replied" and totals["all"]:
        counts = {"n": totals["replied"], "all": totals["all"]}
        return f"{text} {_('%(n)s of %(all)s rows are answered.') % counts}"
    return text


def next_due(shown: Shown) -> dict[str, Any] | None:
    """The nearest term that runs, or the one passed longest ago; whose it is and why that day."""
    waiting = {step.key for step in shown.procedure.steps if step.waits}
    dated = [due for due in shown.status.due if due.last_day and due.step not in waiting]
    ahead = [due for due in dated if due.last_day and due.last_day >= shown.today]
    chosen: Due | None = min(ahead or dated, key=lambda due: (due.last_day, due.step), default=None)
    if chosen is None:
        return None
    return {
        "step": step_name(chosen.step),
        "who": named(chosen.party, shown) if len(shown.in_role("lsg")) < 2 else "",
        "last_day": chosen.last_day,
        "left": working_days_left(shown.today, chosen.last_day),
        "because": chosen.because,
    }


def people(asked: list[Asked]) -> dict[str, Any]:
    """How those asked divided; who may still answer is told apart from who was silent."""
    return {
        "asked": len(asked),
        "stances": stances_of(asked),
        "waiting": still_waiting(asked),
        "untold": sum(not one.told_at and not one.position for one in asked),
    }


def told_breaches(shown: Shown) -> tuple[Breach, ...]:
    """Breaches, or facts on record where no agreement binds; a late filing of a right is no breach."""
    order = [step.key for step in shown.procedure.steps]
    lines = (*shown.status.breaches, *shown.status.recorded)
    told = [one for one in lines if one.duty is not None]
    return tuple(sorted(told, key=lambda one: order.index(one.step)))


def breach(one: Breach, shown: Shown) -> dict[str, Any]:
    """Flat: what, who, which day, and the sentence of the Order that made it owed."""
    found = sentences(
        [one.duty or ""], shown.procedure, language=language(), track=shown.case.track
    )
    return {
        "kind": one.kind,
        "step": step_name(one.step),
        "who": named(one.party, shown),
        "last_day": one.last_day,
        "towards": bodies(len(one.to)) if len(one.to) > 1 else "",
        "before": step_name(one.before) if one.before else "",
        "by": named(one.by, shown) if one.by else "",
        "sentence": found[0] if found else None,
    }


def information(shown: Shown) -> list[Sentence]:
    """What the Order says for information, as it is worded there, only for this kind of act."""
    keys = shown.status.information
    return sentences(keys, shown.procedure, language=language(), track=shown.case.track)


def protocol_words(shown: Shown) -> dict[str, Any] | None:
    """What the protocol is and of which day, or nothing yet (one query)."""
    found = Protocol.objects.filter(case=shown.case).first()
    if found is None:
        return None
    word = phrase("protocol.kind", found.kind, language=language())
    return {"kind": word[:1].upper() + word[1:], "drawn_at": found.drawn_at}


def rows(shown: Shown) -> list[OpenRow]:
    """The rows most bodies stand behind, once the rows are open."""
    if not are_rows_open(shown.facts, shown.status):
        return []
    keys = heaviest_rows(shown.case, most=ROWS_SHOWN)
    found = opened(shown, Row.objects.filter(pk__in=keys))
    return sorted(found, key=lambda one: keys.index(one.told.row.pk))
