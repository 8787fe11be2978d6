"""A letter waits in the outbox until it arrives or its tries are used up; it is never sent twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from makul.notices.actions import (
    PAUSES,
    Letter,
    due_notices,
    note_opened,
    queue_notice,
    send_again,
    try_delivery,
)
from makul.notices.models import Notice
from makul.notices.post import Answer
from makul.notices.queries import counts_of, notices_of, unrecorded
from makul.parties.models import Party
from tests.notices.conftest import NOW


@dataclass
class Post:
    """A post office whose answers are known beforehand."""

    answers: list[Answer]
    sent: list[str] = field(default_factory=list)

    def send(self, notice: Notice) -> Answer:
        self.sent.append(notice.address)
        return self.answers.pop(0)


@pytest.fixture
def notice(party: Party, letter: Letter) -> Notice:
    return queue_notice(letter=letter, party=party, now=NOW)


def test_the_same_letter_is_queued_once(party: Party, letter: Letter, notice: Notice) -> None:
    assert queue_notice(letter=letter, party=party, now=NOW) == notice
    assert Notice.objects.count() == 1


def test_a_delivered_letter_is_done(notice: Notice) -> None:
    done = try_delivery(notice=notice, post=Post([Answer.delivered("ok")]), now=NOW)
    assert (done.state, done.done_at, due_notices(now=NOW)) == ("delivered", NOW, [])


def test_a_letter_is_tried_again_after_growing_pauses(notice: Notice) -> None:
    moment = NOW
    for pause in PAUSES:
        assert due_notices(now=moment) == [notice]
        notice = try_delivery(notice=notice, post=Post([Answer.later("451")]), now=moment)
        assert (notice.state, notice.next_try_at) == ("queued", moment + pause)
        assert due_notices(now=moment) == []
        moment += pause
    last = try_delivery(notice=notice, post=Post([Answer.later("451")]), now=moment)
    assert (last.state, last.done_at) == ("failed", moment)
    assert last.attempts.count() == len(PAUSES) + 1


def test_a_refused_letter_is_not_tried_again(notice: Notice) -> None:
    failed = try_delivery(notice=notice, post=Post([Answer.refused("550")]), now=NOW)
    assert (failed.state, due_notices(now=NOW + timedelta(days=9))) == ("failed", [])


def test_without_an_address_nobody_is_asked(party: Party, letter: Letter) -> None:
    Party.objects.filter(pk=party.pk).update(email="")
    party.refresh_from_db()
    post = Post([])
    failed = try_delivery(
        notice=queue_notice(letter=letter, party=party, now=NOW), post=post, now=NOW
    )
    assert (failed.state, post.sent) == ("failed", [])


def test_a_failed_letter_goes_again_to_the_address_known_now(notice: Notice) -> None:
    failed = try_delivery(notice=notice, post=Post([Answer.refused("550")]), now=NOW)
    Party.objects.filter(pk=notice.party_id).update(email="new@demo.example")
    failed.party.refresh_from_db()
    again = send_again(notice=failed, now=NOW)
    assert (again.state, again.address, due_notices(now=NOW)) == (
        "queued",
        "new@demo.example",
        [again],
    )


def test_the_outbox_of_a_case_is_counted_by_state(notice: Notice) -> None:
    try_delivery(notice=notice, post=Post([Answer.delivered("ok")]), now=NOW)
    assert counts_of(notice.subject) == {"queued": 0, "delivered": 1, "failed": 0}
    assert list(notices_of(notice.subject)) == [notice]
    assert list(unrecorded()) == [notice]


def test_only_the_first_opening_of_a_letter_is_kept(notice: Notice) -> None:
    note_opened(notice=notice, now=NOW)
    again = note_opened(notice=Notice.objects.get(pk=notice.pk), now=NOW + timedelta(days=1))
    assert (again.opened_at, Notice.objects.get(pk=notice.pk).opened_at) == (NOW, NOW)
