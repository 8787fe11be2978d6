"""Some bodies open a case and do not answer; the desk reminds them."""

from __future__ import annotations

from makul.cases.actions.reaching import note_reading, remind
from makul.cases.models import Participation
from makul.notices.actions import note_opened
from makul.notices.models import Notice
from makul.parties.models import Party
from makul.web.demonstration import moves
from makul.web.demonstration.stage import DESK, Stage, Story, post_letters

KEY = "water"


def stories(stage: Stage) -> list[Story]:
    return [read_and_reminded(stage)]


def read_and_reminded(stage: Stage) -> Story:
    """Every second body follows its letter, some open the case by themselves; then all are reminded."""
    now = yield stage.at(-8, 9, 30)
    case = moves.case_of(KEY)
    letters = Notice.objects.filter(subject=case.subject, kind="notified", state="delivered")
    for letter in letters.order_by("pk")[::2]:
        note_opened(notice=letter, now=now)
    for body in bodies_of(case.pk)[1::5]:
        note_reading(case=case, party=body, now=now)
    now = yield stage.at(-5, 11)
    remind(case=case, bodies=bodies_of(case.pk), actor=stage.drafter(DESK), now=now)
    yield from post_letters(now)


def bodies_of(case: int) -> list[Party]:
    seats = Participation.objects.filter(case=case, role="lsg").select_related("party")
    return [seat.party for seat in seats.order_by("pk")]
