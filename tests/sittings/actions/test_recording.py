"""The record of a sitting: presence, speeches in order, votes, decisions; sent twice it is written once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from makul.sittings.actions.minutes import approve_minutes
from makul.sittings.actions.recording import (
    BallotInput,
    PresenceInput,
    SpeechInput,
    decide_item,
    hold_sitting,
    note_presence,
    note_speech,
    record_ballot,
)
from makul.sittings.models import AgendaItem, Ballot, Sitting
from tests.scene import Scene, build_scene
from tests.sittings.sitting_scene import HELD, SET, drafted, hold, put_item, scheduled

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def begun() -> tuple[Scene, Sitting, AgendaItem]:
    scene = build_scene()
    sitting = scheduled(scene)
    item = put_item(scene, sitting)
    return scene, Sitting.objects.get(pk=sitting.pk), item


def actions(sitting: Sitting) -> list[str]:
    found = Entry.objects.filter(subject=sitting.case.subject).order_by("number")
    return list(found.values_list("action", flat=True))


def test_presence_is_one_list_and_who_came_takes_part_from_now_on() -> None:
    scene, sitting, _item = begun()
    for _twice in range(2):
        hold(scene, sitting)
    assert list(sitting.presences.order_by("kind").values_list("kind", "count", "came")) == [
        ("association", 1, True),
        ("initiator", 1, True),
        ("member", 7, True),
    ]
    roles = dict(sitting.case.participations.values_list("party__key", "role"))
    assert roles == {
        "demo-committee": "committee",
        "demo-ministry": "invited",
        "demo-union": "association",
    }


def test_one_who_did_not_come_is_named_and_gets_no_seat() -> None:
    scene, sitting, _item = begun()
    absent = PresenceInput(kind="invited", party=scene.panel, came=False)
    actor = scene.drafter(scene.committee)
    note_presence(sitting=sitting, presences=[absent], actor=actor, now=HELD)
    entry = Entry.objects.get(action="presence_noted")
    assert (entry.data["came"], entry.data["not_come"]) == ([], ["demo-panel"])
    assert not sitting.case.participations.filter(party=scene.panel).exists()


@pytest.mark.parametrize(
    ("presence", "code"),
    [
        (PresenceInput(kind="member"), "nobody_named"),
        (PresenceInput(kind="guest", office="x"), "unknown_presence"),
    ],
)
def test_a_line_of_presence_says_who_and_in_what_quality(
    presence: PresenceInput, code: str
) -> None:
    scene, sitting, _item = begun()
    actor = scene.drafter(scene.committee)
    with pytest.raises(BadInput, match=code):
        note_presence(sitting=sitting, presences=[presence], actor=actor, now=HELD)


def test_nobody_is_named_twice() -> None:
    scene, sitting, _item = begun()
    twice = [PresenceInput(kind="association", party=scene.union)] * 2
    with pytest.raises(BadInput, match="named_twice"):
        note_presence(
            sitting=sitting, presences=twice, actor=scene.drafter(scene.committee), now=HELD
        )


def test_speeches_stand_in_their_order_and_the_same_words_twice_are_one() -> None:
    scene, _sitting, item = begun()
    actor = scene.drafter(scene.committee)
    first = SpeechInput(office="депутат", text_ky="Макулмун.")
    second = SpeechInput(party=scene.union, office="төрага", text_ky="Макул эмесмин.")
    for one in (first, first, second):
        note_speech(item=item, content=one, actor=actor, now=HELD)
    better = SpeechInput(office="депутат", text_ky="Толук макулмун.", order=1)
    note_speech(item=item, content=better, actor=actor, now=HELD)
    assert list(item.speeches.values_list("order", "text_ky")) == [
        (1, "Толук макулмун."),
        (2, "Макул эмесмин."),
    ]


def test_who_asked_for_the_word_in_vain_is_on_record() -> None:
    scene, _sitting, item = begun()
    content = SpeechInput(party=scene.union, asked_at=HELD, is_given=False)
    note_speech(item=item, content=content, actor=scene.drafter(scene.committee), now=HELD)
    entry = Entry.objects.get(action="word_not_given")
    assert (entry.to, item.speeches.get().is_given) == ("demo-union", False)


def test_a_speech_is_somebodys_and_ends() -> None:
    scene, _sitting, item = begun()
    actor = scene.drafter(scene.committee)
    with pytest.raises(BadInput, match="nobody_named"):
        note_speech(item=item, content=SpeechInput(text_ky="а"), actor=actor, now=HELD)
    long = SpeechInput(office="депутат", text_ru="а" * 20_001)
    with pytest.raises(BadInput, match="too_long"):
        note_speech(item=item, content=long, actor=actor, now=HELD)


def test_a_vote_written_again_is_corrected() -> None:
    scene, _sitting, item = begun()
    actor = scene.drafter(scene.committee)
    record_ballot(item=item, content=BallotInput(5, 2, True), actor=actor, now=HELD)
    record_ballot(item=item, content=BallotInput(4, 3, True), actor=actor, now=HELD)
    other = BallotInput(1, 6, False, order=2, reading=2)
    record_ballot(item=item, content=other, actor=actor, now=HELD)
    found = Ballot.objects.values_list("order", "votes_for", "votes_against", "is_carried")
    assert list(found) == [(1, 4, 3, True), (2, 1, 6, False)]
    values = Entry.objects.filter(action="vote_recorded").order_by("number")
    assert list(values.values_list("value", flat=True)) == ["carried", "carried", "not_carried"]


def test_a_decision_is_in_words() -> None:
    scene, _sitting, item = begun()
    actor = scene.drafter(scene.committee)
    with pytest.raises(BadInput, match="no_text_given"):
        decide_item(item=item, decision_ky=" ", decision_ru="", actor=actor, now=HELD)
    decide_item(item=item, decision_ky="Жактырылсын.", decision_ru="", actor=actor, now=HELD)
    assert AgendaItem.objects.get().decision("ky") == "Жактырылсын."


def test_held_is_one_step_and_its_hours_may_be_corrected() -> None:
    scene, sitting, _item = begun()
    actor = scene.drafter(scene.committee)
    for hours in (1, 2):
        hold_sitting(
            sitting=sitting,
            held_at=HELD,
            ended_at=HELD + hours * HOUR,
            actor=actor,
            now=HELD + HOUR,
        )
    assert actions(sitting)[-2:] == ["held", "sitting_corrected"]
    assert Sitting.objects.get().ended_at == HELD + 2 * HOUR
    entry = Entry.objects.get(action="held")
    assert (entry.at, entry.data["recorded_at"]) == (HELD, (HELD + HOUR).isoformat())


def test_a_sitting_ends_after_it_begins_and_not_in_the_future() -> None:
    scene, sitting, _item = begun()
    actor = scene.drafter(scene.committee)
    with pytest.raises(BadInput, match="ended_before_it_began"):
        hold_sitting(sitting=sitting, held_at=HELD, ended_at=HELD - HOUR, actor=actor, now=HELD)
    with pytest.raises(BadInput, match="in_the_future"):
        hold_sitting(sitting=sitting, held_at=HELD, actor=actor, now=SET)


def test_what_is_approved_stands_and_only_the_house_records() -> None:
    scene, sitting, item = begun()
    actor = scene.drafter(scene.committee)
    with pytest.raises(NotAllowed, match="wrong_role"):
        hold_sitting(sitting=sitting, held_at=HELD, actor=scene.signatory(scene.union), now=HELD)
    hold(scene, sitting)
    minutes = drafted(scene, Sitting.objects.get())
    approve_minutes(minutes=minutes, actor=scene.signatory(scene.committee), now=HELD + 200 * HOUR)
    item = AgendaItem.objects.get()
    with pytest.raises(BadInput, match="minutes_approved"):
        record_ballot(item=item, content=BallotInput(1, 1, True), actor=actor, now=HELD)
    with pytest.raises(BadInput, match="minutes_approved"):
        note_presence(sitting=Sitting.objects.get(), presences=[], actor=actor, now=HELD)
