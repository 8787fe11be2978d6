"""The forms of the record: what is typed comes back as it was, and nobody is named by nothing."""

from __future__ import annotations

from django.utils.translation import override

from makul.parties.models import Party
from makul.sittings.forms.record import (
    BallotForm,
    DecisionForm,
    HoldForm,
    PresenceForm,
    SpeechForm,
    typed_ballot,
    typed_presence,
    typed_speech,
)
from makul.sittings.models import Ballot, Presence, Speech

UNION = Party(key="demo-union", kind="association")
PARTIES = [(UNION, "Association")]


def test_a_line_of_presence_goes_there_and_back() -> None:
    known = Presence(kind="association", party=UNION, count=2, came=False, is_remote=True)
    sent = {f"p0-{name}": value for name, value in typed_presence(known).items() if value}
    form = PresenceForm(sent, prefix="p0", parties=PARTIES)
    assert form.is_valid()
    content = form.content
    assert (content.party, content.count, content.came, content.is_remote) == (
        UNION,
        2,
        False,
        True,
    )
    empty = PresenceForm({"p0-kind": "member"}, prefix="p0", parties=PARTIES)
    assert empty.is_valid()
    assert not empty.is_said


def test_a_speech_names_who_spoke() -> None:
    with override("en"):
        form = SpeechForm({"given": "spoke", "text_ky": "Сөз"}, parties=PARTIES)
        assert list(form.errors) == ["office"]
    known = Speech(party=UNION, text_ky="Сөз", is_given=False, is_word_for_word=True)
    back = SpeechForm(typed_speech(known), parties=PARTIES, order=3)
    assert back.is_valid()
    content = back.content
    assert (content.party, content.is_given, content.order) == (UNION, False, 3)


def test_a_vote_goes_there_and_back() -> None:
    known = Ballot(votes_for=7, votes_against=1, abstained=2, is_carried=False)
    form = BallotForm(typed_ballot(known), order=2)
    assert form.is_valid()
    content = form.content
    assert (content.votes_for, content.abstained, content.is_carried, content.order) == (
        7,
        2,
        False,
        2,
    )


def test_a_decision_has_words() -> None:
    assert list(DecisionForm({"decision_ky": " ", "decision_ru": ""}).errors) == ["decision_ky"]


def test_a_quorum_may_be_unknown() -> None:
    told = []
    for said in ("yes", "no", ""):
        form = HoldForm({"held_at": "2026-10-28T10:00", "quorum": said})
        assert form.is_valid()
        told.append(form.has_quorum)
    assert told == [True, False, None]
