"""Entries are recorded whole, in order and once, and checkpoints sign the root over them."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import transaction

from makul.core import canonical, journal
from makul.core.errors import BadInput, MakulError
from makul.journal import actions, queries
from makul.journal.models import Checkpoint, Entry, Node

AT = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_key(settings, tmp_path, monkeypatch):
    monkeypatch.delenv("MAKUL_JOURNAL_KEY", raising=False)
    settings.MAKUL_VAR = tmp_path


def record(action="submitted", **more):
    return actions.record(subject="case:2026-0001", action=action, party="minfin", at=AT, **more)


@pytest.mark.django_db
def test_an_entry_is_tied_to_the_one_before():
    first, second = (
        record(),
        record("screened", to="ak-talaa", value="affects", data={"n": [1, None]}),
    )
    assert (first.number, second.number) == (1, 2)
    assert (first.previous_hash, second.previous_hash) == (journal.GENESIS, first.hash)
    assert second.hash == journal.entry_hash(first.hash, canonical.canonical(second.fields()))
    assert second.fields() == {
        "number": 2,
        "at": "2026-03-02T04:00:00.000000Z",
        "subject": "case:2026-0001",
        "action": "screened",
        "party": "minfin",
        "to": "ak-talaa",
        "value": "affects",
        "data": {"n": [1, None]},
    }


@pytest.mark.django_db
def test_what_the_database_gives_back_is_what_was_hashed():
    bishkek = timezone(timedelta(hours=6))
    actions.record(
        subject="party:Өзгөн",
        action="noted",
        party="ак-талаа и\u0306",
        at=datetime(2026, 3, 2, 23, 59, 59, 999_999, tzinfo=bishkek),
        data={"я": {"b": True, "a": "\u2028\n\"'"}, "а": 2**53 - 1},
    )
    entry = Entry.objects.get()
    assert entry.hash == journal.entry_hash(journal.GENESIS, canonical.canonical(entry.fields()))
    assert (entry.party, entry.line()["at"]) == ("ак-талаа й", "2026-03-02T17:59:59.999999Z")


@pytest.mark.django_db
@pytest.mark.parametrize("data", [{"share": 0.5}, {"x": 2**53}, {"x": "\0"}, {"x": AT}])
def test_what_has_no_canonical_form_is_refused(data):
    with pytest.raises(BadInput, match="not_canonical"):
        record(data=data)
    assert queries.size() == 0


@pytest.mark.django_db
def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(BadInput, match="no_time_zone"):
        actions.record(subject="x", action="y", party="z", at=datetime(2026, 3, 2))  # noqa: DTZ001 - the refused kind


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_recorded():
    for act in (
        record,
        lambda: actions.record_many([{"subject": "x", "action": "y", "party": "z", "at": AT}]),
    ):
        with pytest.raises(MakulError, match="no_transaction"):
            act()
    assert queries.size() == 0


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_leaves_no_gap():
    with transaction.atomic():
        record()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record()
        raise ZeroDivisionError
    with transaction.atomic():
        assert record().number == 2


@pytest.mark.django_db
def test_many_entries_are_recorded_as_if_one_by_one(django_assert_max_num_queries):
    rows = [
        {"subject": "case:1", "action": "notified", "party": "desk", "to": f"body-{n}", "at": AT}
        for n in range(264)
    ]
    record()
    with django_assert_max_num_queries(4):
        entries = actions.record_many(rows)
    assert [each.number for each in entries] == list(range(2, 266))
    assert [each.to for each in queries.entries_of("case:1")] == [row["to"] for row in rows]
    assert journal.verify(queries.export_lines()).broken == []
    assert actions.record_many([]) == []


@pytest.mark.django_db
def test_a_checkpoint_signs_the_root_and_stands_while_nothing_is_new():
    with pytest.raises(BadInput, match="journal_empty"):
        actions.make_checkpoint(at=AT)
    for _ in range(5):
        record()
    first = actions.make_checkpoint(at=AT)
    assert actions.make_checkpoint(at=AT + timedelta(days=1)) == first
    record()
    second = actions.make_checkpoint(at=AT + timedelta(days=1))
    assert (second.size, second.previous, Checkpoint.objects.count()) == (6, first, 2)
    for each in (first, second):
        note = journal.read_note(queries.note(each))
        assert note.is_signed_by(bytes.fromhex(each.public_key))
        assert (note.size, note.root) == (each.size, queries.root(each.size))


@pytest.mark.django_db
@pytest.mark.parametrize("sizes", [[1, 2, 3, 7, 8, 20], [20], [19, 20]])
def test_the_stored_subtrees_are_the_same_however_they_grew(sizes):
    for size in sizes:
        while queries.size() < size:
            record()
        actions.make_checkpoint(at=AT)
    assert Node.objects.count() == 10 + 5 + 2 + 1
    frontier = journal.Frontier()
    for entry in Entry.objects.all():
        frontier.append(entry.leaf())
    assert frontier.root().hex() == Checkpoint.objects.last().root


@pytest.mark.django_db
def test_a_change_below_the_database_is_found_in_the_export():
    for _ in range(6):
        record()
    actions.make_checkpoint(at=AT)
    lines = list(queries.export_lines())
    forged = json.loads(lines[4])
    forged["party"] = "someone else"
    report = journal.verify([*lines[:4], json.dumps(forged), *lines[5:]])
    assert [(each.kind, each.number) for each in report.broken] == [("changed", 3)]
