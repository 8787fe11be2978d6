"""The articles of an order as blocks of a paper, numbered as acts are, each with its citation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from makul.core.procedure import Procedure
from makul.documents.paper import Block, ChapterHeading, Heading, Para
from makul.law.numerals import print_number
from makul.law.order import Article, Item, OrderTerm, print_item
from makul.law.regulation import order_of, say, terms_of
from makul.law.term_table import names_of_terms

_ENDS = ".;:"


def text(rules: Procedure, *, language: str) -> Iterator[Block]:
    """Chapter by chapter, article by article."""
    terms = terms_of(rules)
    for chapter in order_of(rules).chapters:
        title = chapter.title(language)
        yield ChapterHeading(1, say("chapter", language=language, n=chapter.number, title=title))
        for article in chapter.articles:
            yield from _article(article, terms=terms, language=language)


def _article(article: Article, *, terms: Mapping[str, OrderTerm], language: str) -> Iterator[Block]:
    title = article.title(language)
    yield Heading(2, say("article", language=language, n=article.number, title=title))
    for item in article.items:
        said = sentence(item, terms=terms, language=language)
        yield Para(f"{item.marker} {said}", style="point" if item.is_point else "part")


def sentence(item: Item, *, terms: Mapping[str, OrderTerm], language: str) -> str:
    """A sentence with the act it rests on in brackets before its last sign.

    >>> from makul.law.order import order
    >>> sentence(order().item("language.1"), terms={}, language="en")
    'Conciliation is conducted in the state language and the official language (Constitution, art. 13).'
    """
    said = print_item(item, language=language, terms=terms)
    cited = item.citation(language)
    if cited is None:
        return said
    words, end = (said[:-1], said[-1]) if said[-1:] in _ENDS else (said, "")
    return f"{words} ({cited}){end}"


def notes(rules: Procedure, *, language: str) -> Iterator[Block]:
    """What the reader must know first: it is a proposal, which terms are not the edition's; what for."""
    yield Para(say("proposal", language=language), style="note")
    changed = list(_changed(rules, language))
    if changed:
        yield Para(say("changed", language=language, terms="; ".join(changed)), style="note")
    yield Para(say("preamble", language=language), style="part")


def _changed(rules: Procedure, language: str) -> Iterator[str]:
    """Each term that differs from the edition's, with both numbers."""
    edition = order_of(rules)
    names = names_of_terms(edition, language=language)
    for key, term in terms_of(rules).items():
        if term != edition.terms[key]:
            yield _change(names[key], edition.terms[key], term, language)


def _change(name: str, old: OrderTerm, new: OrderTerm, language: str) -> str:
    """One changed term; both tracks are told only where the short one changed by itself."""

    def put(number: int) -> str:
        return print_number(number, form=f"{new.unit}acc", language=language)

    is_one = (old.short, new.short) == (old.ordinary, new.ordinary)
    if old.short == new.short or is_one:
        words = {"name": name, "new": put(new.ordinary), "old": put(old.ordinary)}
        return say("changed_term", language=language, **words)
    words = {"new": put(new.ordinary), "new_short": put(new.short)}
    words |= {"old": put(old.ordinary), "old_short": put(old.short)}
    return f"{name} – {say('changed_short', language=language, **words)}"
