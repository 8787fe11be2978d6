"""One item on the paper of a special protocol: its figures by year, both positions, what is recommended."""

from __future__ import annotations

from makul.budget.models import Item, Position
from makul.budget.papers import words
from makul.budget.papers.words import bare, money
from makul.budget.queries.items import Shown
from makul.cases.papers.words import NOT_READY
from makul.documents.paper import Block, Column, Fields, Heading, Table
from makul.law.sources import source

FIGURES = ("lsg", "government", "gap", "agreed")


def item_blocks(one: Shown, code: str) -> list[Block]:
    """The item under its number and subject."""
    subject = one.item.subject(code) or NOT_READY[code]
    return [
        Heading(2, f"{one.item.number}. {subject}"),
        figures(one, code),
        Fields(tuple(said_of(one, code))),
    ]


def figures(one: Shown, code: str) -> Table:
    """Each year with what each side reckons; what was given once it is known."""
    has_given = any(sums["given"] is not None for _year, sums in one.by_year)
    keys = (*FIGURES, "given") if has_given else FIGURES
    columns = (
        Column(words.HEADS["year"][code], 0.12),
        *(Column(words.SIDES[key][code], 0.88 / len(keys), "right") for key in keys),
    )
    rows = [(str(year), *(bare(sums[key]) for key in keys)) for year, sums in one.by_year]
    return Table(columns, tuple(rows))


def said_of(one: Shown, code: str) -> list[tuple[str, str]]:
    """What stands under the figures; a line with nothing to say is left out, a position never."""
    item = one.item
    said = {
        "kind": words.KINDS[item.kind][code],
        "lsg": position(one.lsg, code),
        "government": position(one.government, code),
        "basis": basis(item, code),
        "mandated": own(item, "mandated", code),
        "carried": carried(one, code),
        "solution": own(item, "solution", code),
        "reasons": own(item, "reasons", code),
        "difference": own(item, "difference", code),
        "given": given(item, code),
    }
    return [(words.LABELS[key][code], text) for key, text in said.items() if text]


def own(item: Item, name: str, code: str) -> str:
    """The words in this language; where only the other was written, that is said, not replaced."""
    written = {one: str(getattr(item, f"{name}_{one}")) for one in ("ky", "ru")}
    if any(written.values()):
        return written.get(code, "") or NOT_READY[code]
    return ""


def position(said: Position | None, code: str) -> str:
    if said is None or not (said.text_ky or said.text_ru):
        return words.NO_POSITION[code]
    return said.text(code) or NOT_READY[code]


def basis(item: Item, code: str) -> str:
    """The act and what was written of it; without an act, that it is a proposal."""
    act = source(item.basis).title(code) if item.basis else words.PROPOSED[code]
    text = getattr(item, f"basis_{code}", "")
    return f"{text} ({act})" if text else act


def carried(one: Shown, code: str) -> str:
    """Last year's item with what was asked and given then."""
    old, before = one.item.carried_from, one.before
    if old is None or before is None:
        return ""
    year = old.protocol.budget_year
    place = words.CARRIED[code].format(number=old.number, year=year)
    asked, got = before.amount("lsg", year), before.amount("given", year)
    sums = words.BEFORE[code].format(asked=money(asked, code), given=money(got, code))
    return f"{place}; {sums}"


def given(item: Item, code: str) -> str:
    """What the law says of it: the article and words."""
    followed = getattr(item, "followed", None)
    if followed is None:
        return ""
    text = getattr(followed, f"text_{code}", "") or followed.text_ky or followed.text_ru
    return ". ".join(part for part in (followed.article, text) if part)
