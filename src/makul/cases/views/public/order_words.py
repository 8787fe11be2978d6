"""Sentences of the Order as a page shows them: with the terms of the case, each with its basis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from makul.core.errors import MakulError
from makul.core.procedure import Procedure
from makul.law.order import Item, OrderTerm, order, print_item


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the Order; `basis` is the act it rests on, empty where it is proposed."""

    key: str
    text: str
    article: int
    basis: str


def terms_of(procedure: Procedure) -> Mapping[str, OrderTerm]:
    """The terms of the Order with those of the agreement put in."""
    terms = dict(order(procedure.edition, procedure=procedure.key).terms)
    for key, length in procedure.terms.items():
        if key in terms:
            terms[key] = replace(terms[key], ordinary=length.ordinary, short=length.short)
    return terms


def sentence(
    item: Item, *, terms: Mapping[str, OrderTerm], language: str, track: str = "ordinary"
) -> Sentence:
    text = print_item(item, language=language, terms=terms, track=track)
    return Sentence(item.key, text, item.article, item.citation(language) or "")


def sentences(
    keys: Iterable[str], procedure: Procedure, *, language: str, track: str = "ordinary"
) -> list[Sentence]:
    """The sentences under these keys; one that the edition does not have is left out."""
    edition, terms, found = (
        order(procedure.edition, procedure=procedure.key),
        terms_of(procedure),
        [],
    )
    for key in keys:
        try:
            item = edition.item(key)
        except MakulError:
            continue
        found.append(sentence(item, terms=terms, language=language, track=track))
    return found
