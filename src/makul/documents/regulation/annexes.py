"""The annexes of an order: its table of terms, its diagram, its forms, and how each article is held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from makul.core.procedure import Procedure
from makul.documents.paper import (
    Block,
    ChapterHeading,
    Column,
    PageBreak,
    PageForm,
    Para,
    Picture,
    Table,
    Turn,
    Words,
)
from makul.documents.regulation.blank_forms import blank_form
from makul.law.procedures.diagram import sheets
from makul.law.procedures.figures import tracks_of
from makul.law.regulation import heading, order_of, say, terms_of
from makul.law.regulation.lines import counts, lines
from makul.law.term_table import heads_of_table, table_of_terms

# How tall a drawing may be in parts of the width of the text, so that it stays under its headings.
FIRST_SHEET, OTHER_SHEETS, CAPTION = 0.42, 0.55, 0.05
# Typeset papers know the serif face inside the typesetter alone; a drawing is set in the same.
FACE = ('font-family="sans-serif"', 'font-family="Libertinus Serif"')


def annexes(rules: Procedure, *, language: str) -> Iterator[Block]:
    """Every annex with its number; the forms only where the order annexes some."""
    parts: list[tuple[PageForm, str, Iterator[Block]]] = [
        ("portrait", _title_of_terms(rules, language), _terms(rules, language)),
        ("landscape", say("diagram", language=language), _diagram(rules, language)),
    ]
    if heading(rules.key, language=language).forms:
        parts.append(("portrait", say("forms", language=language), _forms(rules, language)))
    parts.append(("landscape", say("trace", language=language), _trace(rules, language)))
    to = heading(rules.key, language=language).to
    for number, (page, title, blocks) in enumerate(parts, 1):
        yield Turn(page)
        named = say("annex", language=language, n=number)
        yield Para(say("annex_of", language=language, annex=named, to=to), style="right")
        yield ChapterHeading(1, title)
        yield from blocks


def _title_of_terms(rules: Procedure, language: str) -> str:
    return heads_of_table(order_of(rules), language=language)["title"]


def _terms(rules: Procedure, language: str) -> Iterator[Block]:
    """The terms on both tracks; on one where the tracks do not differ."""
    heads = heads_of_table(order_of(rules), language=language)
    columns = [Column(heads["action"], 4), Column(heads["articles"], 1, "centre")]
    has_short = len(tracks_of(rules)) > 1
    first = heads["ordinary"] if has_short else say("term", language=language)
    columns.append(Column(first, 2))
    columns += [Column(heads["short"], 2)] if has_short else []
    rows = []
    for row in table_of_terms(order_of(rules), language=language, terms=terms_of(rules)):
        articles = ", ".join(map(str, row.articles)) or "–"
        rows.append((row.name, articles, row.ordinary, *([row.short] if has_short else [])))
    yield Table(tuple(columns), tuple(rows))


def _diagram(rules: Procedure, language: str) -> Iterator[Block]:
    """The drawing, parted so that it can be read, with what its signs mean."""
    yield Para(say("diagram_note", language=language), style="small")
    drawn = sheets(rules, language=language)
    numbers = {step.key: number for number, step in enumerate(rules.steps, 1)}
    room = FIRST_SHEET
    for number, sheet in enumerate(drawn, 1):
        if number > 1 and sheet.tallness > room:
            yield Turn("landscape")
            room = OTHER_SHEETS
        span = f"{numbers[sheet.steps[0].key]}–{numbers[sheet.steps[-1].key]}"
        where = {"n": number, "of": len(drawn)}
        if len(drawn) > 1:
            yield Para(say("diagram_part", language=language, **where), style="centre")
        told = say("diagram_told", language=language, steps=span, **where)
        share = min(1.0, room / sheet.tallness)
        yield Picture(sheet.svg.replace(*FACE), told, share)
        room -= sheet.tallness * share + CAPTION


def _forms(rules: Procedure, language: str) -> Iterator[Block]:
    yield Para(say("form_note", language=language), style="small")
    for number, key in enumerate(heading(rules.key, language=language).forms):
        if number:
            yield PageBreak()
        yield from blank_form(key, rules=rules, language=language)


def _trace(rules: Procedure, language: str) -> Iterator[Block]:
    """Article by article: the step that holds its parts, the term, and what silence does."""
    yield Para(say("trace_note", language=language, **counts(rules)), style="body")
    heads = heads_of_table(order_of(rules), language=language)
    has_short = len(tracks_of(rules)) > 1
    first = heads["ordinary"] if has_short else say("term", language=language)
    columns = [
        Column(say("column", "article", language=language), 3),
        Column(say("column", "parts", language=language), 1),
        Column(say("column", "step", language=language), 3),
        Column(say("column", "who", language=language), 2),
        Column(first, 1.4),
        *([Column(heads["short"], 1.5)] if has_short else []),
        Column(say("column", "silence", language=language), 2),
    ]
    rows: list[tuple[Words, ...]] = []
    last = 0
    for line in lines(rules, language=language):
        article = f"{line.article}. {line.title}" if line.article != last else f"{line.article}."
        last = line.article
        times = (line.ordinary, *([line.short] if has_short else []))
        rows.append((article, ranges(line.parts), line.held, line.who, *times, line.silence))
    yield Table(tuple(columns), tuple(rows))


def ranges(parts: Iterable[str]) -> str:
    """Parts as they are cited together: those that follow each other as a range.

    >>> ranges(["1", "2", "3", "5", "6", "7.1)"])
    '1–3, 5, 6, 7.1)'
    """
    runs: list[list[str]] = []
    for part in parts:
        last = runs[-1][-1] if runs else ""
        if part.isdigit() and last.isdigit() and int(part) == int(last) + 1:
            runs[-1].append(part)
        else:
            runs.append([part])
    said = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs]
    return ", ".join(said)
