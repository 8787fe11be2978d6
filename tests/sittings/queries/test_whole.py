"""A sitting whole: its record by item, its invitations with their last day and proof; always as many questions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.cases.models import Case
from makul.cases.queries.judging import status_of
from makul.sittings.actions.inviting import invite_associations
from makul.sittings.actions.opining import OpinionInput, prepare_opinion, release_opinion
from makul.sittings.actions.recording import BallotInput, SpeechInput, note_speech, record_ballot
from makul.sittings.models import Sitting
from makul.sittings.queries.whole import (
    Invitation,
    invitations_of,
    invited_to,
    minutes_files,
    whole_of,
)
from tests.scene import Scene, build_scene
from tests.sittings.sitting_scene import (
    HELD,
    LAST_DAY,
    SET,
    drafted,
    hold,
    invite,
    put_item,
    scheduled,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 29)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


def invitation(sitting: Sitting, *, today: date = TODAY) -> Invitation:
    status = status_of(Case.objects.get(pk=sitting.case_id), today=today)
    (found,) = invitations_of(sitting, status)
    return found


def test_a_draft_of_an_opinion_is_not_shown_a_released_one_is(scene: Scene) -> None:
    sitting = scheduled(scene)
    item = put_item(scene, sitting)
    content = OpinionInput(text_ky="Макул эмеспиз.", text_ru="")
    actor = scene.drafter(scene.union)
    opinion = prepare_opinion(item=item, actor=actor, now=SET, content=content)
    assert whole_of(sitting).items[0].released == []
    release_opinion(opinion=opinion, actor=scene.signatory(scene.union), now=SET)
    assert [one.pk for one in whole_of(sitting).items[0].released] == [opinion.pk]


def test_an_item_is_written_once_something_was_said_or_voted(scene: Scene) -> None:
    sitting = scheduled(scene)
    item = put_item(scene, sitting)
    assert not whole_of(sitting).items[0].is_written
    clerk = scene.drafter(scene.committee)
    note_speech(item=item, content=SpeechInput(office="депутат"), actor=clerk, now=HELD)
    assert whole_of(sitting).items[0].is_written


def test_the_last_day_and_the_proof_of_an_invitation(scene: Scene) -> None:
    sitting = scheduled(scene)
    put_item(scene, sitting)
    before = invitation(sitting, today=SET.date())
    assert (before.last_day, before.done_at, before.sent) == (LAST_DAY, None, None)
    invite(scene, sitting)
    found = invitation(sitting)
    assert found.done_at is not None
    assert (found.breach, found.is_refused, found.is_on_its_way) == (None, False, False)


def test_a_letter_that_was_refused_invites_nobody(scene: Scene) -> None:
    sitting = scheduled(scene)
    put_item(scene, sitting)
    invite(scene, sitting, takes=False)
    hold(scene, sitting)
    found = invitation(sitting)
    assert (found.done_at, found.is_refused) == (None, True)
    assert found.breach and found.breach.kind == "skipped"


def test_what_an_association_is_invited_to_is_what_concerns_it(scene: Scene) -> None:
    sitting = scheduled(scene)
    item = put_item(scene, sitting)
    put_item(scene, sitting, touches=False)
    assert [one.pk for one in invited_to(scene.union)] == [item.pk]
    assert invited_to(scene.ministry) == []


def test_before_the_minutes_there_is_no_file(scene: Scene) -> None:
    sitting = scheduled(scene)
    assert minutes_files(None) == []
    put_item(scene, sitting)
    assert minutes_files(drafted(scene, hold(scene, sitting))) == []


def test_questions_do_not_grow_with_the_agenda(scene: Scene) -> None:
    counts = []
    clerk = scene.drafter(scene.committee)
    sitting = scheduled(scene)
    for _round in range(3):
        item = put_item(scene, sitting)
        note_speech(item=item, content=SpeechInput(office="депутат"), actor=clerk, now=HELD)
        record_ballot(item=item, content=BallotInput(5, 1, True), actor=clerk, now=HELD)
        invite_associations(sitting=sitting, actor=clerk, now=SET + timedelta(hours=1))
        with CaptureQueriesContext(connection) as asked:
            whole_of(Sitting.objects.get(pk=sitting.pk))
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2] <= 10
