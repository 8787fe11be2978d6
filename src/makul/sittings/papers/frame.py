"""The frame that all papers of a sitting share: title, house, number and day, mark and stamp."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from makul.cases.papers.words import day, each, in_each, mark_of, party_name, stamp_of
from makul.documents.paper import Block, Paper, PaperLanguage, Para, Words, fingerprint
from makul.sittings.models import AgendaItem, Sitting
from makul.sittings.papers.words import LABELS, PHRASES, SAID, TITLES

Fieldset = tuple[tuple[str, Words], ...]


def framed(
    sitting: Sitting,
    blocks: list[Block],
    *,
    title: str,
    language: PaperLanguage,
    now: datetime,
) -> Paper:
    """A paper of a sitting with these blocks."""
    paper = Paper(
        title="\n".join(TITLES[title][one].upper() for one in each(language)),
        language=language,
        blocks=tuple(blocks),
        mark=mark_of(sitting.case),
        opening=(f"№ {sitting.number}", moment(sitting.starts_at, language)),
        subtitle=party_name(sitting.house, language),
    )
    return replace(paper, stamp=stamp_of(sitting.case, now=now, sha256=fingerprint(paper)))


def said(words: Mapping[str, str], language: PaperLanguage, *, between: str = " / ") -> str:
    """Words in each language of the paper, each once."""
    return in_each(dict(words), language, between=between)


def label(key: str, language: PaperLanguage) -> str:
    return said(LABELS[key], language)


def moment(at: datetime, language: PaperLanguage) -> str:
    """A day with its hour in Bishkek."""
    local = timezone.localtime(at)
    days = {one: day(local.date(), one) for one in each(language)}
    return f"{in_each(days, language, between=' / ')}, {local:%H:%M}"


def days_said(at: datetime, language: PaperLanguage) -> str:
    on = timezone.localtime(at).date()
    return in_each({one: day(on, one) for one in each(language)}, language, between=" / ")


def item_title(item: AgendaItem, language: PaperLanguage) -> str:
    """The title in each language of the paper; a missing one is said to be missing."""
    texts = {one: item.title(one) or SAID["no_title"][one] for one in each(language)}
    return in_each(texts, language)


def readings_said(readings: str, language: PaperLanguage) -> str:
    numbers = readings.replace(",", ", ")
    return said(
        {one: PHRASES["reading"][one].format(n=numbers) for one in each(language)}, language
    )


def word_for_word(texts: Mapping[str, str], language: PaperLanguage) -> list[Block]:
    """A text exactly as it was handed in: in the languages of the paper, else in the one there is."""
    written = {code: text for code, text in texts.items() if text.strip()}
    shown = [code for code in each(language) if code in written] or list(written)
    return [
        Para(part, "law", language=code)
        for code in shown
        for part in written[code].split("\n\n")
        if part.strip()
    ]
