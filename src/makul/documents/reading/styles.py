"""What the styles of a Word file pass on to a paragraph: lists, bold, centring, heading levels."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from makul.documents.reading.numbering import W, integer

_DEEPEST = 30


@dataclass(frozen=True, slots=True)
class Look:
    """What a style, with all it is based on, says of its paragraphs."""

    number: str | None = None
    depth: int | None = None
    bold: bool = False
    centred: bool = False
    heading: bool = False
    contents: bool = False


def is_on(element: etree._Element | None) -> bool:
    """A switch of Word: on when it is there and does not say no."""
    return element is not None and element.get(f"{W}val") not in {"0", "false", "off", "none"}


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, root: etree._Element | None) -> None:
        elements = root.findall(f"{W}style") if root is not None else []
        self.elements = {one.get(f"{W}styleId") or "": one for one in elements}
        self.default = next((name for name, one in self.elements.items() if _is_default(one)), "")
        self.looks: dict[str, Look] = {}

    def look(self, name: str | None) -> Look:
        """The look of the style `name`, or of the default one."""
        key = name if name is not None and name in self.elements else self.default
        if key not in self.looks:
            self.looks[key] = self._look(key)
        return self.looks[key]

    def numbered(self) -> dict[str, str]:
        """Style ids and the list each is tied to directly."""
        looks = {name: self.look(name) for name in self.elements}
        return {name: look.number for name, look in looks.items() if look.number}

    def _look(self, name: str) -> Look:
        chain: list[etree._Element] = []
        while name in self.elements and len(chain) < _DEEPEST:
            element = self.elements[name]
            if element in chain:
                break
            chain.append(element)
            based = element.find(f"{W}basedOn")
            name = based.get(f"{W}val") or "" if based is not None else ""
        number, depth = _list_of(chain)
        title = _text(chain[0], "name").casefold() if chain else ""
        return Look(
            number=number,
            depth=depth,
            bold=any(is_on(one.find(f"{W}rPr/{W}b")) for one in chain[:3]),
            centred=_first(chain, f"{W}pPr/{W}jc") == "center",
            heading=title.startswith("heading")
            or _first(chain, f"{W}pPr/{W}outlineLvl") is not None,
            contents=title.startswith("toc ") or title == "toc heading",
        )


def _is_default(element: etree._Element) -> bool:
    kind = element.get(f"{W}type") or "paragraph"
    return kind == "paragraph" and element.get(f"{W}default") in {"1", "true", "on"}


def _text(element: etree._Element, tag: str) -> str:
    found = element.find(W + tag)
    return (found.get(f"{W}val") or "") if found is not None else ""


def _first(chain: list[etree._Element], path: str) -> str | None:
    for element in chain:
        found = element.find(path)
        if found is not None:
            value: str | None = found.get(f"{W}val")
            return value
    return None


def _list_of(chain: list[etree._Element]) -> tuple[str | None, int | None]:
    """The list a style belongs to, by itself or through what it is based on."""
    depth: int | None = None
    for element in chain:
        found = element.find(f"{W}pPr/{W}numPr")
        if found is None:
            continue
        level, number = found.find(f"{W}ilvl"), found.find(f"{W}numId")
        if level is not None and depth is None:
            depth = integer(level.get(f"{W}val"))
        if number is not None:
            return number.get(f"{W}val"), depth
    return None, depth
