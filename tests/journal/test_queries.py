"""Proofs read from the stored subtrees hold, and cost the same few queries at any size."""

from datetime import UTC, datetime

import pytest

from makul.core import evidence, tree
from makul.core.errors import BadInput
from makul.journal import actions, queries
from makul.journal.models import Entry

AT = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


@pytest.fixture
def thirty(db, settings, tmp_path):
    """Thirty entries, twenty of them under a checkpoint."""
    settings.MAKUL_VAR = tmp_path
    row = {"subject": "case:1", "action": "noted", "party": "desk", "at": AT}
    actions.record_many([row] * 20)
    actions.make_checkpoint(at=AT)
    actions.record_many([{**row, "subject": "case:2"}] * 10)


def test_entries_of_a_subject_are_its_own_and_the_head_is_the_last(thirty):
    assert [each.number for each in queries.entries_of("case:2")] == list(range(21, 31))
    assert (queries.head().number, queries.size()) == (30, 30)


@pytest.mark.parametrize("size", [1, 7, 19, 20, 23, 30])
def test_every_entry_is_proved_at_every_size(thirty, size):
    for number in range(1, size + 1):
        path = queries.inclusion_proof(number, size)
        leaf = Entry.objects.get(number=number).leaf()
        assert evidence.root_of_inclusion(leaf, number - 1, size, path) == queries.root(size)


@pytest.mark.parametrize(("old", "new"), [(1, 30), (8, 20), (13, 20), (20, 30), (29, 30), (30, 30)])
def test_every_older_journal_is_continued(thirty, old, new):
    path = queries.consistency_proof(old, new)
    assert tree.is_consistent(old, new, queries.root(old), queries.root(new), path)


def test_a_proof_costs_three_queries_under_a_checkpoint(thirty, django_assert_num_queries):
    for number in (1, 11, 20):
        with django_assert_num_queries(3):
            queries.inclusion_proof(number, 20)
    with django_assert_num_queries(3):
        queries.consistency_proof(13, 20)
    with django_assert_num_queries(3):
        assert len(queries.inclusion_proofs(range(1, 21), 20)) == 20


def test_what_is_not_there_is_refused(thirty):
    for ask in (
        lambda: queries.inclusion_proof(1, 31),
        lambda: queries.inclusion_proof(21, 20),
        lambda: queries.inclusion_proof(0, 20),
        lambda: queries.consistency_proof(0, 20),
        lambda: queries.consistency_proof(20, 31),
        lambda: queries.root(31),
    ):
        with pytest.raises(BadInput):
            ask()
