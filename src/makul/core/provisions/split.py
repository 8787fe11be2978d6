"""Split the lines of a Russian or Kyrgyz act into provisions with ids that stay the same.

The id of an article stands alone (`art_7`), whatever its chapter; inside it the id grows by part,
point, subpoint and paragraph: `art_7__part_2__point_1`. A superscript is one more figure: 222² is
`art_222_2`, as is 222-2. The second of two provisions that would bear the same id gets "-2".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from makul.core.provisions.act import Act, Line, Provision
from makul.core.provisions.language import language_of
from makul.core.provisions.marks import STRUCTURE, Mark
from makul.core.provisions.numbers import slug
from makul.core.provisions.survey import Seen, survey

_SHORT = {
    "book": "book",
    "section": "sec",
    "subsection": "subsec",
    "chapter": "chp",
    "paragraph": "subchp",
    "article": "art",
}
_NESTED = {"subsection": "section", "paragraph": "chapter"}
_DEPTH = {"annex": 0, "article": 1, "part": 2, "point": 3, "subpoint": 4, "par": 5, "quoted": 5}
_FULL_STOP = re.compile(r'\.["»”)]*[\s;.]*$')
_UNENDED = re.compile(r"[^.:;]$")


def split(lines: Sequence[Line], *, language: str | None = None) -> Act:
    """The act made of these lines; no text is lost and no id stands twice.

    Shape: provisions in the order of the document, articles flat, the rest nested by id.

    >>> act = split([Line("Статья 1. Предмет"), Line("1. Первая."), Line("2. Вторая:"), Line("1) а.")])
    >>> [provision.eid for provision in act.provisions]
    ['art_1', 'art_1__part_1', 'art_1__part_2', 'art_1__part_2__point_1']
    """
    seen = survey(lines)
    builder = _Builder(with_articles=any(one.mark and one.mark.kind == "article" for one in seen))
    for one in seen:
        builder.take(one)
    provisions = tuple(_provision(draft) for draft in _settled(builder.drafts))
    title = " ".join(one.line.text.strip() for one in seen if one.role == "title")
    chosen = language or language_of(one.line.text for one in seen)
    return Act(chosen, " ".join(title.split()), provisions)


class _Draft:
    """A provision while its text is still being gathered."""

    __slots__ = ("closed", "eid", "heading", "kind", "number", "style", "text")

    def __init__(self, eid: str, kind: str, number: str = "") -> None:
        self.eid, self.kind, self.number = eid, kind, number
        self.heading, self.text = "", ""
        self.style: str | None = None
        self.closed = False


def _settled(drafts: list[_Draft]) -> list[_Draft]:
    """A sentence that is all an article says is its text, though it stood where a heading stands."""
    nexts = [*(draft.eid for draft in drafts[1:]), ""][: len(drafts)]
    for draft, after in zip(drafts, nexts, strict=True):
        alone = not draft.text and not after.startswith(f"{draft.eid}__")
        if (
            draft.kind == "article"
            and alone
            and draft.style is None
            and draft.heading.endswith(".")
        ):
            draft.heading, draft.text = "", draft.heading
    return drafts


def _provision(draft: _Draft) -> Provision:
    return Provision(draft.eid, draft.kind, draft.number, draft.heading, draft.text)


class _Builder:
    """Takes the lines one by one and keeps the provisions that are still open."""

    def __init__(self, *, with_articles: bool) -> None:
        self.with_articles = with_articles
        self.drafts: list[_Draft] = []
        self.open: list[_Draft] = []
        self.structure: dict[str, str] = {}
        self.counts: Counter[str] = Counter()
        self.repeats: Counter[str] = Counter()

    def take(self, seen: Seen) -> None:
        """Add one line."""
        text = seen.line.text.strip()
        if seen.mark is not None and seen.role == "mark":
            self._mark(seen.mark, seen.line)
        elif seen.role in {"title", "requisite", "preamble", "signature"}:
            self._edge(seen.role, text)
        elif seen.role in {"note", "contents"}:
            self._apart(seen.role, text)
        elif seen.role == "table":
            self._table(text)
        elif seen.role == "quoted":
            self._paragraph(text, kind="quoted")
        else:
            self._text(seen.line, text)

    def _add(self, eid: str, kind: str, number: str = "", text: str = "") -> _Draft:
        """A new provision; a second one of the same id gets "-2", a third "-3"."""
        self.repeats[eid] += 1
        unique = eid if self.repeats[eid] == 1 else f"{eid}-{self.repeats[eid]}"
        draft = _Draft(unique, kind, number)
        draft.text = text
        self.drafts.append(draft)
        return draft

    def _numbered(self, parent: str, short: str) -> str:
        """The next id of a kind that has no number of its own."""
        stem = f"{parent}__{short}" if parent else short
        self.counts[stem] += 1
        return f"{stem}_{self.counts[stem]}"

    def _mark(self, mark: Mark, line: Line) -> None:
        if mark.kind in STRUCTURE:
            self._structure(mark, line)
        elif mark.kind in {"article", "annex"}:
            self._article(mark, line)
        else:
            self._item(mark)

    def _structure(self, mark: Mark, line: Line) -> None:
        short = _SHORT[mark.kind]
        parent = self.structure.get(_NESTED.get(mark.kind, ""), "")
        parent = parent or (self.open[0].eid if self._in_annex() else "")
        own = f"{short}_{slug(mark.number)}" if mark.number else self._numbered("", short)
        draft = self._add(f"{parent}__{own}" if parent else own, mark.kind, mark.number)
        self._head(draft, mark.rest, line)
        self.structure[mark.kind] = draft.eid
        for deeper in STRUCTURE[STRUCTURE.index(mark.kind) + 1 :]:
            self.structure.pop(deeper, None)
        self.open = [*self.open[: int(self._in_annex())], draft]

    def _in_annex(self) -> bool:
        return bool(self.open) and self.open[0].kind == "annex"

    def _article(self, mark: Mark, line: Line) -> None:
        inside = self._in_annex() and mark.kind == "article"
        stem = "annex" if mark.kind == "annex" else "art"
        own = f"{stem}_{slug(mark.number)}" if mark.number else self._numbered("", stem)
        draft = self._add(f"{self.open[0].eid}__{own}" if inside else own, mark.kind, mark.number)
        self.open = [*self.open[: int(inside)], draft]
        if mark.kind == "annex":
            self.structure = {}
        if _is_body(mark.rest, line):
            draft.text, draft.closed = mark.rest, True
        else:
            self._head(draft, mark.rest, line)

    def _head(self, draft: _Draft, heading: str, line: Line) -> None:
        draft.heading, draft.style = heading, line.style

    def _item(self, mark: Mark) -> None:
        """A part, point or subpoint under what is open above it."""
        kind = self._kind_here(mark)
        parent = self._holder(_DEPTH[kind])
        stem = f"{parent.eid}__" if parent else ""
        self.open.append(
            self._add(f"{stem}{kind}_{slug(mark.number)}", kind, mark.number, mark.rest)
        )

    def _kind_here(self, mark: Mark) -> str:
        """Outside articles (resolutions, annexes) «1.» is a point and «1)» a subpoint."""
        if self.with_articles and not self._outside_articles():
            return mark.kind
        return {"part": "point", "point": "subpoint"}.get(mark.kind, mark.kind)

    def _outside_articles(self) -> bool:
        return not any(draft.kind == "article" for draft in self.open)

    def _holder(self, depth: int) -> _Draft | None:
        """Close what is as deep or deeper; a paragraph stays open when it announces a list."""
        while self.open and _DEPTH.get(self.open[-1].kind, 0) >= depth:
            if depth >= _DEPTH["point"] and self._announces():
                break
            self.open.pop()
        return self.open[-1] if self.open else None

    def _announces(self) -> bool:
        """Whether the last open paragraph ends with a colon; lists in it do not nest further."""
        *above, last = self.open
        nested = any(draft.kind in {"par", "quoted"} for draft in above)
        return last.kind in {"par", "quoted"} and last.text.endswith(":") and not nested

    def _edge(self, role: str, text: str) -> None:
        """Title, requisites, preamble, signature: the first bears the bare name."""
        self.open = []
        self.counts[role] += 1
        count = self.counts[role]
        if role == "requisite" or (count > 1 and role != "preamble"):
            self._add(f"{role}_{count}", role, text=text)
        elif count > 1:
            self._add(f"{role}__par_{count}", "par", text=text)
        else:
            self._add(role, role, text=text)

    def _apart(self, kind: str, text: str) -> _Draft:
        """A note or a table: under what is open, without becoming open itself."""
        parent = next(
            (one for one in reversed(self.open) if one.kind not in {"par", "quoted"}), None
        )
        return self._add(self._numbered(parent.eid if parent else "", kind), kind, text=text)

    def _table(self, text: str) -> None:
        if self.drafts and self.drafts[-1].kind == "table":
            self.drafts[-1].text += f"\n{text}"
        else:
            self._apart("table", text)

    def _text(self, line: Line, text: str) -> None:
        """Running text: the rest of a heading, the first text of a provision, or a paragraph."""
        last = self.drafts[-1] if self.drafts else None
        if last is not None and self.open and last is self.open[-1] and _continues(last, line):
            last.heading = f"{last.heading} {text}".strip()
            return
        self._paragraph(text)

    def _paragraph(self, text: str, kind: str = "par") -> None:
        parent = self._parent_of_paragraph(text, quoted=kind == "quoted")
        if parent is None:
            self._edge("preamble", text)
            return
        if not parent.text and not self.counts[f"{parent.eid}__par"] and parent is self.drafts[-1]:
            parent.text, parent.closed = text, True
            return
        stem = f"{parent.eid}__par"
        self.counts[stem] += 1 if self.counts[stem] or not parent.text else 2
        draft = self._add(f"{stem}_{self.counts[stem]}", kind, text=text)
        self.open.append(draft)

    def _parent_of_paragraph(self, text: str, *, quoted: bool) -> _Draft | None:
        """A paragraph after a finished point belongs to what holds the list."""
        ended = bool(self.open) and _FULL_STOP.search(self.open[-1].text[-20:]) is not None
        while self.open and self.open[-1].kind in {"par", "quoted"}:
            self.open.pop()
        listed = text.startswith(("-", "–", "—")) or quoted
        if ended and not listed:
            while len(self.open) > 1 and self.open[-1].kind in {"point", "subpoint"}:
                self.open.pop()
        return self.open[-1] if self.open else None


def _is_body(rest: str, line: Line) -> bool:
    """What follows «Статья 1.» is its text when it announces a list or is a long sentence."""
    if not rest or line.style in {"heading", "title"}:
        return False
    return rest.endswith((":", ";")) or (rest.endswith(".") and len(rest) > 160)


def _continues(last: _Draft, line: Line) -> bool:
    """The line is the heading of `last`, standing below its number, or goes on with it."""
    if last.text or last.closed or last.kind not in {*_SHORT, "annex"}:
        return False
    text = line.text.strip()
    if not _UNENDED.search(text[-1:]) or len(text) > 400:
        return False
    if not last.heading:
        return True
    styled = line.style is not None and line.style == last.style
    return styled and (last.kind != "article" or text[0].islower())
