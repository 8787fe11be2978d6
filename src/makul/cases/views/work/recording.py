"""The record of a meeting while it is written: kept in parts, lines added, wordings taken over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from makul.cases.forms.meeting import lines_in
from makul.cases.queries.meetings import Agenda
from makul.cases.queries.table import TableRow
from makul.cases.views.work.page import Work
from makul.parties import keeping

LANGUAGES = ("ky", "ru")
NOT_KEPT = ("csrfmiddlewaretoken", "once", "do")
KEEP, ADD, TASK, TAKE = "keep", "add", "task", "take-"

type Fields = dict[str, list[str]]


def kept_meeting(work: Work) -> Mapping[str, Any]:
    """What is kept of the whole record, whichever of its pages it was written on."""
    return keeping.kept(work.actor, work.url("meeting_hold")) or {}


def keep_part(work: Work, fields: Fields, *, whole: Mapping[str, Any] | None = None) -> None:
    """Keep these fields of the record, and of the rest of it what `whole` says."""
    merged = {**(whole or {}), **fields}
    data = {
        name: said if isinstance(said, list) else [said]
        for name, said in merged.items()
        if name not in NOT_KEPT
    }
    keeping.keep(actor=work.actor, path=work.url("meeting_hold"), data=data, now=work.now)


def written(work: Work) -> Fields:
    """The fields of the page as they were sent."""
    return dict(work.data.lists())


def written_on(work: Work, agenda: Agenda, *, do: str) -> str:
    """Keep the record with what the button asks for; returns the place of the page to go on at."""
    fields, place = written(work), ""
    present, tasks = lines_in(work.data)
    if do == ADD:
        fields["count"], place = [str(present + 1)], "h-present"
    elif do == TASK:
        fields["tasks"], place = [str(tasks + 1)], "h-tasks"
    elif do.startswith(TAKE):
        place = f"h-row{take_wording(fields, agenda, do.removeprefix(TAKE))}"
    keep_part(work, fields)
    return place


def take_wording(fields: Fields, agenda: Agenda, whose: str) -> str:
    """Put the wording of a side into the fields of a row, in both languages: «3-lsg», «3-initiator».

    Returns the number of the row.
    """
    number, _dash, side = whose.partition("-")
    shown = next((one for one in agenda.rows if str(one.row.number) == number), None)
    for language in LANGUAGES if shown else ():
        fields[f"row{number}-wording_{language}"] = [wording_of(shown, side, language)]  # type: ignore[arg-type]
    return number


def wording_of(shown: TableRow, side: str, language: str) -> str:
    """The wording of a side: of the local bodies as their row has it, of the initiator as it replied."""
    source = shown.row if side == "lsg" else shown.published
    return str(getattr(source, f"wording_{language}", ""))


def next_row(work: Work, agenda: Agenda, place: int) -> str:
    """The page of the next disputed row; after the last one, that of the whole record."""
    if place + 1 < len(agenda.disputed):
        return work.url("meeting_row", agenda.disputed[place + 1].row.number)
    return work.url("meeting_hold") + "#h-b"
