"""What an act is made of: the lines a reader hands over, the provisions they become, the act itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a document as a person sees it.

    Automatic numbers are written out and superscript digits stand as such («222²»). `style` is
    "heading" (bold or a heading style), "title" (centred) or None; `note` marks an editor's note;
    `table` marks a row of a table, its cells joined by " | ".
    """

    text: str
    style: str | None = None
    note: bool = False
    table: bool = False


@dataclass(frozen=True, slots=True)
class Provision:
    """One addressable piece of an act.

    `text` is its own first paragraph; further unnumbered paragraphs are provisions of their own
    (`art_7__part_2__par_2`), as the second paragraph of a part is cited in law.

    >>> Provision("art_7__part_2", "part", "2").parent
    'art_7'
    """

    eid: str
    kind: str
    number: str = ""
    heading: str = ""
    text: str = ""

    @property
    def parent(self) -> str:
        """The eid it stands under, "" for a provision at the top."""
        return self.eid.rpartition("__")[0]

    @property
    def words(self) -> str:
        """Heading and text together."""
        return "\n".join(piece for piece in (self.heading, self.text) if piece)


@dataclass(frozen=True, slots=True)
class Act:
    """A normative legal act split into provisions, in the order of the document."""

    language: str
    title: str
    provisions: tuple[Provision, ...]

    @property
    def articles(self) -> tuple[Provision, ...]:
        """The articles of the act itself: those quoted in an amending law are not among them."""
        return tuple(provision for provision in self.provisions if provision.kind == "article")

    def find(self, eid: str) -> Provision | None:
        """The provision of that id, if there is one."""
        return next((one for one in self.provisions if one.eid == eid), None)

    def under(self, eid: str) -> Iterator[Provision]:
        """The provision `eid` and everything below it, in order."""
        inside = f"{eid}__"
        return (one for one in self.provisions if one.eid == eid or one.eid.startswith(inside))
