"""Reads the text of a draft as it is laid open: its versions, its provisions, the marks beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count

from makul.cases.models import Case, Position, Remark
from makul.cases.queries.judging import unsettled_rows
from makul.core.provisions import Provision
from makul.documents.models import Document, Version
from makul.documents.models import Provision as Stored

LANGUAGES = ("ky", "ru")
Piece = tuple[str, str, str, str, str]  # eid, kind, number, heading, text


@dataclass
class Mark:
    """What was said to one provision."""

    objections: int = 0
    proposals: int = 0
    unsettled: int = 0


@dataclass
class Article:
    """One article (or another piece at the top) in each language in which it is there."""

    eid: str
    pieces: dict[str, list[Piece]] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)

    @property
    def is_unsettled(self) -> bool:
        return any(mark.unsettled for mark in self.marks.values())


@dataclass(frozen=True)
class Edition:
    """One version of the draft: its number, its texts by language, all versions there are."""

    number: int
    versions: dict[str, Version]
    numbers: list[tuple[int, Version]]


def edition_shown(case: Case, number: int | None = None) -> Edition | None:
    """The version asked for, else the newest; None where there is no draft, or no such version."""
    found = list(
        Version.objects.filter(
            document__subject=case.subject,
            document__kind=Document.Kind.DRAFT,
            document__is_public=True,
        ).order_by("number", "document_id", "language")
    )
    by_number: dict[int, dict[str, Version]] = {}
    for version in found:
        by_number.setdefault(version.number, {})[version.language] = version
    if not by_number or (number is not None and number not in by_number):
        return None
    chosen = max(by_number) if number is None else number
    numbers = [(one, next(iter(texts.values()))) for one, texts in by_number.items()]
    return Edition(chosen, by_number[chosen], numbers)


def articles_of(case: Case, edition: Edition) -> list[Article]:
    """The text in its order with the marks beside it (three queries, whatever its length)."""
    languages = {version.pk: code for code, version in edition.versions.items()}
    rows = Stored.objects.filter(version__in=list(languages)).order_by("version", "order")
    articles: dict[str, Article] = {}
    for version, eid, kind, number, heading, text in rows.values_list(
        "version_id", "eid", "kind", "number", "heading", "text"
    ):
        top = eid.partition("__")[0]
        article = articles.get(top)
        if article is None:
            article = articles[top] = Article(top)
        pieces = article.pieces.setdefault(languages[version], [])
        pieces.append((eid, kind, number, heading, text))
    for eid, mark in marks_of(case).items():
        article = articles.get(eid.partition("__")[0])
        if article:
            article.marks[eid] = mark
    return list(articles.values())


def marks_of(case: Case) -> dict[str, Mark]:
    """How much was said to each provision by the positions filed, and what stands unsettled."""
    filed = Remark.objects.filter(position__case=case, position__state=Position.State.FILED)
    marks: dict[str, Mark] = {}
    for eid, kind, n in filed.order_by().values_list("eid", "kind").annotate(n=Count("pk")):
        mark = marks.setdefault(eid, Mark())
        if kind == "objection":
            mark.objections += n
        else:
            mark.proposals += n
    rows = unsettled_rows(case).order_by().values_list("eid").annotate(n=Count("pk"))
    for eid, n in rows:
        marks.setdefault(eid, Mark()).unsettled += n
    return dict(sorted(marks.items()))


def whole_draft(marks: Iterable[tuple[str, Mark]]) -> Mark | None:
    """What was said to the draft as a whole."""
    return next((mark for eid, mark in marks if eid == ""), None)


def as_provision(piece: Piece) -> Provision:
    eid, kind, number, heading, text = piece
    return Provision(eid, kind, number, heading, text)
