"""The forms of a reading: the vote whole or not at all, and what reopened a row."""

from __future__ import annotations

from django.utils.translation import override

from makul.cases.models import Row
from makul.sittings.forms.reading import FateForm, ReadingForm

SENT = {"numbers": "1", "read_on": "2026-10-07"}


def reading(**sent: str) -> ReadingForm:
    return ReadingForm({**SENT, **sent}, items=[], texts=[], may_put=False)


def test_what_nobody_knows_stays_empty() -> None:
    form = reading()
    assert form.is_valid()
    content = form.content(None)
    assert (content.votes_for, content.is_carried, content.version) == (None, None, None)


def test_a_vote_is_told_whole() -> None:
    with override("en"):
        form = reading(votes_for="61")
        assert form.errors == {"votes_for": ["Write how many were for and how many against."]}
    whole = reading(votes_for="61", votes_against="4", carried="no")
    assert whole.is_valid()
    assert whole.content(None).is_carried is False


def test_who_may_not_put_in_a_text_is_not_asked_for_one() -> None:
    assert "text_ky" not in reading().fields
    assert "text_ky" in ReadingForm(SENT, items=[], texts=[], may_put=True).fields


def test_a_reopened_row_says_by_what() -> None:
    given = {"row1-result": "reopened", "row1-eid": "-"}
    known = {"prefix": "row1", "row": Row(number=1), "choices": [("", [("-", "—")])]}
    with override("en"):
        errors = FateForm(given, **known).errors
        assert errors == {"amendment": ["Write by which amendment, or how the text reads now."]}
    form = FateForm(given | {"row1-amendment": "№ 4"}, **known)
    assert form.is_valid()
    assert (form.content.result, form.content.eid, form.content.amendment) == (
        "reopened",
        "",
        "№ 4",
    )
