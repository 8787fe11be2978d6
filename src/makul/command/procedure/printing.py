"""`./makul procedure print`: the order as an act in Word or PDF, or what holds each of its articles."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from makul.command.procedure.naming import name_language, name_procedure
from makul.command.procedure.playing import terms_of
from makul.command.procedure.writing import print_json, write_file
from makul.core.procedure import Procedure
from makul.law.agreements import check_terms
from makul.law.regulation.lines import Line, lines
from makul.law.regulation.trace import unstated, without_clock

EXAMPLES = """\
Examples:
  ./makul procedure print npa --language ru --format docx
  ./makul procedure print npa --language ky --format pdf --out order.pdf --term position=20
  ./makul procedure print npa --trace csv > articles.csv"""


def add(ways: Any) -> None:
    """The way with its options."""
    found = ways.add_parser(
        "print",
        help="print the order as an act: Word or PDF, in Kyrgyz, Russian or English",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    name_procedure(found)
    name_language(found)
    found.add_argument("--format", choices=("docx", "pdf"), default="docx", help="docx or pdf")
    found.add_argument(
        "--out", metavar="FILE", help="where to; else PROCEDURE-LANGUAGE.FORMAT here"
    )
    found.add_argument("--trace", choices=("json", "csv"), help="instead: what holds each article")
    told = "another term: position=20, or position=20/7 on both tracks; as often as needed"
    found.add_argument("--term", action="append", default=[], metavar="TERM=N", help=told)
    found.add_argument("--terms", metavar="FILE", help="the same as YAML or JSON: position: 20/7")
    found.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the order, or print what holds each of its articles."""
    rules = check_terms(arguments.procedure, arguments.edition, terms_of(arguments))
    if arguments.trace:
        _tell(rules, language=arguments.language, form=arguments.trace)
        return 0
    path = arguments.out or f"{rules.key}-{arguments.language}.{arguments.format}"
    write_file(path, _printed(rules, language=arguments.language, form=arguments.format))
    sys.stdout.write(f"{path}\n")
    return 0


def _printed(rules: Procedure, *, language: str, form: str) -> bytes:
    # Typesetting is slow to load, and only this way needs it.
    from makul.documents.pdf_writing import write_pdf
    from makul.documents.regulation import order_paper
    from makul.documents.word_writing import write_docx

    paper = order_paper(rules, language=language)
    return write_pdf(paper) if form == "pdf" else write_docx(paper)


def _tell(rules: Procedure, *, language: str, form: str) -> None:
    """Each article with what holds it; as JSON also what the order leaves unsaid."""
    found = lines(rules, language=language)
    if form == "csv":
        sys.stdout.write(as_csv(found))
        return
    print_json(
        {
            "procedure": rules.key,
            "edition": rules.edition,
            "articles": [asdict(line) for line in found],
            "steps_whose_term_no_article_states": [
                {"step": step, "term": term} for step, term in unstated(rules)
            ],
            "terms_that_no_step_runs": list(without_clock(rules)),
        }
    )


def as_csv(found: Sequence[Line]) -> str:
    """A line for each group of parts; what is several in a cell stands with a semicolon."""
    out = io.StringIO()
    names = [field.name for field in fields(Line)]
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(names)
    for line in found:
        values = (getattr(line, name) for name in names)
        rows.writerow("; ".join(v) if isinstance(v, tuple) else v for v in values)
    return out.getvalue()
