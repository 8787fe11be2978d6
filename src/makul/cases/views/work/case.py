"""The state of a case for one role: what may be done now, what was done, what was skipped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone

from makul.cases.models import Position
from makul.cases.queries.judging import edition_of
from makul.cases.queries.table import counts_of
from makul.cases.queries.work import reply_counts, waiting_times
from makul.cases.views.public.order_words import terms_of
from makul.cases.views.work.page import Work, address, language, term_values, work_page
from makul.cases.views.work.statement_table import STATEMENTS
from makul.cases.views.work.steps import ABOVE, TOOLS, page_of_step
from makul.cases.views.work.words import outcome_words, role_words, step_name, step_task
from makul.journal.models import Entry
from makul.law.order import order, print_item
from makul.parties.access import RIGHTS
from makul.parties.models import Party

LATEST = 400
# A drop of a row and the two ways out of a signature are reached from their own pages.
WITHIN = frozenset({"signature_refused", "settled", "returned"})


@work_page()
def case_work(work: Work) -> HttpResponse:
    """Everything a role needs of a case, on one page; a mechanism's own page where it has one."""
    if own := work.url(f"{work.case.procedure}_work"):
        return HttpResponseRedirect(own)
    status = work.status
    names = names_of(
        key for one in (*status.breaches, *status.recorded) for key in (one.party, one.by)
    )
    values = {
        "status": status,
        "stage": step_name(status.stage),
        "outcome": outcome_words(status.outcome or ""),
        "role_words": role_words(work.role),
        "now": list(open_steps(work)),
        "tools": list(tools(work)),
        "beside": list(beside(work)),
        "done": done(work),
        "breaches": [breach_row(one, names) for one in status.breaches],
        "recorded": [breach_row(one, names) for one in status.recorded],
        "information": information(work),
        "waiting_draft": Position.objects.filter(
            case=work.case, party=work.actor.party, state=Position.State.DRAFT
        ).first(),
        "filed": Position.objects.filter(
            case=work.case, party=work.actor.party, state=Position.State.FILED
        ).first(),
        "may_join": not work.role
        and work.actor.party.kind in {Party.Kind.EXECUTIVE, Party.Kind.KENESH},
        "public": address("case", work.case.number),
        "counts": counts_of(work.case) if work.role != "lsg" else None,
        "replies": reply_counts(work.case) if work.role == "initiator" else None,
    }
    return work.show("case_work.html", values)


def open_steps(work: Work) -> Iterator[dict[str, Any]]:
    """What the Order foresees of my party now: first what is owed, then what is its right."""
    key = work.actor.party.key
    owed = {d.step: d for d in work.status.due if d.party == key and d.step not in waiting_times()}
    apart = WITHIN | waiting_times()
    mine = [may.step for may in work.status.may if may.party == key and may.step not in apart]
    for step in sorted(dict.fromkeys([*owed, *mine]), key=lambda one: one not in owed):
        if url := page_of_step(work.case, step):
            yield {
                "step": step,
                "what": step_task(step),
                "url": url,
                "is_owed": step in owed,
                **order_words(work, step, is_owed=step in owed),
                **term_values(owed.get(step), today=work.today),
            }


def order_words(work: Work, step: str, *, is_owed: bool) -> dict[str, str]:
    """The sentence of the Order behind a step: as a duty, or as a right; a right explains no duty."""
    found = edition_of(work.case).by_key.get(step)
    key = (found.duty or found.right or "") if found else ""
    is_right = key.startswith("right.")
    if not key or (is_right and is_owed):
        return {}
    return {"right_text" if is_right else "order_text": sentence(work, key)}


def sentence(work: Work, key: str) -> str:
    """A sentence of the Order with the terms of the case."""
    procedure = edition_of(work.case)
    item = order(procedure.edition, procedure=procedure.key).item(key)
    return print_item(item, language=language(), terms=terms_of(procedure), track=work.case.track)


def tools(work: Work) -> Iterator[dict[str, str]]:
    """Pages that are open to the role at any time; those of a meeting where there is one."""
    held = [one.held_at is not None for one in work.case.meetings.all()]
    absent = {"meeting_agenda": False not in held, "latest_minutes": True not in held}
    for tool in (*ABOVE, *TOOLS):
        is_mine = work.role in (tool.roles or RIGHTS[tool.right].roles)
        if is_mine and not absent.get(tool.name) and (url := work.url(tool.name)):
            yield {"label": str(tool.label), "url": url}


def beside(work: Work) -> Iterator[dict[str, str]]:
    """Steps of the role that are recorded at any time, and judged if out of turn."""
    foreseen = {
        m.step for m in work.status.may if m.party == work.actor.party.key
    } - waiting_times()
    for step, page in STATEMENTS.items():
        is_mine = work.role in (page.roles or RIGHTS[page.right].roles)
        if is_mine and step not in foreseen:
            yield {"what": step_task(step), "url": work.url("statement", step)}


def done(work: Work) -> list[dict[str, Any]]:
    """The latest steps on record, the newest first, each with who and when; a round of letters is one."""
    steps = [step.key for step in edition_of(work.case).steps]
    entries = Entry.objects.filter(subject=work.case.subject, action__in=steps)
    latest = list(entries.order_by("-number")[:LATEST])
    rounds = [list(same) for _key, same in groupby(latest, key=round_of)]
    names = names_of(key for one in latest for key in (one.party, one.to))
    return [
        {
            "what": step_name(last.action),
            "who": names.get(last.party, last.party),
            "to": names.get(last.to, last.to),
            "count": len(others) + 1,
            "at": last.at,
            "number": last.number,
        }
        for last, *others in rounds
    ]


def round_of(entry: Entry) -> tuple[object, ...]:
    """Deliveries of one day to many are told as one; every other step stands for itself."""
    day = timezone.localdate(entry.at)
    return (entry.action, entry.party, day) if entry.to else (entry.number,)


def names_of(keys: Iterable[str | None]) -> dict[str, str]:
    """Names of parties by key (one query)."""
    wanted = {key for key in keys if key}
    return {one.key: one.name(language()) for one in Party.objects.filter(key__in=wanted)}


def breach_row(breach: Any, names: dict[str, str]) -> dict[str, Any]:
    return {
        "kind": breach.kind,
        "what": step_name(breach.step),
        "who": names.get(breach.party, breach.party),
        "last_day": breach.last_day,
        "by": names.get(breach.by or "", ""),
    }


def information(work: Work) -> list[str]:
    """What the Order lets be said of courts and records, for the kind of act it applies to."""
    return [sentence(work, key) for key in work.status.information]
