"""What can be found of Parliament's side: bills that touch communities, sittings, expertises, protocols."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from makul.bills.models import Bill
from makul.budget.models import Item, SpecialProtocol
from makul.cases.models import Case
from makul.expertise.models import Expertise
from makul.portal.lines import LANGUAGES, joined, line
from makul.portal.models import SearchLine
from makul.portal.parliament.bills import page_of_bill
from makul.portal.parliament.protocols import open_items
from makul.portal.parliament.told import page_of
from makul.sittings.models import Opinion, Sitting

KINDS = ("bill", "sitting", "expertise", "special")


def said(thing: Any, *names: str, language: str) -> str:
    """These fields of a thing in a language, one under the other."""
    return joined(*(str(getattr(thing, f"{name}_{language}")) for name in names))


def lines_of_bills(bills: Iterable[Bill]) -> Iterator[SearchLine]:
    """The title and the summary of each, by the number it has in its register."""
    for one in bills:
        for code in LANGUAGES:
            if text := said(one, "title", "summary", language=code):
                found = line(
                    "bill", str(one.pk), code, title=one.number, text=text, place=page_of_bill(one)
                )
                found.year = one.registered_on.year
                yield found


def lines_of_sitting(case: Case) -> Iterator[SearchLine]:
    """What stands on the agenda, what was decided, and each opinion that was given."""
    found = Sitting.objects.filter(case=case).select_related("house").first()
    if found is None:
        return
    items = list(found.items.filter(taken_off_at__isnull=True))
    opinions = Opinion.objects.filter(item__in=items, released_at__isnull=False)
    given = list(opinions.select_related("association"))
    for code in LANGUAGES:
        told = [said(one, "title", "decision", language=code) for one in items]
        if text := joined(*told, *(said(one, "text", language=code) for one in given)):
            title = found.house.name(code)
            yield of_case(case, "sitting", "", code, title=title, text=text)


def lines_of_expertise(case: Case) -> Iterator[SearchLine]:
    """What it is of; and of a verdict that is signed its reasons and the wordings proposed."""
    found = Expertise.objects.filter(case=case).first()
    if found is None:
        return
    signed = list(found.verdicts.filter(signed_at__isnull=False))
    proposals = list(found.proposals.all()) if signed else []
    for code in LANGUAGES:
        reasons = [said(one, "reasons", language=code) for one in signed]
        wordings = [said(one, "wording", "reason", language=code) for one in proposals]
        if text := joined(case.title(code), *reasons, *wordings):
            yield of_case(case, "expertise", "", code, title=case.number, text=text)


def lines_of_protocol(case: Case) -> Iterator[SearchLine]:
    """Each item that is tabled, with the positions filed and what was recommended."""
    found = SpecialProtocol.objects.filter(case=case).first()
    if found is None:
        return
    items = open_items().filter(protocol=found).select_related("protocol")
    items = items.prefetch_related("positions")
    for item in items.order_by("number"):
        for code in LANGUAGES:
            if text := joined(*words_of_item(item, code)):
                title = f"{found.budget_year}, {item.number}"
                yield of_case(case, "special", str(item.number), code, title=title, text=text)


def words_of_item(item: Item, language: str) -> list[str]:
    filed = [one for one in item.positions.all() if one.filed_at or one.side == item.side]
    ended = ("solution", "reasons", "difference") if item.protocol.sat_on else ()
    return [
        said(item, "subject", *ended, language=language),
        *(said(one, "text", language=language) for one in filed),
    ]


def of_case(case: Case, kind: str, ref: str, language: str, *, title: str, text: str) -> SearchLine:
    return line(kind, ref, language, title=title, text=text, place=page_of(case), case=case)


# How the cases of each procedure are read; of others a draft act stands behind the case.
LINES: Mapping[str, Callable[[Case], Iterator[SearchLine]]] = {
    "sitting": lines_of_sitting,
    "expertise": lines_of_expertise,
    "special_protocol": lines_of_protocol,
}
