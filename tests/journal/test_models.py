"""The journal's tables refuse to be changed, and are whole again after a test that really commits."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.utils import timezone

from makul.journal import actions
from makul.journal.models import Checkpoint, Entry, Node


@pytest.fixture
def entry(db):
    return actions.record(subject="case:1", action="submitted", party="minfin", at=timezone.now())


@pytest.mark.parametrize("model", [Entry, Checkpoint, Node])
@pytest.mark.parametrize("way", ["update", "delete"])
def test_database_refuses_to_change_what_is_recorded(db, model, way, settings, tmp_path):
    settings.MAKUL_VAR = tmp_path
    for _ in range(2):
        actions.record(subject="case:1", action="submitted", party="minfin", at=timezone.now())
    actions.make_checkpoint(at=timezone.now())
    before = list(model.objects.values())
    assert len(before) == {Entry: 2, Checkpoint: 1, Node: 1}[model]
    column = "size" if model is Checkpoint else "hash"
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        if way == "update":
            model.objects.update(**{column: F(column)})
        else:
            model.objects.all()._raw_delete(connection.alias)
    assert list(model.objects.values()) == before


def test_two_names_of_an_entry(entry):
    assert str(entry) == "1 case:1 submitted"
    assert entry.line()["previous"] == "0" * 64


def test_database_refuses_to_be_emptied_at_once(entry):
    """PostgreSQL empties a table by TRUNCATE, SQLite by DELETE."""
    way = "TRUNCATE" if connection.vendor == "postgresql" else "DELETE FROM"
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        connection.cursor().execute(f"{way} journal_entry")
    assert Entry.objects.count() == 1
