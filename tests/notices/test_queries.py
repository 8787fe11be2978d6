"""The outbox tells what waits, what arrived, and what the journal does not know yet."""

from __future__ import annotations

from makul.notices.actions import Letter, note_attempt, queue_notice
from makul.notices.post import Answer
from makul.notices.queries import counts_of, notices_of, unrecorded
from makul.parties.models import Party
from tests.notices.conftest import NOW


def test_letters_are_counted_and_the_unrecorded_found(party: Party, letter: Letter) -> None:
    notice = queue_notice(letter=letter, party=party, now=NOW)
    assert (counts_of(letter.subject)["queued"], list(unrecorded())) == (1, [])
    note_attempt(notice=notice, answer=Answer.delivered("ok"), now=NOW)
    assert counts_of(letter.subject) == {"queued": 0, "delivered": 1, "failed": 0}
    assert (list(notices_of(letter.subject)), list(unrecorded())) == ([notice], [notice])
