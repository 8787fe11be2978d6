"""The orders of the procedures: their chapters, sentences and terms, and how a sentence is printed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from makul.core.errors import BadInput, LawGap
from makul.law.data import names_in, read_yaml
from makul.law.numerals import print_number
from makul.law.sources import LANGUAGES, Source, source

# (procedure, edition) -> the folder of its texts; the Model Order is that of `npa`.
FOLDERS = {
    ("npa", "2026-proposed"): "order_2026",
    ("sitting", "2026-proposed"): "sitting_2026",
    ("expertise", "2026-proposed"): "expertise_2026",
    ("special_protocol", "2026-proposed"): "special_protocol_2026",
}
TRACKS = ("ordinary", "short")

PLACE = re.compile(r"\{(\w+):(\w+)\}")
_UNCONFIRMED = re.compile(r"\s*\[\?\]")


@dataclass(frozen=True, slots=True)
class OrderTerm:
    """A number of the Order: a term in working days, days or months, an hour, a count, a share.

    Units: `wd`, `cd`, `mo`, `hour`, `count`, `percent`, `day` (of the month), `year`.
    """

    key: str
    ordinary: int
    short: int
    unit: str

    def on(self, track: str) -> int:
        """The number that holds on the given track."""
        if track not in TRACKS:
            raise BadInput("unknown_track", track=track)
        return self.short if track == "short" else self.ordinary


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence of the Order: a numbered part, or a point under the part before it."""

    key: str
    article: int
    number: int
    basis: str
    texts: Mapping[str, str] = field(hash=False)
    is_point: bool = False
    step: str | None = None
    also: tuple[str, ...] = ()
    question: str | None = None

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps that the sentence states."""
        return self.also if self.step is None else (self.step, *self.also)

    @property
    def source(self) -> Source:
        """The act that the sentence rests on, or `proposed`."""
        return source(self.basis)

    @property
    def marker(self) -> str:
        """The number as printed: `2.` before a part, `2)` before a point."""
        return f"{self.number})" if self.is_point else f"{self.number}."

    def citation(self, language: str) -> str | None:
        """The act as cited after the sentence; a proposed sentence is printed without one."""
        return None if self.source.is_proposed else self.source.title(language)


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its title and its sentences."""

    number: int
    titles: Mapping[str, str] = field(hash=False)
    items: tuple[Item, ...]

    def title(self, language: str) -> str:
        """The title without the marks of terms still to be confirmed."""
        return _clean(self.titles[language])


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its articles."""

    number: int
    titles: Mapping[str, str] = field(hash=False)
    articles: tuple[Article, ...]

    def title(self, language: str) -> str:
        """The title without the marks of terms still to be confirmed."""
        return _clean(self.titles[language])


@dataclass(frozen=True)
class Order:
    """The order of a procedure in one edition: the only place where its sentences and terms stand."""

    procedure: str
    edition: str
    chapters: tuple[Chapter, ...]
    terms: Mapping[str, OrderTerm] = field(hash=False)

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles in order."""
        return tuple(article for chapter in self.chapters for article in chapter.articles)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The sentences in order."""
        return tuple(item for article in self.articles for item in article.items)

    @cached_property
    def _by_key(self) -> Mapping[str, Item]:
        return {item.key: item for item in self.items}

    def item(self, key: str) -> Item:
        """The sentence under this key.

        Raises: BadInput("unknown_item", key).
        """
        if key not in self._by_key:
            raise BadInput("unknown_item", key=key)
        return self._by_key[key]

    def items_under(self, prefix: str) -> tuple[Item, ...]:
        """The sentences whose key is the prefix or begins with it and a dot."""
        return tuple(i for i in self.items if i.key == prefix or i.key.startswith(prefix + "."))

    def items_of_step(self, step: str) -> tuple[Item, ...]:
        """What the Order says of a step: its sentences, with the points under them.

        >>> [item.key for item in order().items_of_step("cleared")]
        ['step.cleared.what']
        """
        stated = {item.key for item in self.items if step in item.steps}
        return tuple(
            i for i in self.items if i.key in stated or (i.is_point and _parent(i) in stated)
        )

    def rights_of(self, role: str) -> tuple[Item, ...]:
        """What the participant in this role may do."""
        return self.items_under(f"right.{role}")

    def duties_of(self, role: str) -> tuple[Item, ...]:
        """What the participant in this role must do, or may not."""
        return self.items_under(f"duty.{role}")


@cache
def order(edition: str = "2026-proposed", *, procedure: str = "npa") -> Order:
    """The order of a procedure in one edition.

    Raises: LawGap("no_edition", edition).

    >>> len(order().chapters), order().articles[5].title("en")
    (11, 'Counting of terms')
    """
    folder = folder_of(edition, procedure=procedure)
    chapters = [name for name in names_in(folder) if name.startswith("chapter_")]
    return Order(
        procedure,
        edition,
        tuple(_chapter(read_yaml(folder, name)) for name in chapters),
        order_terms(edition, procedure=procedure),
    )


@cache
def order_terms(
    edition: str = "2026-proposed", *, procedure: str = "npa"
) -> Mapping[str, OrderTerm]:
    """The terms of an edition alone, without its texts.

    Raises: LawGap("no_edition", edition).

    >>> order_terms()["position"].on("short")
    5
    """
    rows = read_yaml(folder_of(edition, procedure=procedure), "terms.yaml")
    return {key: OrderTerm(key, **row) for key, row in rows.items()}


def print_item(
    item: Item, *, language: str, terms: Mapping[str, OrderTerm], track: str = "ordinary"
) -> str:
    """The sentence as it is read: numbers of the terms put in, marks of unconfirmed words left out.

    `{wd:x}` are working days (Russian: genitive, «в течение»), `{wdacc:x}` the same in the Russian
    accusative («за», «даётся»), `{mo:x}` months, `{n:x}` the bare number.
    Raises: BadInput("unknown_term", key) where an agreement's terms lack one the sentence needs.

    >>> print_item(order().item("step.accepted.silence"), language="en", terms={})
    'A package not returned within the term is deemed accepted.'
    """

    def put_in(place: re.Match[str]) -> str:
        form, key = place.groups()
        if key not in terms:
            raise BadInput("unknown_term", key=key)
        return print_number(terms[key].on(track), form=form, language=language)

    return PLACE.sub(put_in, _clean(item.texts[language]))


def folder_of(edition: str, *, procedure: str = "npa") -> str:
    """The folder in which an edition lies."""
    if (procedure, edition) not in FOLDERS:
        raise LawGap("no_edition", edition=edition)
    return FOLDERS[procedure, edition]


def _clean(text: str) -> str:
    """The text without the marks `[?]` of Kyrgyz words that an editor has still to confirm."""
    return _UNCONFIRMED.sub("", text)


def _parent(item: Item) -> str:
    """The key of the part under which a point stands: `step.submitted.content` of its `.1`."""
    return item.key.rpartition(".")[0]


def _chapter(rows: list[dict[str, Any]]) -> Chapter:
    """A file of articles; its first row carries the number and title of the chapter."""
    head = rows[0]["chapter"]
    return Chapter(head["n"], _texts(head), tuple(_article(row) for row in rows))


def _article(row: Mapping[str, Any]) -> Article:
    """An article, its parts numbered from 1 and the points under each part from 1 again."""
    items: list[Item] = []
    part = point = 0
    for entry in row["items"]:
        is_point = entry.get("list", False)
        part, point = (part, point + 1) if is_point else (part + 1, 0)
        items.append(_item(entry, article=row["article"], number=point or part))
    return Article(row["article"], _texts(row["title"]), tuple(items))


def _item(row: Mapping[str, Any], *, article: int, number: int) -> Item:
    """One sentence of an article."""
    return Item(
        row["key"],
        article,
        number,
        row["basis"],
        _texts(row),
        is_point=row.get("list", False),
        step=row.get("step"),
        also=tuple(row.get("also", ())),
        question=row.get("q"),
    )


def _texts(row: Mapping[str, Any]) -> Mapping[str, str]:
    return {language: row[language] for language in LANGUAGES}
