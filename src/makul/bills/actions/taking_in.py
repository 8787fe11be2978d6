"""Takes a file of a register in: row by row, in batches, with one entry that says what it held."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from django.db import transaction

from makul.bills.intake.keeping import Keeper
from makul.bills.intake.row import BillRow, Refusal, check_row
from makul.bills.intake.table import Read, read_rows
from makul.bills.models import Intake, IntakeFile
from makul.core.errors import BadInput
from makul.documents.storing import digest
from makul.journal.actions import record
from makul.parties.models import Mandate

A_BATCH = 1_000
MOST_KEPT = 1_000  # refusals and changes that an intake keeps to be shown; the counts are whole
type Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """A file of a register: whose it is, its name, its form ("csv" or "json") and its bytes."""

    source: str
    name: str
    form: str
    data: bytes
    is_demonstration: bool = False


@dataclass(slots=True)
class Taken:
    """The intake with every refusal, of which it keeps the first thousand itself."""

    intake: Intake
    refusals: list[Refusal] = field(default_factory=list)


def take_in(
    *,
    file: RegisterFile,
    actor: Mandate | None,
    now: datetime,
    progress: Progress = lambda done, total: None,
    begun: Intake | None = None,
) -> Taken:
    """Take a file in whole. The good rows are kept, each bad one is refused with its line.

    The same file again changes nothing and makes no entry. `begun` is one that
    was stopped on the way: it goes on after the last batch that was kept.
    Raises: BadInput where nothing of it can be read (see `read_rows`).
    """
    total, rows = read_rows(file.data, form=file.form)
    taken = Taken(begun or begin(file=file, actor=actor, now=now))
    intake = taken.intake
    intake.state, intake.rows = Intake.State.READING, total
    intake.save(update_fields=["state", "rows"])
    keeper = Keeper(file.source, is_demonstration=file.is_demonstration, now=now)
    seen = passed(islice(rows, intake.done))
    while part := list(islice(rows, A_BATCH)):
        keep_part(taken, keeper, part, seen)
        progress(intake.done, max(total, intake.done))
    close_intake(intake=intake, now=now)
    return taken


def begin(*, file: RegisterFile, actor: Mandate | None, now: datetime) -> Intake:
    return Intake.objects.create(
        source=file.source,
        name=file.name[-200:],
        sha256=digest(file.data),
        begun_at=now,
        actor=actor,
        is_demonstration=file.is_demonstration,
    )


def passed(rows: Iterator[Read]) -> dict[str, int]:
    """The numbers of rows that are behind, with their lines: none of them may come twice."""
    seen: dict[str, int] = {}
    for one in rows:
        if not isinstance(one, Refusal):
            seen.setdefault(str(one[1].get("number", "")).strip(), one[0])
    return seen


def keep_part(taken: Taken, keeper: Keeper, part: list[Read], seen: dict[str, int]) -> None:
    """One batch: what holds is kept, with the progress, in one transaction."""
    intake, good, bad = taken.intake, [], []
    for checked in _checked(part):
        if isinstance(checked, Refusal):
            bad.append(checked)
        elif (first := seen.setdefault(checked.number, checked.line)) != checked.line:
            params = {"value": checked.number, "first": str(first)}
            bad.append(Refusal(checked.line, "row_twice", params))
        else:
            good.append(checked)
    with transaction.atomic():
        batch = keeper.keep(good)
        bad += batch.refusals
        intake.done += len(part)
        intake.new += batch.new
        intake.changed += len(batch.changes)
        intake.refused += len(bad)
        intake.changes = [*intake.changes, *batch.changes][:MOST_KEPT]
        intake.refusals = [*intake.refusals, *(one.kept() for one in bad)][:MOST_KEPT]
        intake.save()
    taken.refusals += bad


def _checked(part: list[Read]) -> Iterator[BillRow | Refusal]:
    for one in part:
        yield one if isinstance(one, Refusal) else check_row(one[1], line=one[0])


@transaction.atomic
def close_intake(*, intake: Intake, now: datetime) -> Intake:
    """Say in the journal what the file held, where it held anything new; its bytes are not kept."""
    intake.state, intake.rows, intake.ended_at = Intake.State.DONE, intake.done, now
    intake.save()
    IntakeFile.objects.filter(intake=intake).delete()
    if intake.new or intake.changed:
        record(
            subject="bills",
            action="bills_taken_in",
            party=intake.actor.party.key if intake.actor else "operator",
            at=now,
            value=intake.source,
            data={
                "sha256": intake.sha256,
                "rows": intake.rows,
                "new": intake.new,
                "changed": intake.changed,
                "refused": intake.refused,
            },
        )
    return intake


def queue_file(*, file: RegisterFile, actor: Mandate, now: datetime) -> Intake:
    """A file handed in on a page waits for the worker. Raises: BadInput where it cannot be read."""
    read_rows(file.data, form=file.form)
    with transaction.atomic():
        intake = begin(file=file, actor=actor, now=now)
        IntakeFile.objects.create(intake=intake, form=file.form, data=file.data)
    return intake


def take_queued(*, now: datetime) -> int:
    """Take in what waits, and what a killed worker left half done. Returns how many files."""
    waiting = IntakeFile.objects.select_related("intake__actor__party").order_by("pk")
    done = 0
    for kept in waiting:
        intake = kept.intake
        file = RegisterFile(
            source=intake.source,
            name=intake.name,
            form=kept.form,
            data=bytes(kept.data),
            is_demonstration=intake.is_demonstration,
        )
        try:
            take_in(file=file, actor=intake.actor, now=now, begun=intake)
        except BadInput as error:
            fail(intake, error, now=now)
        done += 1
    return done


def fail(intake: Intake, error: BadInput, *, now: datetime) -> None:
    said = {name: str(value) for name, value in error.params.items()}
    intake.state, intake.ended_at = Intake.State.FAILED, now
    intake.refusals = [Refusal(0, error.code, said).kept()]
    intake.save()
    IntakeFile.objects.filter(intake=intake).delete()
