"""Two versions of an act compared: gathered by article, and as papers; amending acts beside what they amend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from makul.core.provisions import Change, Row, Span, label
from makul.documents.paper import Paper, PaperLanguage, Run, Words, comparative_table

_TITLES = {
    "changes": {
        "ky": "Редакциялардын салыштырма таблицасы",
        "ru": "Сравнительная таблица редакций",
        "en": "Comparative table of versions",
    },
    "amendments": {
        "ky": "Салыштырма таблица",
        "ru": "Сравнительная таблица",
        "en": "Comparative table",
    },
}
_NOTHING = {
    "ky": "Редакциялардын ортосунда айырма жок.",
    "ru": "Различий между редакциями нет.",
    "en": "The versions do not differ.",
}


def paper_of_changes(changes: Sequence[Change], *, name: str = "", language: str = "ru") -> Paper:
    """What differs between two versions; deleted words are marked at left, inserted ones at right."""
    rows = [
        (_place(change, language), *_sides(change.spans, change.old, change.new))
        for change in changes
        if change.kind != "same"
    ]
    nothing: list[tuple[str, Words, Words]] = [("—", _NOTHING[language], _NOTHING[language])]
    return _paper("changes", name, rows or nothing, language)


def paper_of_rows(rows: Sequence[Row], *, name: str = "", language: str = "ru") -> Paper:
    """The comparative table of an amending act."""
    cells = [(_of_row(row, language), *_sides(row.spans, row.old, row.new)) for row in rows]
    return _paper("amendments", name, cells, language)


def _paper(kind: str, name: str, rows: Sequence[tuple[str, Words, Words]], language: str) -> Paper:
    title = _TITLES[kind][language]
    known: PaperLanguage = "ky" if language == "ky" else "en" if language == "en" else "ru"
    return comparative_table(f"{title}: {name}" if name else title, rows=rows, language=known)


def _place(change: Change, language: str) -> str:
    """Where it stands; for a moved provision, where it stood before."""
    now = label(change.eid, language=language)
    return f"{label(change.old_eid, language=language)} → {now}" if change.kind == "moved" else now


def _of_row(row: Row, language: str) -> str:
    """The place of an amendment; where a superscript may be lost, the other reading too."""
    others = [f"{label(eid, language=language)}?" for eid in row.doubt]
    return "\n".join([row.target_act, row.place, *others]).strip()


def _sides(spans: Sequence[Span], old: str, new: str) -> tuple[Words, Words]:
    """Both texts with what went and what came marked in them."""
    left = tuple(
        Run(one.before, "del" if one.op == "del" else "plain") for one in spans if one.op != "ins"
    )
    right = tuple(
        Run(one.text, "ins" if one.op == "ins" else "plain") for one in spans if one.op != "del"
    )
    return left or old or "—", right or new or "—"


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """What became of one article (or another piece at the top) with all below it.

    `kind`: same, changed, added, removed or moved (renumbered); `old_eid` where it stood before.
    """

    eid: str
    kind: str
    old_eid: str
    changes: tuple[Change, ...]

    @property
    def differing(self) -> tuple[Change, ...]:
        return tuple(one for one in self.changes if one.kind != "same")


def by_article(changes: Iterable[Change]) -> list[ArticleChange]:
    """The changes gathered under the article they belong to, in the order of the new version.

    A removed part still bears the number of the old article, so what follows an article is its own.
    """
    groups: list[list[Change]] = []
    for one in changes:
        if not groups or "__" not in (one.eid or one.old_eid):
            groups.append([])
        groups[-1].append(one)
    return [article_change(group) for group in groups]


def article_change(group: Sequence[Change]) -> ArticleChange:
    head = group[0]
    below = any(one.kind != "same" for one in group)
    kind = "changed" if head.kind == "same" and below else head.kind
    return ArticleChange(head.eid, kind, head.old_eid, tuple(group))
