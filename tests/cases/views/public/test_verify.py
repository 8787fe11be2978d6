"""A code from a paper: what it is, or that nothing is on record."""

from makul.cases.queries.receipts import code_of, entry_of
from makul.documents.models import Document, Version
from makul.journal.models import Entry


def test_a_receipt_by_its_number_and_by_its_letters(running, read) -> None:
    position = running.positions.get()
    for code in (
        position.receipt,
        code_of(entry_of(position)),
        code_of(entry_of(position)).lower(),
    ):
        text = read(f"/verify/?code={code}")
        assert "It stands on record Receipt of a position" in text, code
        assert "demo-aa-01 (en)" in text


def test_a_document_by_its_digest_while_it_is_public(running, read) -> None:
    version = Version.objects.filter(document__subject=running.subject).first()
    page = f"/verify/?code={version.blob_id.upper()}"
    assert "It stands on record Draft act" in read(page)
    Document.objects.filter(subject=running.subject).update(is_public=False)
    assert "Not found" in read(page)


def test_an_entry_by_its_hash(running, read) -> None:
    entry = Entry.objects.filter(subject=running.subject, action="screened").get()
    assert "Entry of the journal" in read(f"/verify/?code={entry.hash}")


def test_nothing_is_found_plainly(db, read) -> None:
    assert "Nothing public stands on record under this code." in read(
        "/verify/?code=ABCD-EFGH-JKMN"
    )
    assert "Not found" not in read("/verify/")
