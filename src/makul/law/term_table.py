"""The table of terms annexed to the Order: both tracks side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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
    names = names_of_terms(edition, language=language)
    where = _articles_of_terms(edition)
    rows = []
    for key, term in (terms or edition.terms).items():
        if term.unit in ("wd", "cd", "mo"):
            texts = [
                print_number(term.on(track), form=f"{term.unit}acc", language=language)
                for track in TRACKS
            ]
            rows.append(TermRow(key, names[key], where.get(key, ()), *texts))
    return tuple(rows)


def names_of_terms(edition: Order, *, language: str) -> Mapping[str, str]:
    """What each term is for; a term without a name bears its key.

    >>> from makul.law.order import order
    >>> names_of_terms(order(), language="en")["notify"]
    'Notice'
    """
    names = _words(edition)["names"]
    return {key: names[key][language] if key in names else key for key in edition.terms}


def heads_of_table(edition: Order, *, language: str) -> Mapping[str, str]:
    """The title of the annexed table and the heads of its columns.

    >>> from makul.law.order import order
    >>> list(heads_of_table(order(), language="ru").values())
    ['Таблица сроков', 'Действие', 'Статьи', 'Общий порядок', 'Сокращённый порядок']
    """
    words = _words(edition)
    columns = {key: texts[language] for key, texts in words["columns"].items()}
    return {"title": words["title"][language], **columns}


def _words(edition: Order) -> Any:
    return read_yaml(folder_of(edition.edition, procedure=edition.procedure), "term_names.yaml")


def _articles_of_terms(edition: Order) -> Mapping[str, tuple[int, ...]]:
    """In which articles each term is used."""
    found: dict[str, list[int]] = {}
    for item in edition.items:
        for _, key in PLACE.findall(item.texts["en"]):
            found.setdefault(key, []).append(item.article)
    return {key: tuple(sorted(set(articles))) for key, articles in found.items()}
