"""Tests empty the journal between them, with its triggers on; nobody else empties it."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from makul.journal import actions
from makul.journal.management.commands.flush import is_of_tests
from makul.journal.models import Entry


@pytest.mark.parametrize("turn", [1, 2])
@pytest.mark.django_db(transaction=True)
def test_each_committing_test_begins_with_an_empty_journal_and_its_triggers(turn):
    with transaction.atomic():
        entry = actions.record(subject="x", action="tried", party="y", at=timezone.now())
    assert entry.number == 1
    with pytest.raises(IntegrityError, match="append-only"):
        Entry.objects.all().delete()


@pytest.mark.django_db
def test_flush_is_refused_outside_tests(monkeypatch):
    assert is_of_tests(connection)
    actions.record(subject="case:1", action="submitted", party="minfin", at=timezone.now())
    monkeypatch.setitem(connection.settings_dict, "NAME", "makul")
    with pytest.raises(CommandError, match="append-only"):
        call_command("flush", interactive=False)
    assert Entry.objects.count() == 1
