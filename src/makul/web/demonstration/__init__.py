"""Loads the demonstration: invented bodies and invented drafts, led through the real actions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from makul.journal.actions import make_checkpoint, record
from makul.journal.models import Entry
from makul.parties.actions import import_registry
from makul.parties.registry.reading import shipped
from makul.web.demonstration import (
    agreements,
    bills,
    board,
    bodies,
    bypassed,
    cleared,
    expertise,
    lighting,
    offices,
    outside,
    reach,
    sittings,
    special_protocol,
    today,
)
from makul.web.demonstration.stage import Stage, play
from makul.web.worker import judge_anew

VERSION = "3"
SUBJECT = "demonstration"
LOADED = "demonstration_loaded"


def load(progress: Callable[[str], None], *, now: datetime | None = None) -> None:
    """Load the register and the demonstration, wholly or not at all; a second time changes nothing.

    The entries carry the moments of the invented days; the first of them says when they were loaded.
    `now`: the day towards which everything is arranged, where it is not today.
    """
    if known := Entry.objects.filter(subject=SUBJECT, action=LOADED).last():
        if known.value != VERSION:
            progress("An older demonstration is loaded; ./makul demo --reset starts afresh")
        return
    now = now or timezone.now()
    load_registry(progress, now=now)
    with transaction.atomic():
        record(subject=SUBJECT, action=LOADED, party="operator", at=now, value=VERSION)
        perform(progress, now=now)
    make_checkpoint(at=now)


def load_registry(progress: Callable[[str], None], *, now: datetime) -> None:
    """The real territories, as facts of the lists that come with Makul."""
    for edition in shipped():
        progress(
            f"Loading the register as of {edition.edition_on}: {len(edition.rows)} territories"
        )
        import_registry(edition=edition, actor=None, now=now)


def perform(progress: Callable[[str], None], *, now: datetime) -> None:
    """The demonstration's bodies and offices, then all its cases side by side, day after day."""
    progress("Setting up 264 bodies of the demonstration and those who conduct, answer and decide")
    parties = bodies.create(on=timezone.localdate(now))
    progress("Giving everyone an office")
    mandates = offices.create(parties, now=now)
    stage = Stage(parties=parties, offices=mandates, now=now, progress=progress)
    agreements.enter(stage)
    seats = board.seated(stage)
    progress("Leading the cases through their steps, day by day")
    chapters = (lighting, bypassed, outside, cleared, today, reach, bills, sittings, expertise)
    told = [story for chapter in chapters for story in chapter.stories(stage)]
    play([*told, board.asked(stage, seats), *special_protocol.stories(stage, seats)])
    progress("Judging every case as of today")
    judge_anew(now)
