"""What a play shows: times to the end, lateness by role, the load of each desk and of each body.

Lateness is what the judge says of each draft; days are working days of the calendar of the law.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from makul.core.procedure.grammar import Procedure
from makul.core.simulation.asking import asking, has_run, silent_in
from makul.core.simulation.draft import Draft, body_key
from makul.core.simulation.figures import by_group, in_weeks, share, spread, steps_of
from makul.core.simulation.play import Played

WIDTH = 10  # working days in a bar of the distribution
LATE = ("late", "overdue", "skipped")


def report(played: Played) -> dict[str, Any]:
    """Everything that is counted in a play, as plain JSON data; each share stands with its whole."""
    drafts = played.drafts
    ended = [one for one in drafts if one.closed_on]
    return {
        "drafts": {
            "submitted": len(drafts),
            "ended": len(ended),
            "open": len(drafts) - len(ended),
            "outcomes": dict(sorted(Counter(str(one.outcome) for one in ended).items())),
            "results": dict(sorted(Counter(result(one) for one in drafts).items())),
            "by_track": dict(sorted(Counter(one.track for one in drafts).items())),
        },
        "played": {"from": played.days.first.isoformat(), "to": played.ended_on.isoformat()},
        "days": days(played),
        "lateness": lateness(played),
        "desks": [desk(played, party) for party in played.desks],
        "open_by_week": in_weeks(played.open_cases, weeks(played)),
        "bodies": asking(played),
        "initiators": list(senders(played)),
    }


# --- days -----------------------------------------------------------------------------------------


def days(played: Played) -> dict[str, Any]:
    """Working days from submission to the end, and to the step up to which the law's way is measured."""
    ended = [(one, way_to_end(played, one)) for one in played.drafts if one.closed_on]
    reached = [(one, way_to_goal(played, one)) for one in played.drafts]
    goal = [(one, found) for one, found in reached if found is not None]
    return {
        "to_end": _told(ended),
        "to_goal": _told(goal),
        "goal": played.procedure.goal,
        "distribution": steps_of([found for _, found in goal], width=WIDTH),
    }


def _told(found: list[tuple[Draft, int]]) -> dict[str, Any]:
    return {
        "all": spread(number for _, number in found),
        "by_track": by_group((one.track, number) for one, number in found),
        "by_outcome": by_group((str(one.outcome), number) for one, number in found),
        "by_result": by_group((result(one), number) for one, number in found),
    }


def way_to_end(played: Played, draft: Draft) -> int:
    """Working days from submission to the end of a draft that has ended."""
    return played.days.place(draft.closed_on or played.ended_on) - draft.place


def way_to_goal(played: Played, draft: Draft) -> int | None:
    """Working days to the goal of the procedure, where it was reached."""
    found = [one.at.date() for one in draft.entries if one.step == played.procedure.goal]
    return played.days.place(min(found)) - draft.place if found else None


def result(draft: Draft) -> str:
    """What the asking brought: `not_asked`, `no_opinion`, `no_remarks`, `settled` or `unsettled`.

    `unsettled` are rows that stay so after the reply, or were never answered.
    """
    if not draft.asked:
        return "not_asked"
    if not any(asked.answered.any() for asked in draft.asked):
        return "no_opinion"
    if not draft.rows:
        return "no_remarks"
    unanswered = draft.said and any(one.value == "declined" for one in draft.said.deemed)
    return "unsettled" if draft.unsettled or unanswered else "settled"


# --- lateness -------------------------------------------------------------------------------------


def lateness(played: Played) -> list[dict[str, Any]]:
    """Of each step that had a term: how often it was owed, kept and not kept, by role.

    Shape: a row for each role and step; `letters`: owed towards each of the many. `owed` = `in_time` + `late` + `not_done`; what was done by a
    substitute is counted as not done by the one who owed it; a right left unused is `not_done` too,
    which is no breach: `duty` tells the two apart.
    """
    owed: Counter[tuple[str, str]] = Counter()
    wrong: Counter[tuple[str, str, str]] = Counter()
    for draft in played.drafts:
        for role, step, kind, number in _kept(played, draft):
            owed[role, step] += number
            wrong[role, step, kind] += number
    order = [step.key for step in played.procedure.steps]
    rows = sorted(owed, key=lambda row: (played.procedure.roles.index(row[0]), order.index(row[1])))
    found = [_row(played.procedure, role, step, owed[role, step], wrong) for role, step in rows]
    many = played.settings.many
    return [{**row, "letters": many in played.procedure.step(row["step"]).to} for row in found]


def _row(
    procedure: Procedure, role: str, step: str, owed: int, wrong: Counter[tuple[str, str, str]]
) -> dict[str, Any]:
    late, missed = wrong[role, step, "late"], wrong[role, step, "not_done"]
    return {
        "role": role,
        "step": step,
        "duty": procedure.step(step).duty is not None,
        "owed": owed,
        "in_time": owed - late - missed,
        "late": late,
        "not_done": missed,
        "share_not_kept": share(late + missed, owed),
    }


def _kept(played: Played, draft: Draft) -> Iterator[tuple[str, str, str, int]]:
    """Each term of a draft that has run: whose, of which step, how it was kept, for how many."""
    said, procedure = draft.said, played.procedure
    if said is None:
        return
    told = {
        (procedure.step(one.step).instead_of or one.step, one.last_day, to)
        for one in said.breaches
        if one.kind == "late"
        for to in (one.to or (one.party,))
    }
    for kept in said.kept:
        step = procedure.step(kept.step)
        if kept.last_day is None or step.side or (draft.many in step.by and step.each):
            continue
        role = draft.offices.get(kept.party, step.by[0])
        is_late = (kept.step, kept.last_day, kept.to or kept.party) in told
        missed = kept.done_on is None or kept.done_on > kept.last_day
        kind = "late" if is_late else "not_done" if missed else "in_time"
        if is_late or has_run(played, draft, kept):
            yield role, kept.step, kind, _weight(draft, kept.step, kept.to)
    for asked in draft.asked:
        counted = {
            "in_time": int(asked.in_time.sum()),
            "late": int((asked.answered & ~asked.in_time).sum()),
            "not_done": int(silent_in(played, draft, asked).sum()),
        }
        for kind, number in counted.items():
            yield draft.many, asked.step, kind, number


def _weight(draft: Draft, step: str, to: str | None) -> int:
    """How many bodies one stands for towards whom a step was owed: those told on the same day."""
    if to is None or to in draft.offices:
        return 1
    groups = [batch.who for batch in draft.batches if batch.step == step]
    for who in groups:
        if any(body_key(number) == to for number in who[:1].tolist()):
            return int(who.size)
    never = ~draft.delivered(step)
    return int(never.sum()) if never.any() and to == body_key(int(never.argmax())) else 0


# --- desks ----------------------------------------------------------------------------------------


def weeks(played: Played) -> int:
    """How many weeks the play lasted."""
    return played.days.week(played.days.place(played.ended_on)) + 1


def desk(played: Played, party: str) -> dict[str, Any]:
    """The load of an office: what it did, how full its hours were while drafts came in, what waited."""
    own = played.desks[party]
    load, all_weeks = own.load, weeks(played)
    coming = played.days.week(played.days.arriving - 1) + 1
    had = own.office.hours_per_day * played.days.arriving
    worked = sum(hours for week, hours in load.hours.items() if week < coming)
    role = next(role for role in played.procedure.roles if party.startswith(f"{role}-"))
    return {
        "party": party,
        "role": role,
        "steps": sum(load.steps.values()),
        "rows": sum(load.rows.values()),
        "letters": sum(load.letters.values()),
        "hours": round(sum(load.hours.values()), 1),
        "hours_per_day": own.office.hours_per_day if own.office.is_limited else None,
        "hours_had": round(had, 1) if own.office.is_limited else None,
        "share_of_hours": round(worked / had, 3) if had else None,
        "busiest_week_hours": round(max(load.hours.values(), default=0), 1),
        "longest_queue": max(load.queue.values(), default=0),
        "days_waited": spread(load.waited),
        "by_week": {
            "steps": in_weeks(load.steps, all_weeks),
            "rows": in_weeks(load.rows, all_weeks),
            "letters": in_weeks(load.letters, all_weeks),
            "hours": in_weeks(load.hours, all_weeks),
            "queue": in_weeks(load.queue, all_weeks),
        },
    }


# --- initiators -----------------------------------------------------------------------------------


def senders(played: Played) -> Iterator[dict[str, Any]]:
    """By whoever sends drafts: how many, how many rows they had to answer, how long their way was."""
    first = played.procedure.steps[0].by[0]
    for party in (name for name in played.desks if name.startswith(f"{first}-")):
        own = [one for one in played.drafts if party in one.offices]
        found = [way_to_goal(played, one) for one in own]
        lines = [line for one in own if one.said for line in one.said.breaches]
        yield {
            "party": party,
            "drafts": len(own),
            "rows": sum(one.rows for one in own),
            "breaches": sum(1 for line in lines if line.party == party and line.duty),
            "days_to_goal": spread(number for number in found if number is not None),
        }
