"""The board of the demonstration's association: heads of five invented bodies, and the vote they hold."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from makul.cases.actions.boarding import open_board_vote, vote_in_board
from makul.cases.actions.positions import PositionInput, draft_position
from makul.cases.models import Position
from makul.cases.queries.assembling import assembled
from makul.cases.queries.judging import status_of
from makul.cases.queries.table import stance_counts
from makul.parties.models import Mandate
from makul.web.demonstration import moves, settled
from makul.web.demonstration.offices import enter
from makul.web.demonstration.stage import UNION, Stage, Story

SEATS = ("demo-aa-01", "demo-aa-02", "demo-aa-03", "demo-city-1", "demo-city-2")
VOTES = (
    ("demo-aa-02", "for", ""),
    (
        "demo-city-1",
        "against",
        "Аянтчаларды күтүү шаардын бюджетинде каралган, долбоорду сын-пикирлер менен макулдашса "
        "болот (КӨРСӨТМӨ).",
    ),
)


def seated(stage: Stage) -> dict[str, Mandate]:
    """Give five heads a second mandate: a seat in the board of the association."""
    from_on = date(timezone.localdate(stage.now).year - 1, 1, 1)
    union = stage.parties[UNION]
    mandates = [
        Mandate(
            person=stage.signer(key).person,
            party=union,
            office_ky=f"башкарманын мүчөсү, {stage.parties[key].name_ky}",
            office_ru=f"член правления, {stage.parties[key].name_ru}",
            office_en=f"member of the board, {stage.parties[key].name_en}",
            from_on=from_on,
            is_board=True,
        )
        for key in SEATS
    ]
    made = Mandate.objects.bulk_create(mandates)
    enter(made, now=stage.now)
    return dict(zip(SEATS, made, strict=True))


def asked(stage: Stage, seats: dict[str, Mandate]) -> Story:
    """The association is late with one opinion: it is drafted from the rows and put to the board."""
    yield stage.at(-2, 9)  # by then the case is there
    yield from settled.merged(stage, "playground", day=-2)
    now = yield stage.at(-1, 15)
    case = moves.case_of("playground")
    status = status_of(case, today=timezone.localdate(now))
    counts = stance_counts(case, silent=status.silent, unreached=status.not_notified)
    words = assembled(case, counts, language="ky")
    content = PositionInput(words.stance, "ky", f"КӨРСӨТМӨ\n\n{words.text}")
    actor = stage.drafter(UNION)
    draft_position(case=case, content=content, actor=actor, now=now)
    now = yield stage.at(-1, 16)
    position = Position.objects.get(case=case, party=stage.parties[UNION])
    decision = open_board_vote(position=position, closes_at=stage.at(2, 18), actor=actor, now=now)
    for minute, (key, choice, dissent) in enumerate(VOTES, 10):
        now = yield stage.at(-1, 17, minute)
        vote_in_board(decision=decision, choice=choice, dissent=dissent, actor=seats[key], now=now)
