"""Reads what the initiator says of its draft: the summary, its questions, the justification note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from makul.cases.models import Case
from makul.cases.queries.provisions import INSTEAD
from makul.law import forms as law


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the package; `language` is that of the text, which may not be that of the page."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Heading:
    """One of the headings of the justification note that is written."""

    number: int
    title: str
    said: Said


@dataclass(frozen=True, slots=True)
class PackageSaid:
    """What the initiator wrote for those asked; None where it wrote nothing in any language."""

    summary: Said | None
    questions: Said | None
    note: list[Heading]


def package_said(case: Case, *, language: str, with_note: bool = False) -> PackageSaid | None:
    """The words of the package in one language, else in the other (two queries at most).

    The arrow points down: the case finds its draft by the draft's own key to it. None where the
    case has no package: the association opened it on its own motion.
    """
    draft: Any = getattr(case, "draftact", None)
    if draft is None:
        return None
    return PackageSaid(
        summary=said(draft, "summary", language),
        questions=said(draft, "questions", language),
        note=note_of(draft, language) if with_note else [],
    )


def note_of(draft: Any, language: str) -> list[Heading]:
    """The headings that are written, in their order (one query)."""
    form = law.form("F3")
    found = [(one.number, said(one, "text", language)) for one in draft.headings.all()]
    return [
        Heading(number, form.line(f"heading.{number}", language), text)
        for number, text in found
        if text
    ]


def said(row: Any, name: str, language: str) -> Said | None:
    """A text in the language asked for, else in the other, and in which it is."""
    texts = ((code, getattr(row, f"{name}_{code}").strip()) for code in INSTEAD[language])
    return next((Said(text, code) for code, text in texts if text), None)
