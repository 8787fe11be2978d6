"""Finds what a code stands for: a receipt, a document by its SHA-256, an entry by its hash."""

from __future__ import annotations

import re
from dataclasses import dataclass

from makul.cases.models import Case, Position
from makul.cases.queries.receipts import code_of
from makul.documents.models import Version
from makul.journal.models import Entry

LONGEST_CODE = 100
SHA256 = re.compile(r"[0-9a-f]{64}")
RECEIPT = re.compile(r"(?P<case>\d{4}-\d{4,8})-(?P<entry>\d{1,12})")
SHORT = re.compile(r"[0-9A-HJKMNP-TV-Z]{12}")


@dataclass(frozen=True, slots=True)
class Found:
    """What a code stands for; `kind` is receipt, document or entry."""

    kind: str
    case: Case | None
    entry: Entry | None = None
    position: Position | None = None
    version: Version | None = None


def plain_code(text: str) -> str:
    """A code as people type it, without spaces."""
    return "".join(text[: LONGEST_CODE * 2].split())[:LONGEST_CODE]


def find(code: str) -> Found | None:
    """What is public under this code, or nothing."""
    if SHA256.fullmatch(code.lower()):
        return _document(code.lower()) or _entry(code.lower())
    if match := RECEIPT.fullmatch(code):
        return _receipt(match["case"], int(match["entry"]))
    short = code.upper().replace("-", "")
    return _coded(short) if SHORT.fullmatch(short) else None


def _case(subject: str) -> Case | None:
    kind, _, number = subject.partition(":")
    return Case.objects.filter(number=number).first() if kind == "case" else None


def _document(sha256: str) -> Found | None:
    version = (
        Version.objects.filter(blob=sha256, document__is_public=True)
        .select_related("document__author")
        .order_by("-pk")
    )
    for one in version:
        if case := _case(one.document.subject):
            return Found("document", case, version=one)
    return None


def _entry(digest: str) -> Found | None:
    entry = Entry.objects.filter(hash=digest).first()
    return Found("entry", _case(entry.subject), entry=entry) if entry else None


def _receipt(number: str, entry: int) -> Found | None:
    position = (
        Position.objects.filter(receipt=f"{number}-{entry}")
        .exclude(state=Position.State.DRAFT)
        .select_related("case", "party")
        .first()
    )
    if position is None:
        return None
    recorded = Entry.objects.filter(number=entry, subject=position.case.subject).first()
    return Found("receipt", position.case, entry=recorded, position=position)


def _coded(short: str) -> Found | None:
    """An entry by the twelve letters of its receipt: its hash begins with the same 60 bits."""
    number = 0
    for sign in short:
        number = number * 32 + "0123456789ABCDEFGHJKMNPQRSTVWXYZ".index(sign)
    entry = Entry.objects.filter(hash__startswith=f"{number:015x}").first()
    if entry is None or code_of(entry).replace("-", "") != short:
        return None
    position = Position.objects.filter(receipt__endswith=f"-{entry.number}").first()
    if position and position.case.subject == entry.subject:
        return Found("receipt", position.case, entry=entry, position=position)
    return Found("entry", _case(entry.subject), entry=entry)
