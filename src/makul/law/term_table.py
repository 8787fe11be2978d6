"""The table of terms annexed to the Order: both tracks side by side."""

from collections.abc import Mapping
from dataclasses import dataclass

from makul.law.data import read_yaml
from makul.law.numerals import print_number
from makul.law.order import PLACE, TRACKS, Order, OrderTerm, folder_of


@dataclass(frozen=True, slots=True)
class TermRow:
    """A line of the table of terms annexed to the Order: for what, where, and how long."""

    key: str
    name: str
    articles: tuple[int, ...]
    ordinary: str
    short: str


def table_of_terms(
    edition: Order, *, language: str, terms: Mapping[str, OrderTerm] | None = None
) -> tuple[TermRow, ...]:
    """The annexed table of terms, both tracks side by side; `terms` are an agreement's own.

    >>> from makul.law.order import order
    >>> table_of_terms(order(), language="en")[5]
    TermRow(key='position', name='Position of an LSG body', articles=(19,), ordinary='15 working days', short='5 working days')
    """
    names = read_yaml(folder_of(edition.edition, procedure=edition.procedure), "term_names.yaml")[
        "names"
    ]
    where = _articles_of_terms(edition)
    rows = []
    for key, term in (terms or edition.terms).items():
        if term.unit in ("wd", "cd", "mo"):
            texts = [
                print_number(term.on(track), form=f"{term.unit}acc", language=language)
                for track in TRACKS
            ]
            rows.append(TermRow(key, names[key][language], where.get(key, ()), *texts))
    return tuple(rows)


def _articles_of_terms(edition: Order) -> Mapping[str, tuple[int, ...]]:
    """In which articles each term is used."""
    found: dict[str, list[int]] = {}
    for item in edition.items:
        for _, key in PLACE.findall(item.texts["en"]):
            found.setdefault(key, []).append(item.article)
    return {key: tuple(sorted(set(articles))) for key, articles in found.items()}
