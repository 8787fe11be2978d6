"""The journal of a case and its evidence file."""

import io
import zipfile
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from makul.documents.models import Document
from makul.journal.actions import make_checkpoint, record
from makul.journal.models import Checkpoint, Entry


def test_every_entry_stands_in_it_and_internal_work_says_nothing(running, read) -> None:
    text, html = (read(f"/cases/{running.number}/entries/", raw=raw) for raw in (False, True))
    numbers = Entry.objects.filter(subject=running.subject).values_list("number", flat=True)
    assert all(f'id="entry-{number}"' in html for number in numbers)
    assert "Position of an LSG body: not agreed" in text
    assert "Internal work of a participant (not published)" in text
    assert "position_drafted" not in html


def test_queries_do_not_grow(running, read, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(7):
        read(f"/cases/{running.number}/entries/")


def test_evidence_holds_public_papers_only_and_is_signed(running, db) -> None:
    Document.objects.filter(subject=running.subject).update(is_public=False)
    response = Client().get(f"/cases/{running.number}/evidence.zip")
    content = b"".join(response.streaming_content)
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert not [name for name in names if name.startswith("documents/")]
    assert {"entries.jsonl", "checkpoint.txt", "verify.py"} <= set(names)
    Document.objects.filter(subject=running.subject).update(is_public=True)
    again = b"".join(Client().get(f"/cases/{running.number}/evidence.zip").streaming_content)
    assert [n for n in zipfile.ZipFile(io.BytesIO(again)).namelist() if n.startswith("documents/")]
    assert Checkpoint.objects.count() == 1


def test_evidence_of_no_case_is_not_found(db) -> None:
    assert Client().get("/cases/2026-9999/evidence.zip").status_code == 404


def test_without_the_key_the_page_says_what_is_so(
    running, db, settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MAKUL_JOURNAL_KEY", raising=False)
    settings.MAKUL_VAR = tmp_path
    signed = make_checkpoint(at=timezone.now())
    (tmp_path / "journal.key").unlink()
    address = f"/cases/{running.number}/evidence.zip?lang=en"
    assert Client().get(address).status_code == 200  # all is signed already
    record(subject=running.subject, action="viewed", party="ministry", at=timezone.now())
    page = Client().get(address)
    assert page.status_code == 503
    words = page.content.decode()
    assert "the key that signs the journal is not in its place" in words
    assert signed.root in words
    assert Checkpoint.objects.get() == signed
